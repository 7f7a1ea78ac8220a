import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which the zone's clocks keep one offset: local time = UTC + offset. All in milliseconds. */
export interface OffsetSpan {
  /** Inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly offset: number;
}

// Asking the time-zone database costs about 20 µs, a sum with a known offset nothing. A zone's past does not change
// while the process lives, so remembering it leaves these functions pure in effect.
const spansByZone = new Map<string, Map<number, readonly OffsetSpan[]>>();

/** The spans of constant offset that cover [from, to), in order; the first and last may reach beyond it. */
export function offsetSpans(timeZone: string, from: number, to: number): readonly OffsetSpan[] {
  const firstYear = new Date(from).getUTCFullYear();
  const lastYear = new Date(to).getUTCFullYear();
  if (firstYear === lastYear) return spansOfYear(timeZone, firstYear);
  const spans: OffsetSpan[] = [];
  for (let year = firstYear; year <= lastYear; year++) spans.push(...spansOfYear(timeZone, year));
  return spans;
}

/** @returns milliseconds to add to UTC for the local time at that instant */
function offsetAt(timeZone: string, at: number): number {
  const span = offsetSpans(timeZone, at, at).find(({ from, to }) => from <= at && at < to);
  if (span === undefined) throw new Error(`No offset of ${timeZone} is known at ${at} ms since 1970.`);
  return span.offset;
}

/** The date on the wall (`2026-11-22`) at that instant. */
export function localDate(at: number, timeZone: string): string {
  return new Date(at + offsetAt(timeZone, at)).toISOString().slice(0, 10);
}

function spansOfYear(timeZone: string, year: number): readonly OffsetSpan[] {
  const byYear = spansByZone.get(timeZone) ?? new Map<number, readonly OffsetSpan[]>();
  spansByZone.set(timeZone, byYear);
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const spans = readSpans(timeZone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  byYear.set(year, spans);
  return spans;
}

function readSpans(timeZone: string, start: number, end: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  while (clock.epochMilliseconds < end) {
    const next = clock.getTimeZoneTransition('next');
    const to = Math.min(next?.epochMilliseconds ?? end, end);
    spans.push({ from: clock.epochMilliseconds, to, offset: clock.offsetNanoseconds / 1_000_000 });
    if (next === null || next.epochMilliseconds >= end) break;
    clock = next;
  }
  return spans;
}
