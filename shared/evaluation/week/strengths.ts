import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import { DayLights, type StripDay } from './day-lights.ts';
import type { TouchpointHistory, TouchpointWeek } from './of-touchpoint.ts';
import { openDays } from './open-days.ts';
import { type Week, weekBefore } from './week.ts';

/** Something that a touchpoint has done well for weeks, each of which was measured. */
export type Strength = {
  readonly touchpointId: string;
  /** Whom touchpoints.yaml names for it; absent where it names nobody. */
  readonly owner?: string;
  /** The first day of which it is known. */
  readonly since: string;
} & (
  | { readonly kind: 'green' }
  /** Of how many customers, and how many of them were answered in time. */
  | { readonly kind: 'answers'; readonly count: number; readonly inTime: number }
  | { readonly kind: 'rating'; readonly from: number; readonly to: number }
);

/** So many strengths are told; more would be praise and no plan. */
const mostStrengths = 3;
/** How long something must have lasted. */
const strengthWeeks = 4;
/** Fewer answers are luck. */
const fewestAnswers = 10;
const inTimeShare = 0.95;
/** Stars by which an average has risen. */
const riseOfRating = 0.05;

/**
 * Is its longer history worth reading? The more, the likelier it has done well for weeks; 0 where this week or the one before rules
 * that out.
 */
export function promiseOf({ light, strip, worstBefore, troubles, figures }: TouchpointWeek): number {
  if (light === 'unknown' || light === 'red' || !strip.every(isKnown)) return 0;
  const inTime = figures.find(({ id }) => id === 'answeredInTime');
  if (inTime !== undefined && (inTime.now ?? 0) >= inTimeShare) return 3;
  const rating = figures.find(({ id }) => id === 'rating');
  if (rating?.now != null && rating.before !== null && rating.now > rating.before) return 2;
  return light === 'green' && worstBefore === 'green' && troubles.length === 0 && strip.every(isGreen) ? 1 : 0;
}

type IsFine = (day: Pick<StripDay, 'light'>) => boolean;
/** A day on which nothing was due is neither good nor bad. */
const isGreen: IsFine = ({ light }) => light === 'green' || light === null;
const isKnown: IsFine = ({ light }) => light !== 'unknown';

export interface StrengthFrame {
  /** The last one that is told of. */
  readonly week: Week;
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** @param history with the days and incidents of the last four weeks and as many before as are to be looked through */
export function strengthsOf(history: TouchpointHistory, frame: StrengthFrame): Strength[] {
  if (unbrokenSince(history, frame, isKnown) === null) return [];
  const greenSince = unbrokenSince(history, frame, isGreen);
  const { id, owner } = history.touchpoint;
  const at = { touchpointId: id, ...(owner !== undefined && { owner: owner.name }) };
  return [
    ...answersOf(history, frame).map((found) => ({ ...at, ...found })),
    ...ratingOf(history, frame).map((found) => ({ ...at, ...found })),
    ...(greenSince === null ? [] : [{ ...at, kind: 'green' as const, since: greenSince }]),
  ];
}

/** One of each touchpoint: what people do before what machines do, and the longest first. */
export function bestStrengths(all: readonly Strength[]): Strength[] {
  const rank = ({ kind }: Strength): number => ({ answers: 0, rating: 1, green: 2 })[kind];
  const sorted = all.toSorted((a, b) => rank(a) - rank(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const firsts = [...Map.groupBy(sorted, ({ touchpointId }) => touchpointId).values()].flatMap(
    ([first]) => first ?? [],
  );
  return firsts.slice(0, mostStrengths);
}

/** The weeks up to this one, the newest first. */
function weeksBack({ week, calendar }: StrengthFrame, count: number): Week[] {
  const weeks = [week];
  while (weeks.length < count) weeks.push(weekBefore(weeks.at(-1) ?? week, calendar.timeZone));
  return weeks;
}

/** The first measured day since when each was fine; null unless that makes four whole weeks. */
function unbrokenSince(history: TouchpointHistory, frame: StrengthFrame, isFine: IsFine): string | null {
  const days = [...history.days, ...openDays(history)];
  const [first] = days.map(({ day }) => day.date).toSorted();
  const weeks = weeksBack(frame, 60);
  if (first === undefined || first > (weeks[strengthWeeks - 1]?.days[0]?.date ?? '')) return null;
  let since: string | null = null;
  for (const [n, week] of weeks.entries()) {
    const before = weekBefore(week, frame.calendar.timeZone);
    const lights = new DayLights({ ...history, days }, { ...frame, week, before });
    const strip = week.days.map((day) => lights.ofDay(day));
    const bad = strip.findLastIndex((day) => !isFine(day));
    const fine = strip.slice(bad + 1).filter(({ light }) => light !== null);
    const isWhole = bad < 0 && fine.length > 0;
    if (n < strengthWeeks && !isWhole) return null;
    since = fine[0]?.date ?? since;
    if (!isWhole || (week.days[0]?.date ?? '') <= first) break;
  }
  return since;
}

/** Of the weeks together; in each of them somebody was answered. */
function answersOf({ conversations, touchpoint }: TouchpointHistory, frame: StrengthFrame) {
  const { slaMinutes } = touchpoint;
  const weeks = weeksBack(frame, strengthWeeks);
  const since = weeks.at(-1)?.days[0]?.date;
  if (slaMinutes === null || since === undefined) return [];
  const answered = weeks.map(({ from, to }) =>
    conversations.filter(({ answeredAt, responseMinutes }) => {
      return responseMinutes !== null && answeredAt !== null && answeredAt >= from && answeredAt < to;
    }),
  );
  const all = answered.flat();
  const inTime = all.filter(({ responseMinutes }) => (responseMinutes ?? 0) <= slaMinutes).length;
  if (answered.some((some) => some.length === 0) || all.length < fewestAnswers) return [];
  return inTime / all.length < inTimeShare ? [] : [{ kind: 'answers' as const, since, count: all.length, inTime }];
}

/** By the last day of each week: never lower than the week before, and higher in all. */
function ratingOf({ days }: TouchpointHistory, frame: StrengthFrame) {
  const oldestFirst = weeksBack(frame, strengthWeeks).toReversed();
  const averages = oldestFirst.map((week) => {
    const dates = new Set(week.days.map(({ date }) => date));
    const its = days.filter(({ day }) => dates.has(day.date));
    return its.flatMap(({ day }) => day.measurements['averageRating']?.p50 ?? []).at(-1) ?? null;
  });
  const [from, ...later] = averages.flatMap((average) => average ?? []);
  const to = later.at(-1);
  if (from === undefined || to === undefined || averages.includes(null) || to - from < riseOfRating) return [];
  const rises = averages.every((average, n) => n === 0 || (average ?? 0) >= (averages[n - 1] ?? 0));
  return rises ? [{ kind: 'rating' as const, since: oldestFirst[0]?.days[0]?.date ?? '', from, to }] : [];
}
