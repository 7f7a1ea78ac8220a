import type { Calendar } from '../model/business.ts';
import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { phoneSources, type SocialKind, socialPlatforms } from '../model/social-platform.ts';
import { defaultSlaMinutes, responses, responseThresholds } from '../probes/responses/spec.ts';
import { parseDuration } from './duration.ts';
import type { FileTouchpoint } from './file-schema.ts';

export type FileSocial = Exclude<FileTouchpoint, { kind: 'website' }>;

type FilePhone = Extract<FileTouchpoint, { kind: 'phone' }>;

/** What is polled to see who waits there. */
export function platformOf(touchpoint: FileSocial): SocialKind {
  return touchpoint.kind === 'phone' ? phoneSources[touchpoint.source] : touchpoint.kind;
}

function pageOptions({ page, messages, likesAnswer }: Exclude<FileSocial, FilePhone>) {
  return { account: page, messages, likesAnswer };
}

const defaultMisdialSeconds = 5;

function phoneOptions({ numbers, misdial, timeZone, folder, columns }: FilePhone, calendar: Calendar) {
  const misdialSeconds = misdial ?? defaultMisdialSeconds;
  const phone = { numbers, misdialSeconds, timeZone: timeZone ?? calendar.timeZone, folder: folder ?? null };
  return { account: numbers.join(', '), phone: { ...phone, columns: columns ?? {} } };
}

/** The one check of a social touchpoint: who waits for an answer, judged by what was promised. */
export function socialChecksOf(
  touchpoint: FileSocial,
  business: { readonly calendar: Calendar; readonly policy: Policy },
): Check[] {
  const { id, secret, sla, every, staff, api } = touchpoint;
  const platform = platformOf(touchpoint);
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = responses.options.parse({
    platform,
    ...(touchpoint.kind === 'phone' ? phoneOptions(touchpoint, business.calendar) : pageOptions(touchpoint)),
    secret: secret ?? null,
    slaMinutes,
    calendar: business.calendar,
    staff,
    api: api === undefined || api.endsWith('/') ? api : `${api}/`,
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
