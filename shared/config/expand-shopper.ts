import type { Calendar, Language } from '../model/business.ts';
import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { scenarios } from '../model/test-enquiry.ts';
import { defaultSlaMinutes } from '../probes/responses/spec.ts';
import { shopper, shopperThresholds } from '../probes/shopper/spec.ts';
import { parseDuration } from './duration.ts';
import type { FileShopper } from './file-shopper.ts';

interface Business {
  readonly name: string;
  readonly language: Language;
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** The one check of a mystery shopper. */
export function shopperCheckOf(touchpoint: FileShopper, business: Business): Check {
  const { id, to, address, server, smtp, secret = null, sla, every, texts = [] } = touchpoint;
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = shopper.options.parse({
    ...{ to, address, server, smtp, secret, slaMinutes, texts },
    business: business.name,
    language: touchpoint.language ?? business.language,
    smtpSecret: touchpoint.smtpSecret ?? secret,
    replyTag: touchpoint.replyTag ?? acceptsTags(server),
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

/** Where mail to `name+anything@` arrives at `name@`, by the provider's own word. */
const taggedAt = /(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com|fastmail\.com|me\.com)(?::|$)/i;

function acceptsTags(server: string): boolean {
  return taggedAt.test(server);
}
