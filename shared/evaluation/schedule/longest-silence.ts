import type { Check } from '../../model/check.ts';
import { toInstant } from '../../model/instant.ts';
import { hourMs, minuteMs } from '../../model/time-spans.ts';
import { nextBusinessTime } from './business-time.ts';

/** The check that must be heard of soonest; undefined when there is none. */
export function promptestCheck(checks: readonly Check[]): Check | undefined {
  return checks.toSorted((a, b) => longestSilenceMinutes(a) - longestSilenceMinutes(b))[0];
}

const daysLookedThrough = 28;
/** Any four weeks show a business's usual closing times; a holiday beyond them must not make an alarm ring. */
const spareMinutes = 24 * 60;

/**
 * How long a check that is well may bring no result: two cadences, and where it runs only within hours the longest time for
 * which those are closed.
 */
export function longestSilenceMinutes({
  everyMinutes,
  onlyWithin,
}: Pick<Check, 'everyMinutes' | 'onlyWithin'>): number {
  if (onlyWithin === undefined) return 2 * everyMinutes;
  let longest = 0;
  for (let hour = 0; hour < daysLookedThrough * 24; hour++) {
    const from = hour * hourMs;
    const opens = nextBusinessTime(toInstant(from), onlyWithin);
    if (opens !== null) longest = Math.max(longest, (Date.parse(opens) - from) / minuteMs);
  }
  return 2 * everyMinutes + longest + spareMinutes;
}
