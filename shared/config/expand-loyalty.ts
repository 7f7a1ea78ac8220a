import { type Check, checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import type { Threshold } from '../model/threshold.ts';
import { parseDuration } from './duration.ts';
import { type FileLoyalty, loyaltySpecs } from './file-loyalty.ts';

const minutesPerDay = 1440;

/** The one check of a survey or of a list of orders. */
export function loyaltyCheckOf(
  touchpoint: FileLoyalty,
  { policy, timeZone }: { readonly policy: Policy; readonly timeZone: string },
): Check {
  const { id, kind, window, columns, folder, dates, every } = touchpoint;
  const spec = loyaltySpecs[kind];
  const minutes = window === undefined ? null : parseDuration(window);
  const options = spec.options.parse({
    ...{ folder, dates },
    ...(touchpoint.kind === 'survey' && { scale: touchpoint.scale }),
    timeZone: touchpoint.timeZone ?? timeZone,
    // The file may write hours.
    windowDays: minutes === null ? undefined : Math.round(minutes / minutesPerDay),
    columns: columns ?? {},
  });
  const thresholds: Record<string, Threshold> = { fall: spec.measurements.fall.threshold };
  return {
    id: formatCheckId({ touchpointId: id, probe: spec.id, page: null, device: null }),
    touchpointId: id,
    probe: spec.id,
    device: null,
    page: null,
    url: null,
    everyMinutes: (every === undefined ? null : parseDuration(every)) ?? spec.everyMinutes,
    options: checkSchema.shape.options.parse(options),
    thresholds,
    policy,
  };
}
