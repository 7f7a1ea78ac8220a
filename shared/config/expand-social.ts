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
  const { id, kind, page, secret, sla, every, staff, messages, likesAnswer, api } = touchpoint;
  const slaMinutes = (sla && parseDuration(sla.firstResponse)) ?? defaultSlaMinutes;
  const options = responses.options.parse({
    platform: kind,
    account: page,
    secret: secret ?? null,
    slaMinutes,
    calendar: business.calendar,
    staff,
    messages,
    likesAnswer,
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
      everyMinutes: (every === undefined ? null : parseDuration(every)) ?? socialPlatforms[kind].everyMinutes,
      options: checkSchema.shape.options.parse(options),
      thresholds: { ...responseThresholds(slaMinutes) },
      policy: business.policy,
    },
  ];
}
