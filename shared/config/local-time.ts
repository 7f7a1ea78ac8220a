import { Temporal } from 'temporal-polyfill';
import { type Instant, toInstant } from '../model/instant.ts';

/**
 * What a local time means at the end of a span: where clocks are set back and show it twice, a span begins with the first and
 * ends with the second, so that it never covers less than was written.
 */
export type Edge = 'from' | 'to';

/**
 * @param local `2026-12-01T22:00`, a time that clocks there show (`skippedTime`)
 * @throws RangeError where it is no date or no zone
 */
export function readLocalTime(local: string, timeZone: string, edge: Edge): Instant {
  const disambiguation = edge === 'from' ? 'earlier' : 'later';
  return toInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds);
}

/** A local time that no clock shows, because clocks are set forward over it. All as `2026-03-29T04:00`. */
export interface SkippedTime {
  /** The first time that is not shown. */
  readonly from: string;
  /** The first time that is shown again. */
  readonly to: string;
  /** The same time by a clock that was not set forward yet. */
  readonly unmoved: string;
}

/**
 * Null where clocks show that time.
 * @throws RangeError where it is no date or no zone
 */
export function skippedTime(local: string, timeZone: string): SkippedTime | null {
  const plain = Temporal.PlainDateTime.from(local);
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (later.toPlainDateTime().equals(plain)) return null;
  const change = later.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? later;
  const shift = change.offsetNanoseconds - change.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const to = change.toPlainDateTime();
  return {
    from: minute(to.subtract({ nanoseconds: shift })),
    to: minute(to),
    unmoved: minute(later.toPlainDateTime()),
  };
}

function minute(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
