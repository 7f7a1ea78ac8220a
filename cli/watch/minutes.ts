import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';

/**
 * How late a visit may begin: it is measured now and kept under the minute it was due, so much later would be a lie.
 * Long enough for a slow Lighthouse run before it, a restart, or a lid that was closed for a moment.
 */
export const latestStartMs = 10 * minuteMs;

export interface Minutes {
  /** To be served now, oldest first. */
  readonly minutes: readonly Instant[];
  /** Gone by while nobody watched (asleep, switched off) and never measured, both ends included; null when there are none. */
  readonly missed: { readonly from: Instant; readonly to: Instant } | null;
}

/**
 * The minutes that have begun since the last one that was served: a short gap is made up for, a long one is left. The same
 * rule for an ordinary tick, a machine that slept and a process that was killed.
 * @param servedUntil the last minute that was served
 */
export function minutesSince(servedUntil: Instant, now: number): Minutes {
  const last = Date.parse(servedUntil);
  const current = Math.floor(now / minuteMs) * minuteMs;
  // A clock that was put back far would otherwise leave nothing to serve until it has caught up.
  if (last - current > latestStartMs) return { minutes: [toInstant(current)], missed: null };
  if (current - last > latestStartMs) {
    return {
      minutes: [toInstant(current)],
      missed: { from: toInstant(last + minuteMs), to: toInstant(current - minuteMs) },
    };
  }
  const count = Math.max(0, (current - last) / minuteMs);
  return {
    minutes: Array.from({ length: count }, (_, index) => toInstant(last + (index + 1) * minuteMs)),
    missed: null,
  };
}
