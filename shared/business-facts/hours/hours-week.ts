import { type Weekday, weekdays } from '../../model/business.ts';
import { type OpeningHours, weekOf } from './opening-hours.ts';

/** Minutes from midnight. */
export type Span = readonly [from: number, to: number];

/** Some days and when the business is open on them; no spans where it is closed or open by appointment only. */
export interface Group {
  readonly days: Set<number>;
  readonly spans: Span[];
  readonly breaks: Span[];
  isClosed: boolean;
  isHoliday: boolean;
}

/** The latest that a night is of the day before. */
const morning = 420;

export function weekFrom(all: readonly Group[]): OpeningHours | null {
  const groups = all.filter(({ isHoliday }) => !isHoliday);
  const general = groups
    .filter(({ days, breaks }) => days.size === 0 && breaks.length > 0)
    .flatMap(({ breaks }) => breaks);
  const [only] = groups;
  // Round the clock needs no days; other hours without days are of days that nobody names.
  if (
    groups.length === 1 &&
    only !== undefined &&
    only.days.size === 0 &&
    only.spans.some(([from, to]) => to - from === 1440)
  )
    for (let day = 0; day < 7; day += 1) only.days.add(day);
  if (groups.some(({ days, spans }) => days.size === 0 && spans.length > 0)) return null;
  const week = weekdays.map((_, day) => spansOn(day, groups));
  if (week.some((spans) => spans === null)) return null;
  const open = week.map((spans) => withoutBreaks(spans ?? [], general));
  const shifts = open.flatMap((spans, day) => spans.map((span) => shiftsOf(day, span)));
  if (shifts.length === 0 || shifts.some((each) => each === null)) return null;
  return weekOf(shifts.flatMap((each) => each ?? []));
}

/** What is said of fewer days holds against what is said of more; a second part of the day is added. Null: a contradiction. */
function spansOn(day: number, groups: readonly Group[]): Span[] | null {
  let spans: Span[] = [];
  let ofDays = 8;
  const own = groups.filter(({ days, spans: some, isClosed }) => days.has(day) && (some.length > 0 || isClosed));
  for (const group of own.toSorted((a, b) => b.days.size - a.days.size)) {
    const mine = withoutBreaks(group.spans, group.breaks);
    const isSame = JSON.stringify(mine) === JSON.stringify(spans);
    const isApart = mine.every(([from, to]) => spans.every(([start, end]) => to <= start || from >= end));
    if (ofDays === 8 || (!isSame && !(isApart && mine.length > 0) && group.days.size < ofDays)) spans = mine;
    else if (!isSame && isApart && mine.length > 0) spans = [...spans, ...mine];
    else if (!isSame) return null;
    ofDays = group.days.size;
  }
  return spans;
}

function withoutBreaks(spans: readonly Span[], breaks: readonly Span[]): Span[] {
  return breaks.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap((span): Span[] => {
        const [start, end] = span;
        if (to <= start || from >= end) return [span];
        return (
          [
            [start, from],
            [to, end],
          ] as const
        ).filter(([a, b]) => b > a);
      }),
    [...spans],
  );
}

interface DayShift {
  readonly days: readonly Weekday[];
  readonly shift: string;
}

/** A night is two shifts. Null where it would end when the next day has long begun. */
function shiftsOf(day: number, [from, to]: Span): DayShift[] | null {
  const on = (which: number, start: number, end: number): DayShift => {
    const weekday = weekdays[which % 7];
    return { days: weekday === undefined ? [] : [weekday], shift: `${clock(start)}-${clock(end)}` };
  };
  if (to > from) return [on(day, from, to)];
  return to > morning ? null : [on(day, from, 1440), on(day + 1, 0, to)];
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
