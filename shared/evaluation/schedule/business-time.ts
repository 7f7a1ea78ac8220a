import { type Calendar, type Shift, weekdays } from '../../model/business.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { dayMs, minuteMs } from '../../model/time-spans.ts';
import { offsetSpans } from './zone.ts';

/**
 * Business time goes by the clock on the wall: it is business time whenever that clock, in the business's zone, shows a
 * time within a shift of a day that is no holiday. So an hour that the clock shows twice counts twice, and an hour that it
 * skips does not count.
 */
export function isBusinessTime(at: Instant, calendar: Calendar): boolean {
  const ms = Date.parse(at);
  let isOpen = false;
  eachInterval(ms, ms + 1, calendar, () => {
    isOpen = true;
    return 'stop';
  });
  return isOpen;
}

/** Does the business ever open? */
export function hasBusinessHours(calendar: Calendar): boolean {
  return weekdays.some((weekday) => calendar.shifts[weekday].length > 0);
}

/** The first business instant at or after `at`; null when the business never opens. */
export function nextBusinessTime(at: Instant, calendar: Calendar): Instant | null {
  const from = Date.parse(at);
  let found: number | null = null;
  eachInterval(from, from + longestWaitMs(calendar), calendar, (start) => {
    found = start;
    return 'stop';
  });
  return found === null ? null : toInstant(found);
}

/** The first instant at or after `at` before which it was closed and at which it opens; null when the business never does. */
export function nextOpening(at: Instant, calendar: Calendar): Instant | null {
  const from = Date.parse(at) - 1;
  let [openUntil, found]: [number, number | null] = [from, null];
  eachInterval(from, from + longestWaitMs(calendar), calendar, (start, end) => {
    // Days and set clocks part what is one stretch of open hours.
    if (start > openUntil) found = start;
    openUntil = end;
    return found === null ? 'go on' : 'stop';
  });
  return found === null ? null : toInstant(found);
}

/** Business minutes from one instant to a later one, with fractions; 0 when `to` is not later. */
export function businessMinutesBetween(from: Instant, to: Instant, calendar: Calendar): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (!(start < end)) return 0;
  const days = compiled(calendar);
  let sum = 0;
  for (const span of offsetSpans(calendar.timeZone, start, end)) {
    const localFrom = Math.max(start, span.from) + span.offset;
    const localTo = Math.min(end, span.to) + span.offset;
    if (localFrom < localTo) sum += openUntil(localTo, days) - openUntil(localFrom, days);
  }
  return sum / minuteMs;
}

/**
 * The instant at which so many business minutes have passed since `from`: when an answer is due. For 0 minutes it is the
 * next business instant. Null when the business never opens.
 */
export function addBusinessMinutes(from: Instant, minutes: number, calendar: Calendar): Instant | null {
  let cursor = Date.parse(from);
  let left = minutes * minuteMs;
  let reached: number | null = null;
  while (reached === null) {
    const horizon = cursor + longestWaitMs(calendar);
    const leftBefore = left;
    let opened = false;
    eachInterval(cursor, horizon, calendar, (start, end) => {
      opened = true;
      if (left <= end - start) {
        reached = start + left;
        return 'stop';
      }
      left -= end - start;
      return 'go on';
    });
    if (!opened && left === leftBefore) return null;
    cursor = horizon;
  }
  return toInstant(reached);
}

/** A calendar as the sums want it. Days are counted from 1970-01-01; the remainder by 7 is the weekday. */
interface Compiled {
  /** By weekday, in ms from midnight, sorted and disjoint. */
  readonly shiftsByDay: readonly (readonly Shift[])[];
  /** By weekday: how many ms of the week are open before it; the eighth is the whole week. */
  readonly openBefore: readonly number[];
  readonly holidays: ReadonlySet<number>;
}

// A calendar is read-only once the configuration is read, so remembering its compiled form changes no result.
const compiledCalendars = new WeakMap<Calendar, Compiled>();

/**
 * Calls `visit` with the business intervals within [from, to), in order, in UTC ms. Within a span of constant offset local
 * time is UTC plus a number, so a day costs a few additions and no question to the time-zone database.
 */
function eachInterval(
  from: number,
  to: number,
  calendar: Calendar,
  visit: (start: number, end: number) => 'go on' | 'stop',
): void {
  if (!(from < to)) return;
  const { shiftsByDay, holidays } = compiled(calendar);
  for (const span of offsetSpans(calendar.timeZone, from, to)) {
    const localFrom = Math.max(from, span.from) + span.offset;
    const localTo = Math.min(to, span.to) + span.offset;
    for (let day = Math.floor(localFrom / dayMs); day * dayMs < localTo; day++) {
      if (holidays.has(day)) continue;
      for (const [opens, closes] of shiftsByDay[weekdayOf(day)] ?? []) {
        const start = Math.max(day * dayMs + opens, localFrom);
        const end = Math.min(day * dayMs + closes, localTo);
        if (start < end && visit(start - span.offset, end - span.offset) === 'stop') return;
      }
    }
  }
}

/** Open ms from 1970 until that local time, by weeks, the days of the last week, and the hours of the last day. */
function openUntil(local: number, { shiftsByDay, openBefore, holidays }: Compiled): number {
  const day = Math.floor(local / dayMs);
  const week = Math.floor(day / 7);
  let open = week * (openBefore[7] ?? 0) + (openBefore[day - week * 7] ?? 0);
  for (const holiday of holidays) {
    if (holiday < day) open -= openOn(holiday, Number.POSITIVE_INFINITY, shiftsByDay);
  }
  return holidays.has(day) ? open : open + openOn(day, local - day * dayMs, shiftsByDay);
}

/** Open ms of one ordinary day until so many ms after midnight. */
function openOn(day: number, until: number, shiftsByDay: Compiled['shiftsByDay']): number {
  let open = 0;
  for (const [opens, closes] of shiftsByDay[weekdayOf(day)] ?? []) open += Math.max(0, Math.min(closes, until) - opens);
  return open;
}

function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7;
}

function compiled(calendar: Calendar): Compiled {
  const known = compiledCalendars.get(calendar);
  if (known !== undefined) return known;
  // 1970-01-01 was a Thursday, the fourth in `weekdays`.
  const shiftsByDay = weekdays.map((_, day) => disjoint(calendar.shifts[weekdays[(day + 3) % 7] ?? 'mon']));
  const openBefore = [0];
  for (const day of shiftsByDay.keys()) {
    openBefore.push((openBefore[day] ?? 0) + openOn(day, Number.POSITIVE_INFINITY, shiftsByDay));
  }
  const holidays = new Set(calendar.holidays.map((date) => Date.parse(`${date}T00:00:00.000Z`) / dayMs));
  const fresh: Compiled = { shiftsByDay, openBefore, holidays };
  compiledCalendars.set(calendar, fresh);
  return fresh;
}

/** Sorted, in ms, and with overlaps joined, so that no minute counts twice. */
function disjoint(shifts: readonly Shift[]): Shift[] {
  const joined: Shift[] = [];
  for (const [opens, closes] of shifts.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    const shift: Shift = [opens * minuteMs, closes * minuteMs];
    if (last !== undefined && shift[0] <= last[1]) last[1] = Math.max(last[1], shift[1]);
    else joined.push(shift);
  }
  return joined;
}

/**
 * If the business opens at all, then within as many weeks as there are holidays, and a few more for what a clock change
 * can swallow (a shift at night; in Samoa once a whole day).
 */
function longestWaitMs(calendar: Calendar): number {
  return 7 * dayMs * (calendar.holidays.length + 4);
}
