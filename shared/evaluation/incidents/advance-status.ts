import type { Check } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import { say } from '../../model/general-statements.ts';
import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Reason } from '../../model/reason.ts';
import type { Result } from '../../model/result.ts';
import type { DayRollUp, Status } from '../../model/status.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { Judgement } from '../../model/verdict.ts';
import { specOf } from '../../probes/index.ts';
import { localDate } from '../schedule/zone.ts';
import { advanceIncident } from './advance-incident.ts';
import { cut } from './cut.ts';
import { addRun, closeDay, emptyDay } from './day.ts';
import { changesAfter } from './flapping.ts';
import { isUnmeasurable } from './is-unmeasurable.ts';
import { findingOf } from './judge.ts';
import { isOverdue } from './light-at.ts';
import type { Weighed } from './weigh-regions.ts';

export interface StatusStep {
  readonly next: Status;
  /** Why the incident took its step; where it took none, whether the check went blind, is sighted again, or flaps. */
  readonly reason: Reason;
  /** The day before this run's, complete; to be written before the status. */
  readonly closedDay: DayRollUp | null;
  /** An incident that opened, changed its light or was resolved; one that is over goes to the history before the status. */
  readonly incident: Incident | null;
  /** Suspected and not yet open, or to be weighed against what other regions see: ask for a confirmation run. */
  readonly confirm: boolean;
  /** Ask the other regions about this run. */
  readonly asksRegions?: true;
  /** Could notify have something to say? False lets the status be written without waking it. */
  readonly wakesNotify: boolean;
}

/** The cause of a grey light where there is nothing to measure any more. */
const VANISHED = 'vanished';

/**
 * How long after its end an incident still wakes notify at each run. Ordinarily the resolution is sent within minutes; it
 * is later when SNS was away or the incident ended within a long maintenance window.
 */
const RESOLVED_WAKES_FOR_MS = 7 * dayMs;

/** A run at or before the last one seen: a redelivery, or a result that others overtook. It must not move the light. */
export function isLate(previous: Status | null, result: Pick<Result, 'scheduledAt'>): boolean {
  return previous !== null && result.scheduledAt <= previous.lastRunAt;
}

/**
 * One run's effect on its check's status. The caller drops late results first (`isLate`).
 * @param timeZone the business's; decides when a day ends
 */
export function advanceStatus(
  previous: Status | null,
  judgement: Weighed,
  result: Result,
  check: Check,
  timeZone: string,
): StatusStep {
  const at = result.scheduledAt;
  const light = lightSeen(previous, judgement, result, check);
  const proves = result.outcome !== 'not-applicable' || light === 'unknown';
  const streaks = advanceStreaks(previous, proves ? light : 'unknown');
  const { next: incident, reason } = advanceIncident(previous?.incident ?? null, {
    light: proves ? light : 'unknown',
    ...streaks,
    judgement,
    result,
    check,
  });
  const { closedDay, today } = advanceDay(previous, at, timeZone);
  const nudges = result.outcome === 'measured' ? result.nudges : previous?.nudges;
  const next: Status = {
    touchpointId: check.touchpointId,
    checkId: check.id,
    light,
    lightSince: previous?.light === light ? previous.lightSince : at,
    lastRunAt: at,
    ...lastNews(previous, reason, result),
    lastOutcome: result.outcome,
    lastFinding: cut(findingSeen(light, judgement, result)),
    lastCause: light === 'unknown' && result.outcome === 'not-applicable' ? VANISHED : result.cause,
    ...streaks,
    unknownSince: light === 'unknown' ? (previous?.unknownSince ?? at) : null,
    ...changesAfter(previous, { light, at, proves }, check),
    incident,
    ...(judgement.askedRegionsAt !== undefined && { askedRegionsAt: judgement.askedRegionsAt }),
    ...(judgement.askingRegionsSince !== undefined && { askingRegionsSince: judgement.askingRegionsSince }),
    today: proves ? addRun(today, light, result.measurements, check, result.cause) : today,
    ...(nudges !== undefined && nudges.length > 0 && { nudges }),
  };
  return {
    next,
    reason: reasonOfStatus(reason, previous, next, check),
    closedDay,
    incident: isHistory(reason) ? incident : null,
    confirm: reason === 'suspected' || judgement.awaitsRegions === true,
    ...(judgement.asksRegions === true && { asksRegions: true }),
    wakesNotify: isWorthWaking(previous, next, check),
  };
}

function lastNews(previous: Status | null, reason: Reason, { finishedAt }: Result): Pick<Status, 'newsAt'> {
  const newsAt = isHistory(reason) ? finishedAt : previous?.newsAt;
  return newsAt === undefined ? {} : { newsAt };
}

/**
 * A check that has been measured before and finds nothing to measure now has lost what it watches (the form is gone), or
 * we cannot see it any more. Either way green would be a lie. What a service knows of a site may end by itself, and is missed
 * only by an incident that is still open.
 */
function lightSeen(previous: Status | null, judgement: Judgement, result: Result, check: Check): Light {
  const mayEnd = specOf(check.probe)?.optIn === true && previous?.incident?.state !== 'open';
  const wasMeasured = previous !== null && previous.badStreak + previous.goodStreak > 0 && !mayEnd;
  return result.outcome === 'not-applicable' && wasMeasured ? 'unknown' : judgement.light;
}

function findingSeen(light: Light, judgement: Judgement, result: Result): Finding {
  const { outcome, reason } = result;
  if (outcome === 'not-applicable' && light === 'unknown' && judgement.light === 'green') {
    return { kind: 'cause', cause: VANISHED, says: say('general/gone', { why: reason }) };
  }
  return findingOf({ ...judgement, light }, result);
}

/** A grey run leaves both rows as they are: it neither proves nor breaks anything. */
function advanceStreaks(previous: Status | null, light: Light): Pick<Status, 'badStreak' | 'goodStreak'> {
  const { badStreak, goodStreak } = previous ?? { badStreak: 0, goodStreak: 0 };
  switch (light) {
    case 'green':
      return { badStreak: 0, goodStreak: goodStreak + 1 };
    case 'yellow':
    case 'red':
      return { badStreak: badStreak + 1, goodStreak: 0 };
    case 'unknown':
      return { badStreak, goodStreak };
  }
}

function advanceDay(previous: Status | null, at: Instant, timeZone: string) {
  if (previous === null) return { closedDay: null, today: emptyDay(at, timeZone) };
  // Later, not other: after a change of the configured zone it may briefly be yesterday again.
  if (localDate(Date.parse(at), timeZone) <= previous.today.date) return { closedDay: null, today: previous.today };
  return { closedDay: closeDay(previous.today), today: emptyDay(at, timeZone) };
}

/** The last rows of the table ("any"): they take the word only when the incident has nothing to say. */
function reasonOfStatus(reason: Reason, previous: Status | null, next: Status, check: Check): Reason {
  if (reason !== 'quiet' && reason !== 'continuing') return reason;
  const wasUnmeasurable = previous !== null && isUnseen(previous, next.lastRunAt, check);
  if (isUnmeasurable(next, check.policy) && !wasUnmeasurable) return 'blind';
  if (wasUnmeasurable && next.unknownSince === null) return 'sighted';
  if (next.flappingSince !== null && (previous?.flappingSince ?? null) === null) return 'flapping';
  return reason;
}

/** Grey for long, or silent until the run at `at`. */
function isUnseen(status: Status, at: Instant, check: Check): boolean {
  return isUnmeasurable(status, check.policy) || isOverdue(check, status.lastRunAt, at);
}

function isHistory(reason: Reason): boolean {
  return reason === 'opened' || reason === 'worsened' || reason === 'improved' || reason === 'resolved';
}

function isWorthWaking(previous: Status | null, next: Status, check: Check): boolean {
  if (next.incident?.state === 'open' || isUnmeasurable(next, check.policy) || next.flappingSince !== null) return true;
  if (next.nudges !== undefined) return true;
  if (previous !== null && (isUnseen(previous, next.lastRunAt, check) || previous.flappingSince !== null)) return true;
  const resolvedAt = next.incident?.resolvedAt ?? null;
  return resolvedAt !== null && Date.parse(next.lastRunAt) - Date.parse(resolvedAt) < RESOLVED_WAKES_FOR_MS;
}
