import { type Touchpoint, type TouchpointKind, titleOf } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { Conversation, PollState } from '../../model/conversation.ts';
import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light, ShownLight } from '../../model/light.ts';
import type { Sent } from '../../model/notification.ts';
import type { Place } from '../../model/place.ts';
import type { Status } from '../../model/status.ts';
import type { WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import { type Waiting, whoWaits } from '../conversations/response-figures.ts';
import { knownIncidents } from '../incidents/known-incidents.ts';
import { lightAt } from '../incidents/light-at.ts';
import { rollUp } from '../incidents/roll-up.ts';
import { type Assessed, assessedOf } from '../places/assessed.ts';
import { placementOf } from '../places/place-of.ts';
import { measureNoise, type Noise } from '../what-if/measure-noise.ts';
import { DayLights, runsOf, type StripDay } from './day-lights.ts';
import { enquiriesOf, type TouchpointEnquiries } from './enquiries.ts';
import { type CheckDay, type Figure, figuresOf } from './figures.ts';
import { isPresent, reportedPeriod, type WeekFrame } from './frame.ts';
import { type MeasurementGap, measurementGapsOf } from './measurement-gaps.ts';
import { openDays } from './open-days.ts';
import { coveredMs, type SeenIncident, type Trouble, timed, troublesOf } from './troubles.ts';
import type { WeekDay } from './week.ts';

/** What the table knows of one touchpoint: a few key ranges, no results. */
export interface TouchpointHistory {
  readonly touchpoint: Touchpoint;
  readonly statuses: readonly Status[];
  /** Closed days of this week and the one before. */
  readonly days: readonly CheckDay[];
  /** All that may reach into the two weeks. */
  readonly incidents: readonly Incident[];
  /** What was sent about incidents that began within the last weeks. */
  readonly sent: readonly Sent[];
  readonly conversations: readonly Conversation[];
  readonly polls: readonly PollState[];
  /** Since when its checks have been configured; null where no sweep has seen them yet. */
  readonly watch: WatchedTouchpoint | null;
}

export interface TouchpointWeek {
  readonly id: string;
  readonly kind: TouchpointKind;
  /** What people assess there; absent for other kinds. */
  readonly title?: string;
  /** On the sheet of the audit; null where it belongs to none of its places. */
  readonly place: Place | null;
  /** People assess it, and fill in scorecards. */
  readonly isScored: boolean;
  /** Null where nobody has, or where nobody is to. */
  readonly assessed: Assessed | null;
  readonly url: string | null;
  /** Who looks after it, by name; absent where the configuration names nobody. */
  readonly owner?: string;
  readonly light: Light;
  /** The light of each probe now, the worst of its checks; null where there is nothing to check. Empty for a week further back. */
  readonly probeLights: Readonly<Record<string, ShownLight>>;
  /** When something of it was measured last, as far as the statuses say. */
  readonly measuredAt: Instant | null;
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
  /** Whose promise ends soon, soonest first. */
  readonly dueSoon: readonly Waiting[];
  /** Null where nobody looks for customers' messages. */
  readonly enquiries: TouchpointEnquiries | null;
  /** Customers are invited to write into a form. */
  readonly hasForm: boolean;
  readonly measurementGaps: readonly MeasurementGap[];
  readonly noise: Noise;
  /** Runs of the week, whatever they came to. */
  readonly runs: number;
}

export function summarizeTouchpoint(history: TouchpointHistory, frame: WeekFrame): TouchpointWeek {
  const { touchpoint, conversations } = history;
  const { week, before } = frame;
  const placement = placementOf(touchpoint);
  const period = reportedPeriod(frame);
  const days = [...history.days, ...openDays(history)];
  const waiting = waitingOf(touchpoint, conversations, frame);
  const overdue = waiting.filter((each) => each.overdue);
  const incidents = isPresent(frame) ? seenIncidents(history, frame) : allIncidents(history);
  const lights = new DayLights({ ...history, days, incidents }, frame);
  const current = isPresent(frame) ? lightNow(history, frame) : null;
  const strip = week.days.map((day) => notBetterThanNow(lights.ofDay(day), day, current, frame.now));
  const past = before.days.map((day) => lights.ofDay(day)).flatMap(({ light }) => light ?? []);
  const measurementGaps = measurementGapsOf({ ...history, days, incidents }, lights, frame);
  const ofWeek = days.filter(({ day }) => week.days.some(({ date }) => date === day.date));
  return {
    id: touchpoint.id,
    kind: touchpoint.kind,
    ...titleOf(touchpoint),
    ...placement,
    assessed: placement.isScored ? assessedOf(history.statuses) : null,
    url: touchpoint.url,
    ...(touchpoint.owner !== undefined && { owner: touchpoint.owner.name }),
    light: current ?? strip.findLast(({ light }) => light !== null)?.light ?? 'unknown',
    probeLights: isPresent(frame) ? probeLightsAt(history, frame.now) : {},
    measuredAt: measuredAtOf(history),
    strip,
    worstBefore: past.length === 0 ? null : rollUp(past),
    badMs: coveredMs(timed(incidents), { from: week.from, to: period.to < week.to ? period.to : week.to }),
    badMsBefore: coveredMs(timed(incidents), before),
    figures: figuresOf({ ...history, days, overdue, week, before }),
    troubles: troublesOf(incidents, period),
    overdue,
    dueSoon: waiting.filter((each) => !each.overdue && isPressing(each, touchpoint)),
    enquiries: enquiriesOf({ ...history, measurementGaps }, frame),
    hasForm: touchpoint.checks.some(({ probe }) => probe === 'form'),
    measurementGaps,
    noise: measureNoise({ checks: touchpoint.checks, incidents, sent: history.sent, days: ofWeek, range: week }),
    runs: ofWeek.reduce((sum, { day }) => sum + runsOf(day), 0),
  };
}

/** What is bad now and not confirmed yet makes no bad day; but beside its light, today is not green either. */
function notBetterThanNow(strip: StripDay, { from, to }: WeekDay, current: Light | null, now: Instant): StripDay {
  const isToday = from <= now && now < to;
  const isBad = current === 'red' || current === 'yellow';
  return isToday && isBad && strip.light === 'green' ? { ...strip, light: current } : strip;
}

function lightNow({ touchpoint, statuses }: TouchpointHistory, { now }: WeekFrame): Light {
  return rollUp(touchpoint.checks.map((check) => lightAt(statusOf(check, statuses), check, now).shown));
}

/** The worst light of each probe's checks; null where there is nothing to check. */
export function probeLightsAt(
  { touchpoint, statuses }: Pick<TouchpointHistory, 'touchpoint' | 'statuses'>,
  now: Instant,
): Record<string, ShownLight> {
  const byProbe = Map.groupBy(touchpoint.checks, ({ probe }) => probe);
  return Object.fromEntries(
    [...byProbe].map(([probe, checks]) => {
      const shown = checks.flatMap((check) => lightAt(statusOf(check, statuses), check, now).shown ?? []);
      return [probe, shown.length === 0 ? null : rollUp(shown)];
    }),
  );
}

/** A run that saw nothing measured nothing. */
function measuredAtOf({ touchpoint, statuses }: TouchpointHistory): Instant | null {
  const seen = touchpoint.checks.flatMap((check) => {
    const status = statusOf(check, statuses);
    return status === undefined || status.lastOutcome === 'unknown' ? [] : [status.lastRunAt];
  });
  return seen.toSorted().at(-1) ?? null;
}

function statusOf({ id }: Check, statuses: readonly Status[]): Status | undefined {
  return statuses.find(({ checkId }) => checkId === id);
}

function allIncidents({ incidents, statuses }: TouchpointHistory): Incident[] {
  return knownIncidents(incidents, statuses);
}

/** What is open and not measured any more lasts, as far as anybody knows, until it last was. */
function seenIncidents(history: TouchpointHistory, { now }: WeekFrame): SeenIncident[] {
  const { touchpoint, statuses } = history;
  const lostSince = new Map(
    touchpoint.checks.flatMap((check) => {
      const { lost, measuredAt } = lightAt(statusOf(check, statuses), check, now);
      return lost === null || measuredAt === null ? [] : [[check.id, measuredAt] as const];
    }),
  );
  return allIncidents(history).map((incident) => {
    const seenUntil = incident.resolvedAt === null ? lostSince.get(incident.checkId) : undefined;
    return seenUntil === undefined ? incident : { ...incident, seenUntil };
  });
}

function waitingOf({ slaMinutes }: Touchpoint, conversations: readonly Conversation[], frame: WeekFrame): Waiting[] {
  if (slaMinutes === null || !isPresent(frame)) return [];
  return whoWaits(conversations, { slaMinutes, calendar: frame.calendar, now: frame.now });
}

function isPressing({ conversation, waitedMinutes }: Waiting, { checks }: Touchpoint): boolean {
  const bound = checks.find(({ id }) => id === conversation.checkId)?.thresholds['oldestWaitingMinutes'];
  return bound !== undefined && waitedMinutes > bound.green;
}
