import {
  type Calendar,
  type Configuration,
  inboundAddress,
  type Language,
  type Touchpoint,
} from '../model/business.ts';
import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { scenarios } from '../model/test-enquiry.ts';
import { form } from '../probes/form/spec.ts';
import { defaultSlaMinutes } from '../probes/responses/spec.ts';
import { shopper, shopperThresholds } from '../probes/shopper/spec.ts';
import { parseDuration } from './duration.ts';
import { ownerOf } from './expand-escalation.ts';
import { inboundOf } from './expand-inbound.ts';
import { policyOf } from './expand-policy.ts';
import type { FileConfiguration } from './file-schema.ts';
import type { FileShopper } from './file-shopper.ts';

interface Business extends Pick<Configuration, 'inbound'> {
  readonly name: string;
  readonly language: Language;
  readonly calendar: Calendar;
  readonly policy: Policy;
  /** Checks of the file's websites, some of them of forms. */
  readonly checks: readonly Check[];
}

interface Around {
  readonly calendar: Calendar;
  /** Checks of the file's websites. */
  readonly checks: readonly Check[];
}

export function shopperOf(shopper: FileShopper, file: FileConfiguration, around: Around): Touchpoint {
  const { id, kind, to, form: through, secret = null, sla, owner } = shopper;
  const slaMinutes = sla === undefined ? null : parseDuration(sla.firstResponse);
  const account = through ?? to ?? null;
  const checks = [checkIn(shopper, file, around)];
  return { id, kind, url: null, secret, account, ...ownerOf(owner), slaMinutes, checks };
}

/** The check of the file's first shopper, which asks in chats, too; null where there is none. */
export function shopperCheckIn(file: FileConfiguration, calendar: Calendar): Check | null {
  const shopper = file.touchpoints.find((each) => each.kind === 'shopper');
  return shopper === undefined ? null : checkIn(shopper, file, { calendar, checks: [] });
}

function checkIn(shopper: FileShopper, file: FileConfiguration, { calendar, checks }: Around): Check {
  const policy = policyOf(file.alerts ?? {}, 'poll');
  const inbound = inboundOf(file);
  const business = { name: file.business, language: file.language ?? 'en', calendar, policy, inbound, checks };
  return shopperCheckOf(shopper, business);
}

/** The one check of a mystery shopper. */
function shopperCheckOf(touchpoint: FileShopper, business: Business): Check {
  const { id, to, server, smtp, secret = null, sla, every, texts = [] } = touchpoint;
  const isInbound = touchpoint.source === 'inbound';
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = shopper.options.parse({
    ...{ to, server, smtp, secret, slaMinutes, texts },
    address: shopperAddress(touchpoint, business.inbound),
    inbound: isInbound,
    form: formThrough(touchpoint, business),
    business: business.name,
    language: touchpoint.language ?? business.language,
    smtpSecret: touchpoint.smtpSecret ?? secret,
    replyTag: touchpoint.replyTag ?? (isInbound || acceptsTags(server ?? '')),
    perWeek: touchpoint.perWeek,
    calendar: business.calendar,
    blind: touchpoint.blind,
    name: touchpoint.name ?? null,
    scenarios: touchpoint.scenarios ?? (texts.length > 0 ? [] : [...scenarios]),
  });
  return {
    id: formatCheckId({ touchpointId: id, probe: shopper.id, page: null, device: null }),
    touchpointId: id,
    probe: shopper.id,
    device: null,
    page: null,
    url: null,
    everyMinutes: (every === undefined ? null : parseDuration(every)) ?? shopper.everyMinutes,
    options: checkSchema.shape.options.parse(options),
    thresholds: { ...shopperThresholds(slaMinutes) },
    policy: business.policy,
  };
}

/** Where its answers come. */
export function shopperAddress({ id, address }: FileShopper, inbound: Configuration['inbound']): string {
  return address ?? (inbound === null ? '' : inboundAddress(id, inbound));
}

/** The form's check as the shopper has it run: really sent, within business hours, and judged by nobody. */
function formThrough({ id, form: named }: FileShopper, { checks, calendar }: Business): Check | null {
  const found = checks.find((check) => check.id === named);
  if (found === undefined) return null;
  const { namedForms: _, ...base } = found;
  return {
    ...base,
    id: formatCheckId({ touchpointId: id, probe: form.id, page: null, device: null }),
    touchpointId: id,
    page: null,
    options: { ...base.options, mode: 'submit', outsideHours: false },
    onlyWithin: calendar,
  };
}

/** Where mail to `name+anything@` arrives at `name@`, by the provider's own word; SES says so of its receipt rules, too. */
const taggedAt = /(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com|fastmail\.com|me\.com)(?::|$)/i;

function acceptsTags(server: string): boolean {
  return taggedAt.test(server);
}
