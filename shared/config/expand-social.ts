import { type Calendar, type Configuration, inboundAddress } from '../model/business.ts';
import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { phoneSources, type SocialKind, socialPlatforms } from '../model/social-platform.ts';
import type { ThemeModel } from '../model/theme-model.ts';
import { defaultSlaMinutes, responses, responseThresholds } from '../probes/responses/spec.ts';
import { parseDuration } from './duration.ts';
import type { FileTouchpoint } from './file-schema.ts';

export type FileSocial = Exclude<FileTouchpoint, { kind: 'website' | 'shopper' | 'scorecard' | 'survey' | 'orders' }>;

type FilePhone = Extract<FileTouchpoint, { kind: 'phone' }>;

/** What is polled to see who waits there. */
export function platformOf(touchpoint: FileSocial): SocialKind {
  return touchpoint.kind === 'phone' ? phoneSources[touchpoint.source] : touchpoint.kind;
}

const defaultMisdialSeconds = 5;

function phoneOptions({ numbers, misdial, timeZone, folder, columns }: FilePhone, calendar: Calendar) {
  const misdialSeconds = misdial ?? defaultMisdialSeconds;
  const phone = { numbers, misdialSeconds, timeZone: timeZone ?? calendar.timeZone, folder: folder ?? null };
  return { account: numbers.join(', '), phone: { ...phone, columns: columns ?? {} } };
}

interface Business extends Pick<Configuration, 'inbound'> {
  readonly calendar: Calendar;
  readonly policy: Policy;
  /** Reads what customers write in public; null where the lexicon does. */
  readonly themes: ThemeModel | null;
  /** The checks that really send a form. */
  readonly tests: readonly string[];
  /** Addresses of mystery shoppers. */
  readonly shoppers: readonly string[];
}

/** The one check of a social touchpoint: who waits for an answer, judged by what was promised. */
export function socialChecksOf(touchpoint: FileSocial, business: Business): Check[] {
  const { id, secret, sla, every } = touchpoint;
  const platform = platformOf(touchpoint);
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = responses.options.parse({
    platform,
    ...ownOptions(touchpoint, business),
    secret: secret ?? null,
    slaMinutes,
    calendar: business.calendar,
  });
  return [
    {
      id: formatCheckId({ touchpointId: id, probe: responses.id, page: null, device: null }),
      touchpointId: id,
      probe: responses.id,
      device: null,
      page: null,
      url: null,
      everyMinutes: (every === undefined ? null : parseDuration(every)) ?? socialPlatforms[platform].everyMinutes,
      options: checkSchema.shape.options.parse(options),
      thresholds: { ...responseThresholds(slaMinutes) },
      policy: business.policy,
    },
  ];
}

/** What only a page, a mailbox or a phone has. */
function ownOptions(touchpoint: FileSocial, business: Business) {
  if (touchpoint.kind === 'mailbox') {
    const { tests, shoppers, inbound } = business;
    return { ...mailboxOptions(touchpoint, inbound), tests: [...tests], shoppers: [...shoppers] };
  }
  const { staff, api } = touchpoint;
  const shared = { staff, api: api === undefined || api.endsWith('/') ? api : `${api}/` };
  if (touchpoint.kind === 'phone') return { ...phoneOptions(touchpoint, business.calendar), ...shared };
  const { page, messages, businessAccount, likesAnswer } = touchpoint;
  const themes = business.themes === null ? {} : { themes: business.themes };
  return { account: page, messages, businessAccount, likesAnswer, ...themes, ...shared };
}

/** Where everybody may have an address, the domain says nothing of who they are. */
const publicProviders: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com
   mac.com aol.com gmx.de gmx.net gmx.at web.de t-online.de proton.me protonmail.com zoho.com
   fastmail.com ukr.net i.ua meta.ua bigmir.net mail.ru bk.ru inbox.ru list.ru yandex.ru ya.ru
   yandex.com rambler.ru wp.pl o2.pl onet.pl interia.pl seznam.cz orange.fr`.split(/\s+/),
);

type FileMailbox = Extract<FileSocial, { kind: 'mailbox' }>;

/** Where a mailbox's mail lies, and whose is the business's own. */
export function mailboxOptions(mailbox: FileMailbox, inbound: Configuration['inbound']) {
  const { id, page, source, server } = mailbox;
  const ours = oursOf(mailbox);
  if (source !== 'inbound' || inbound === null) return { account: page, server, ours };
  // What is sent there is a copy for us, and nobody's question.
  return { account: page, ours: [...ours, inboundAddress(id, inbound)], inbound: true };
}

/** Whose mail is the business's own. */
export function oursOf({ ours, page }: Pick<FileMailbox, 'ours' | 'page'>): string[] {
  return ours ?? oursBy(page);
}

function oursBy(address: string): string[] {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return publicProviders.has(domain) ? [] : [domain];
}
