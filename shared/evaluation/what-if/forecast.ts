import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { VisitRequest } from '../../model/visit.ts';
import { dueVisits } from '../schedule/due-visits.ts';

/** The first full minute that has not begun before this instant: where dispatch, or a watch that starts now, begins. */
export function nextFullMinute(now: Instant): Instant {
  return toInstant(Math.ceil(Date.parse(now) / minuteMs) * minuteMs);
}

/**
 * What dispatch will send in the minutes from `from` on: the runs of an ordinary day. Confirmations of suspicions and the
 * second attempts of bad visits come on top.
 * @param from a full minute
 */
export function forecastVisits(checks: readonly Check[], from: Instant, minutes: number): VisitRequest[] {
  const start = Date.parse(from);
  return Array.from({ length: minutes }, (_, minute) => dueVisits(checks, toInstant(start + minute * minuteMs))).flat();
}
