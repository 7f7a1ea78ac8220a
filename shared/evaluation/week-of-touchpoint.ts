import type { Touchpoint, TouchpointKind } from '../model/business.ts';
import type { Calendar } from '../model/calendar.ts';
import { parseCheckId } from '../model/check-id.ts';
import type { Conversation, PollState } from '../model/conversation.ts';
import type { Incident } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import type { Light } from '../model/light.ts';
import type { Sent } from '../model/notification.ts';
import type { DayRollUp, Status } from '../model/status.ts';
import { closeDay } from './day.ts';
import { knownIncidents } from './known-incidents.ts';
import { measureNoise, type Noise } from './measure-noise.ts';
import { type Waiting, whoWaits } from './response-figures.ts';
import { rollUp } from './roll-up.ts';
import type { Week, WeekDay } from './week.ts';
import { type CheckDay, daysWithin, type Figure, figuresOf } from './week-figures.ts';
import { coveredMs, type Period, type Trouble, troublesOf, worstOf } from './week-troubles.ts';

/** What the table knows of one touchpoint: a few key ranges, no results. */
export interface TouchpointHistory {
  readonly touchpoint: Touchpoint;
  readonly statuses: readonly Status[];
  /** Closed days of this week and the one before. */
  readonly days: readonly CheckDay[];
  /** All that may reach into the two weeks. */
  readonly incidents: readonly Incident[];
  /** What was told of incidents that began within the last weeks. */
  readonly sent: readonly Sent[];
  readonly conversations: readonly Conversation[];
  readonly polls: readonly PollState[];
}

export interface WeekFrame {
  readonly week: Week;
  readonly before: Week;
  /** When the mail is written. */
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** One day of the strip; null: nothing was measured (not yet watched, or not yet over). */
export interface StripDay {
  readonly date: string;
  readonly light: Light | null;
}

/** Something that could not be measured, and why. */
export interface BlindSpot {
  readonly probe: string;
  /** `never`: not measured yet; `now`: grey at present; `often`: for most of the week. */
  readonly how: 'never' | 'now' | 'often';
  readonly since: Instant | null;
  readonly reason: string;
  /** The stable word for it, where it has one. */
  readonly cause: string | null;
}

export interface TouchpointWeek {
  readonly id: string;
  readonly kind: TouchpointKind;
  readonly url: string | null;
  readonly light: Light;
  readonly strip: readonly StripDay[];
  /** The worst day of the week before; null when nothing was measured then. */
  readonly worstBefore: Light | null;
  /** Milliseconds in which customers met trouble. */
  readonly badMs: number;
  readonly badMsBefore: number;
  readonly figures: readonly Figure[];
  readonly troubles: readonly Trouble[];
  /** Who waits longer than promised, longest first. */
  readonly overdue: readonly Waiting[];
  readonly blindSpots: readonly BlindSpot[];
  readonly noise: Noise;
  /** Runs of the week, whatever they came to. */
  readonly runs: number;
}

/** The mail of a week tells today's lights until the next mail; a week further back tells how it ended. */
export function isPresent({ week, now }: Pick<WeekFrame, 'week' | 'now'>): boolean {
  return Date.parse(now) - Date.parse(week.to) < 7 * 24 * 3_600_000;
}

/** What is told goes up to now, or to the end of a week further back. */
export function toldPeriod(frame: Pick<WeekFrame, 'week' | 'now'>): Period {
  return { from: frame.week.from, to: isPresent(frame) ? frame.now : frame.week.to };
}

export function summarizeTouchpoint(history: TouchpointHistory, frame: WeekFrame): TouchpointWeek {
  const { touchpoint, conversations } = history;
  const { week, before } = frame;
  const period = toldPeriod(frame);
  const days = [...history.days, ...openDays(history)];
  const overdue = overdueOf(touchpoint, conversations, frame);
  const incidents = knownIncidents(history.incidents, history.statuses);
  const strip = week.days.map((day) => stripDay(day, days, incidents));
  const past = before.days.map((day) => stripDay(day, days, incidents)).flatMap(({ light }) => light ?? []);
  const ofWeek = days.filter(({ day }) => week.days.some(({ date }) => date === day.date));
  return {
    id: touchpoint.id,
    kind: touchpoint.kind,
    url: touchpoint.url,
    light: isPresent(frame) ? lightNow(history) : (strip.findLast(({ light }) => light !== null)?.light ?? 'unknown'),
    strip,
    worstBefore: past.length === 0 ? null : rollUp(past),
    badMs: coveredMs(confirmed(incidents), { from: week.from, to: period.to < week.to ? period.to : week.to }),
    badMsBefore: coveredMs(confirmed(incidents), before),
    figures: figuresOf({ ...history, days, overdue, week, before }),
    troubles: troublesOf(incidents, period),
    overdue,
    blindSpots: isPresent(frame) ? blindSpotsOf(history, days, week) : [],
    noise: measureNoise({ checks: touchpoint.checks, incidents, sent: history.sent, days: ofWeek, range: week }),
    runs: ofWeek.reduce((sum, { day }) => sum + runsOf(day), 0),
  };
}

/** A check that runs seldom closes its Sunday on Monday noon: until then the day is in its status. */
function openDays({ statuses, days }: TouchpointHistory): CheckDay[] {
  return statuses.flatMap(({ checkId, today }) => {
    const day = closeDay(today);
    const isKnown = days.some((each) => each.checkId === checkId && each.day.date === today.date);
    return day === null || isKnown ? [] : [{ checkId, day }];
  });
}

function lightNow({ touchpoint, statuses }: TouchpointHistory): Light {
  return rollUp(touchpoint.checks.map(({ id }) => statuses.find(({ checkId }) => checkId === id)?.light ?? 'unknown'));
}

function confirmed(incidents: readonly Incident[]): Incident[] {
  return incidents.filter(({ openedAt }) => openedAt !== null);
}

/** A day is bad where an incident lies in it and a run of that day saw it: one failed run of 288 makes no red day. */
function stripDay(day: WeekDay, days: readonly CheckDay[], incidents: readonly Incident[]): StripDay {
  const its = days.filter((each) => each.day.date === day.date);
  const lights = its.map(({ checkId, day: { runs } }): Light => {
    const known = runs.green + runs.yellow + runs.red;
    const worst = worstOf(incidents, checkId, day);
    if (worst === 'red' && runs.red > 0) return 'red';
    if (worst !== null && runs.yellow + runs.red > 0) return 'yellow';
    return known === 0 || runs.unknown > known ? 'unknown' : 'green';
  });
  return { date: day.date, light: lights.length === 0 ? null : rollUp(lights) };
}

function overdueOf({ slaMinutes }: Touchpoint, conversations: readonly Conversation[], frame: WeekFrame): Waiting[] {
  if (slaMinutes === null || !isPresent(frame)) return [];
  return whoWaits(conversations, { slaMinutes, calendar: frame.calendar, now: frame.now }).filter(
    ({ overdue }) => overdue,
  );
}

/** One per probe: that both phones and desktops are blind is said once. */
function blindSpotsOf({ touchpoint, statuses }: TouchpointHistory, days: readonly CheckDay[], week: Week): BlindSpot[] {
  const spots = touchpoint.checks.flatMap(({ id }): BlindSpot[] => {
    const { probe } = parseCheckId(id);
    const status = statuses.find(({ checkId }) => checkId === id);
    if (status === undefined) return [{ probe, how: 'never', since: null, reason: '', cause: null }];
    const { light, lightSince, lastReason, lastCause = null } = status;
    if (light === 'unknown') return [{ probe, how: 'now', since: lightSince, reason: lastReason, cause: lastCause }];
    const its = daysWithin(days, id, week);
    const unknown = its.reduce((sum, { runs }) => sum + runs.unknown, 0);
    const all = its.reduce((sum, day) => sum + runsOf(day), 0);
    return unknown * 2 > all ? [{ probe, how: 'often', since: null, reason: '', cause: null }] : [];
  });
  const rank = { now: 0, never: 1, often: 2 } as const;
  return [...Map.groupBy(spots, ({ probe }) => probe).values()].flatMap(
    (its) => its.toSorted((a, b) => rank[a.how] - rank[b.how])[0] ?? [],
  );
}

function runsOf({ runs }: DayRollUp): number {
  return runs.green + runs.yellow + runs.red + runs.unknown;
}
