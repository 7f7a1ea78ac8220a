import { type BoardEntry, stripDays, stripLetters } from '../../model/board.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import { dayMs, hourMs } from '../../model/time-spans.ts';
import { rollUp } from '../incidents/roll-up.ts';
import { localDate } from '../schedule/zone.ts';
import { DayLights, type MeasuredDays, type StripDay } from '../week/day-lights.ts';
import { openDays } from '../week/open-days.ts';
import { lasting } from '../week/troubles.ts';
import { type WeekDay, weekAt } from '../week/week.ts';

/** How long before the strip an incident may have begun that reaches into it. */
const LONGEST_INCIDENT_MS = 35 * dayMs;
/** An incident that begins before midnight is confirmed by then, and a late result is in. */
const SETTLES_MS = 2 * hourMs;

export interface StripFrame {
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** What the strips are made of. */
export interface StripSources extends MeasuredDays {
  /** Since when every incident is among `incidents`; absent where all are that may reach into the strip. */
  readonly incidentsSince?: Instant;
}

export interface MonthLights {
  /** Oldest first. */
  readonly ofAll: readonly StripDay[];
  readonly ofCheck: (check: Check) => readonly StripDay[];
}

/** From when on incidents may reach into the strip of today. */
export function stripIncidentsFrom(now: Instant): Instant {
  return toInstant(Date.parse(now) - stripDays * dayMs - LONGEST_INCIDENT_MS);
}

/** The last closed day, on which a strip of today ends. */
export function stripUntil(now: Instant, timeZone: string): string {
  return shifted(localDate(Date.parse(now), timeZone), -1);
}

/** The dates of the days that a strip of today shows, `to` exclusive. */
export function stripDates(now: Instant, timeZone: string): { readonly from: string; readonly to: string } {
  const to = localDate(Date.parse(now), timeZone);
  return { from: shifted(to, -stripDays), to };
}

/** Will a strip drawn at that time not change any more as long as it ends on the same day? */
export function isSettledStrip({ until }: BoardEntry['strip'], drawnAt: Instant, timeZone: string): boolean {
  return localDate(Date.parse(drawnAt) - SETTLES_MS, timeZone) > until;
}

/** The light of each of the last closed days, one letter a day. */
export function monthStrip(sources: StripSources, frame: StripFrame): BoardEntry['strip'] {
  const letters = monthLights(sources, frame).ofAll.map(({ light }) => (light === null ? '-' : stripLetters[light]));
  return { until: stripUntil(frame.now, frame.calendar.timeZone), lights: letters.join('') };
}

/** The light of each of the last closed days, of the touchpoint and of each check. */
export function monthLights({ incidentsSince, ...sources }: StripSources, frame: StripFrame): MonthLights {
  const days = daysOfStrip(frame);
  const week = { id: 'month', from: days[0]?.from ?? frame.now, to: days.at(-1)?.to ?? frame.now, days };
  const measured = {
    ...sources,
    days: [...sources.days, ...openDays(sources)],
    incidents: lasting(sources.incidents),
  };
  const lights = new DayLights(measured, { ...frame, week, before: { ...week, days: [] } });
  const runs = runLights(measured, incidentsSince);
  const worst = (day: WeekDay, light: Light | null, checkId?: CheckId): StripDay => {
    const all = [light, ...runs(day, checkId)].flatMap((each) => each ?? []);
    return { date: day.date, light: all.length === 0 ? null : rollUp(all) };
  };
  return {
    ofAll: days.map((day) => worst(day, lights.ofDay(day).light)),
    ofCheck: (check) => days.map((day) => worst(day, lights.ofCheck(check, day), check.id)),
  };
}

/** Of a day whose incidents are not known, every bad run counts: better too dark than a green that nobody has seen. */
function runLights({ days }: MeasuredDays, since: Instant | undefined) {
  return (day: WeekDay, checkId?: CheckId): Light[] => {
    if (since === undefined || day.from >= since) return [];
    return days.flatMap((each): Light[] => {
      if (each.day.date !== day.date || (checkId !== undefined && each.checkId !== checkId)) return [];
      const { red, yellow } = each.day.runs;
      if (red > 0) return ['red'];
      return yellow > 0 ? ['yellow'] : [];
    });
  };
}

function daysOfStrip({ now, calendar: { timeZone } }: StripFrame): readonly WeekDay[] {
  const weeks = Math.ceil(stripDays / 7) + 1;
  const today = localDate(Date.parse(now), timeZone);
  return Array.from({ length: weeks }, (_, back) => weekAt(toInstant(Date.parse(now) - back * 7 * dayMs), timeZone))
    .toReversed()
    .flatMap(({ days }) => days)
    .filter(({ date }) => date < today)
    .slice(-stripDays);
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
