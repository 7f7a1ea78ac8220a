import { type BoardEntry, stripDays, stripLetters } from '../../model/board.ts';
import type { Instant } from '../../model/instant.ts';
import { toInstant } from '../../model/instant.ts';
import { dayMs } from '../../model/time-spans.ts';
import { localDate } from '../schedule/zone.ts';
import { DayLights, type MeasuredDays } from '../week/day-lights.ts';
import { type WeekDay, weekAt } from '../week/week.ts';

/** The closed days that a strip of today shows, oldest first. */
export function daysOfStrip(now: Instant, timeZone: string): readonly WeekDay[] {
  const weeks = Math.ceil(stripDays / 7) + 1;
  const today = localDate(Date.parse(now), timeZone);
  return Array.from({ length: weeks }, (_, back) => weekAt(toInstant(Date.parse(now) - back * 7 * dayMs), timeZone))
    .toReversed()
    .flatMap(({ days }) => days)
    .filter(({ date }) => date < today)
    .slice(-stripDays);
}

/** The light of each of the last closed days, one letter a day. */
export function monthStrip(
  measured: MeasuredDays,
  { now, calendar }: { readonly now: Instant; readonly calendar: Parameters<typeof frameOf>[2] },
): BoardEntry['strip'] {
  const days = daysOfStrip(now, calendar.timeZone);
  const lights = new DayLights(measured, frameOf(days, now, calendar));
  const letters = days.map((day) => {
    const { light } = lights.ofDay(day);
    return light === null ? '-' : stripLetters[light];
  });
  return { until: days.at(-1)?.date ?? now.slice(0, 10), lights: letters.join('') };
}

function frameOf(
  days: readonly WeekDay[],
  now: Instant,
  calendar: ConstructorParameters<typeof DayLights>[1]['calendar'],
): ConstructorParameters<typeof DayLights>[1] {
  const week = { id: 'month', from: days[0]?.from ?? now, to: days.at(-1)?.to ?? now, days };
  return { week, before: { ...week, days: [] }, now, calendar };
}
