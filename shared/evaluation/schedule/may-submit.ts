import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { dayMs } from '../../model/time-spans.ts';
import { isBusinessTime, nextBusinessTime } from './business-time.ts';

export type SubmissionDecision =
  | { readonly reason: 'send' }
  /** `opensAt` is null when the business never opens. */
  | { readonly reason: 'outside-hours'; readonly opensAt: Instant | null }
  | { readonly reason: 'daily-limit'; readonly freeAt: Instant };

/**
 * The earliest run that counts against the limit of this one. Any 24 hours in a row count, so that no day, wherever it
 * begins, has more; and scheduled times do, so that a cadence which uses the limit up is not a second early.
 */
export function countedFrom(scheduledAt: Instant): Instant {
  return toInstant(Date.parse(scheduledAt) - dayMs + 1);
}

/**
 * May this run really send its form?
 * @param earlier scheduled times of the runs that have sent, oldest first, at least from `countedFrom(scheduledAt)`
 * @param now may be much later than the run was due
 */
export function maySubmit(
  { onlyWithin }: Pick<Check, 'onlyWithin'>,
  maxPerDay: number,
  earlier: readonly Instant[],
  { scheduledAt, now }: { readonly scheduledAt: Instant; readonly now: Instant },
): SubmissionDecision {
  if (onlyWithin !== undefined && !isBusinessTime(now, onlyWithin)) {
    return { reason: 'outside-hours', opensAt: nextBusinessTime(now, onlyWithin) };
  }
  const counted = earlier.filter((at) => at >= countedFrom(scheduledAt) && at !== scheduledAt);
  const [first] = counted.slice(-maxPerDay);
  if (first !== undefined && counted.length >= maxPerDay) {
    return { reason: 'daily-limit', freeAt: toInstant(Date.parse(first) + dayMs) };
  }
  return { reason: 'send' };
}
