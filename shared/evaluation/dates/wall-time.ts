import { dayMs } from '../../model/time-spans.ts';
import { offsetSpans } from '../schedule/zone.ts';

/**
 * The instants at which the zone's clocks show a time, in epoch milliseconds: two where clocks are set back, earlier one first; over an hour that is skipped, the time that follows it.
 * @param wall the time on the wall, as if it were UTC
 */
export function possibleTimes(wall: number, timeZone: string): number[] {
  const spans = offsetSpans(timeZone, wall - dayMs, wall + dayMs);
  const possible = spans
    .map(({ offset }) => wall - offset)
    .filter((at, i) => {
      const span = spans[i];
      return span !== undefined && span.from <= at && at < span.to;
    });
  if (possible.length > 0) return possible;
  const before = spans.findLast(({ from, offset }) => from <= wall - offset);
  return before === undefined ? [] : [wall - before.offset];
}
