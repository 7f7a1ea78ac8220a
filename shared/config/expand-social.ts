import type { Calendar } from '../model/business.ts';
import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { socialPlatforms } from '../model/social-platform.ts';
import { defaultSlaMinutes, responses, responseThresholds } from '../probes/responses/spec.ts';
import { parseDuration } from './duration.ts';
import type { FileTouchpoint } from './file-schema.ts';

export type FileSocial = Exclude<FileTouchpoint, { kind: 'website' }>;

/** The one check of a social touchpoint: who waits for an answer, judged by what was promised. */
export function socialChecksOf(
  touchpoint: FileSocial,
  business: { readonly calendar: Calendar; readonly policy: Policy },
): Check[] {
  const { id, kind, page, secret, sla, every } = touchpoint;
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = responses.options.parse({
    platform: kind,
    account: page,
    secret: secret ?? null,
    slaMinutes,
    calendar: business.calendar,
    ...ownOptions(touchpoint),
  });
  return [
    {
      id: formatCheckId({ touchpointId: id, probe: responses.id, page: null, device: null }),
      touchpointId: id,
      probe: responses.id,
      device: null,
      page: null,
      url: null,
      everyMinutes: (every === undefined ? null : parseDuration(every)) ?? socialPlatforms[kind].everyMinutes,
      options: checkSchema.shape.options.parse(options),
      thresholds: { ...responseThresholds(slaMinutes) },
      policy: business.policy,
    },
  ];
}

/** What only a page or only a mailbox has. */
function ownOptions(touchpoint: FileSocial) {
  if (touchpoint.kind === 'mailbox') {
    const { server, ours, page } = touchpoint;
    return { server, ours: ours ?? oursBy(page) };
  }
  const { staff, messages, likesAnswer, api } = touchpoint;
  return { staff, messages, likesAnswer, api: api === undefined || api.endsWith('/') ? api : `${api}/` };
}

/** Where everybody may have an address, the domain says nothing of who they are. */
const publicProviders: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'icloud.com'],
  ...[
    'me.com',
    'mac.com',
    'aol.com',
    'gmx.de',
    'gmx.net',
    'gmx.at',
    'web.de',
    't-online.de',
    'proton.me',
    'protonmail.com',
  ],
  ...[
    'zoho.com',
    'fastmail.com',
    'ukr.net',
    'i.ua',
    'meta.ua',
    'bigmir.net',
    'mail.ru',
    'bk.ru',
    'inbox.ru',
    'list.ru',
  ],
  ...[
    'yandex.ru',
    'ya.ru',
    'yandex.com',
    'rambler.ru',
    'wp.pl',
    'o2.pl',
    'onet.pl',
    'interia.pl',
    'seznam.cz',
    'orange.fr',
  ],
]);

function oursBy(address: string): string[] {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return publicProviders.has(domain) ? [] : [domain];
}
