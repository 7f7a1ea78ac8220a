import { shiftsOfHours } from '../config/hours.ts';
import { weekdays } from '../model/business.ts';
import type { OpeningHours } from './hours/opening-hours.ts';
import type { Relation } from './relation.ts';

/** Minutes from the day's midnight; an end beyond 1440 is of the next day. */
export type Span = readonly [from: number, to: number];
/** Empty where it is closed, or where no hours are named; null where what is said cannot be compared. */
export type Day = readonly Span[] | null;
/** From Monday to Sunday. */
export type Week = readonly Day[];

const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

/** Days that are not named have no hours, or cannot be compared. */
export function weekOfHours(hours: OpeningHours, unnamed: 'closed' | 'unclear'): Week {
  const shifts = shiftsOfHours(hours);
  return canonical(
    weekdays.map((day): Day => {
      const spans = shifts[day];
      return spans.length === 0 && unnamed === 'unclear' ? null : spans;
    }),
  );
}

/**
 * One way to write what can be written in several: shifts that touch are one, a night belongs to the day on which it begins, and what is
 * open for more than a day is cut at midnight.
 */
export function canonical(week: Week): Week {
  const known = week.flatMap((spans, day) =>
    (spans ?? []).map(([from, to]): Span => [day * dayMinutes + from, day * dayMinutes + untilMidnight(to)]),
  );
  const days = week.map((spans): Span[] | null => (spans === null ? null : []));
  for (const [from, to] of joined(known).flatMap(cutAtMidnight)) {
    const day = Math.floor(from / dayMinutes);
    days[day % 7]?.push([from - day * dayMinutes, to - day * dayMinutes]);
  }
  return days.map((spans) => spans?.toSorted((a, b) => a[0] - b[0]) ?? null);
}

/** Who writes 23:59 means midnight. */
function untilMidnight(to: number): number {
  return to % dayMinutes === dayMinutes - 1 ? to + 1 : to;
}

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)];
    else all.push([from, to]);
  }
  // What runs into Monday joins what begins there, unless the whole week is one.
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last || last[1] < weekMinutes + first[0]) return all;
  return [...all.slice(1, -1), [last[0], Math.max(last[1], first[1] + weekMinutes)]];
}

function cutAtMidnight([from, to]: Span): Span[] {
  if (to - from <= dayMinutes) return [[from, to]];
  const cuts: Span[] = [];
  const end = Math.min(to, from + weekMinutes);
  for (let at = from; at < end; ) {
    const midnight = (Math.floor(at / dayMinutes) + 1) * dayMinutes;
    cuts.push([at, Math.min(midnight, end)]);
    at = midnight;
  }
  return cuts;
}

/** Both weeks canonical. */
export function relateDays(a: Week, b: Week, day: number): Relation {
  const [one, other] = [a[day], b[day]];
  if (!one || !other) return 'unclear';
  if (JSON.stringify(one) === JSON.stringify(other)) return 'same';
  // A night may have come from a day, or lead into one, of which one of the two says nothing.
  const beside = [(day + 6) % 7, (day + 1) % 7];
  const isOpenEnded = beside.some((next) => !a[next] || !b[next]);
  const touchesNight = [...one, ...other].some(([from, to]) => from === 0 || to >= dayMinutes);
  return isOpenEnded && touchesNight ? 'unclear' : 'different';
}

/** `10:00–18:00`; past midnight `18:00–02:00`. */
export function writeSpans(spans: readonly Span[]): string[] {
  return spans.map(([from, to]) => `${clock(from)}–${to === dayMinutes ? '24:00' : clock(to % dayMinutes)}`);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
