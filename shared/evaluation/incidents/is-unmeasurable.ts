import { isSound } from '../../model/cause.ts';
import type { Policy } from '../../model/check.ts';
import type { Status } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';

/**
 * Has grey lasted for longer than `blindAfterMinutes`? Counted from the first to the last grey run, not to now: one
 * failed audit of a check that runs twice a day is no blindness. Nor are numbers that only say too little yet.
 */
export function isUnmeasurable(
  status: Pick<Status, 'unknownSince' | 'lastRunAt' | 'lastCause'>,
  policy: Policy,
): boolean {
  if (status.unknownSince === null || isSound(status.lastCause)) return false;
  return Date.parse(status.lastRunAt) - Date.parse(status.unknownSince) >= policy.blindAfterMinutes * minuteMs;
}
