import type { Calendar, Maintenance } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import type { Incident } from '../../model/incident.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { type Light, lightsWorstFirst } from '../../model/light.ts';
import type { Notice, Notification, Sent } from '../../model/notification.ts';
import { type SentReason, sentReasons } from '../../model/reason.ts';
import type { Status } from '../../model/status.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import { lightAt } from '../incidents/light-at.ts';
import { decideMeasurability, decideNeverMeasured } from './decide-measurability.ts';
import { decideHealth, decideResolved } from './decide-notices.ts';
import { decideNudges } from './decide-nudges.ts';
import { decideRemoved } from './decide-removed.ts';
import { type Decision, notify, quiet } from './decision.ts';
import { isInMaintenance } from './maintenance.ts';
import type { Acknowledged, Moment } from './moment.ts';
import { findRoot, isSecondary, type Outage, outranks, pastOutages, type Watched } from './root-cause.ts';
import { isHushed, lightSent, sentAboutCheck } from './sent-history.ts';

/** Everything that is known of one touchpoint at one moment. */
export interface Situation {
  readonly touchpointId: string;
  readonly statuses: readonly Status[];
  /** The history at least since `historySince`. */
  readonly incidents: readonly Incident[];
  /** What was sent about subjects at least since `historySince`. */
  readonly sent: readonly Sent[];
  /** The configured checks, of this touchpoint or of all. */
  readonly checks: readonly Check[];
  readonly calendar: Calendar;
  readonly maintenance: readonly Maintenance[];
  readonly acknowledgements?: readonly Acknowledged[];
  /** What the registry knows of the touchpoint; without it, a check that was never measured goes unnoticed. */
  readonly watch?: WatchedTouchpoint | null;
  /** Since when anything could be measured at all, where a machine is not always on: silence counts from then. */
  readonly watchingSince?: Instant;
  readonly now: Instant;
}

export interface Plan {
  /** The one message that is due now, or null. */
  readonly notification: Notification | null;
  /** What was decided about each check, and why, also where nothing is sent. */
  readonly decisions: readonly Decision[];
}

/**
 * As many as one message holds: SNS takes 256 KB, of which 50 notices with the longest texts in Cyrillic need 249. What is
 * left over stays due and is sent with the next run's trigger.
 */
const MOST_NOTICES = 40;

const HISTORY_MS = 30 * dayMs;

/**
 * Since when the incidents (by openedAt) and the sent log (by subject) must be known for a right plan: 30 days, or longer
 * for what has been going on for longer.
 * @param openSince the earliest subject whose end the reader waits for (WatchedTouchpoint), or null
 */
export function historySince(statuses: readonly Status[], now: Instant, openSince: Instant | null = null): Instant {
  const subjects = statuses.flatMap(({ incident, unknownSince, flappingSince }) => [
    incident?.openedAt ?? null,
    unknownSince,
    flappingSince,
  ]);
  const earliest = toInstant(Date.parse(now) - HISTORY_MS);
  return [...subjects, openSince].reduce<Instant>((min, at) => (at !== null && at < min ? at : min), earliest);
}

/**
 * What to send about one touchpoint now. Level-triggered: it compares the state with what was sent before, so a
 * lost or a repeated trigger changes nothing, and a send that was not logged is repeated.
 */
export function planNotifications(situation: Situation): Plan {
  const { touchpointId, incidents, calendar, acknowledgements = [], now } = situation;
  const maintenance = situation.maintenance.filter((window) => window.touchpointId === touchpointId);
  const moment: Moment = { now, calendar, acknowledgements, maintenance, pausedUntil: situation.watch?.pausedUntil };
  const watched = watchedChecks(situation);
  const outages = pastOutages(watched, incidents, now);
  const wanted = [
    ...watched.flatMap((one) => decideWatched(one, situation, moment).map((due) => muteSecondary(due, one, outages))),
    ...neverMeasured(situation),
    ...removed(situation),
    ...decidePast(situation, watched),
  ];
  const root = findRoot(watched, outages, tellsOfHealth(wanted));
  const silent = isInMaintenance(touchpointId, now, situation.maintenance);
  const decided = wanted.map((decision) => {
    if (decision.notice === null) return decision;
    if (silent) return quiet(decision.checkId, 'maintenance');
    if (root === null) return decision;
    if (decision.checkId !== root.check.id)
      return outranks(gravityOf(decision.notice), root) ? decision : quiet(decision.checkId, 'muted');
    const alsoAffected = affected(watched, root);
    return notify({ ...decision.notice, ...(alsoAffected.length > 0 && { alsoAffected }) });
  });
  const due = decided.flatMap(({ notice }) => notice ?? []).toSorted(worstFirst);
  const notices = due.slice(0, MOST_NOTICES);
  const decisions = decided.map((decision) => {
    const mustWait = decision.notice !== null && !notices.includes(decision.notice);
    return mustWait ? quiet(decision.checkId, 'next-message') : decision;
  });
  return { notification: assemble(touchpointId, notices, now), decisions };
}

function decideWatched(one: Watched, situation: Situation, moment: Moment): Decision[] {
  return [
    decideHealth(one, moment),
    decideMeasurability(one, expectedSince(one.check, situation), moment.now),
    ...decideNudges(one),
  ];
}

/** Since when runs of the check are to be expected; null when that is not known. */
function expectedSince({ id }: Check, { watch, watchingSince }: Situation): Instant | null {
  const times = [watch?.checks[id]?.cadenceSince, watchingSince].flatMap((at) => at ?? []);
  return times.toSorted().at(-1) ?? null;
}

function neverMeasured(situation: Situation): Decision[] {
  const { touchpointId, statuses, checks, sent, now } = situation;
  return checks.flatMap((check) => {
    const since = expectedSince(check, situation);
    const isMeasured = statuses.some(({ checkId }) => checkId === check.id);
    if (check.touchpointId !== touchpointId || since === null || isMeasured) return [];
    return [decideNeverMeasured(check, sentAboutCheck(sent, check.id), since, now)];
  });
}

/** Checks that have a status, or that an alert was sent about, and that are no longer configured. */
function removed({ statuses, checks, sent }: Situation): Decision[] {
  const configured = new Set<CheckId>(checks.map(({ id }) => id));
  const known = new Map<CheckId, Status>(statuses.map((status) => [status.checkId, status]));
  const ids = new Set<CheckId>([...known.keys(), ...sent.map(({ checkId }) => checkId)]);
  return [...ids]
    .filter((checkId) => !configured.has(checkId))
    .flatMap((checkId) => decideRemoved(checkId, known.get(checkId), sentAboutCheck(sent, checkId)));
}

function watchedChecks({ touchpointId, statuses, checks, sent, now }: Situation): Watched[] {
  const byId = new Map<CheckId, Check>(checks.map((check) => [check.id, check]));
  return statuses
    .filter((status) => status.touchpointId === touchpointId)
    .flatMap((status) => {
      const check = byId.get(status.checkId);
      if (check === undefined) return [];
      return [{ check, status, seen: lightAt(status, check, now), sent: sentAboutCheck(sent, check.id) }];
    });
}

/** Incidents whose place in the status another one has taken before their end was sent. */
function decidePast({ statuses, incidents, sent }: Situation, watched: readonly Watched[]): Decision[] {
  const byCheck = new Map<CheckId, Status>(statuses.map((status) => [status.checkId, status]));
  const watchedById = new Map<CheckId, Watched>(watched.map((one) => [one.check.id, one]));
  return incidents.flatMap((incident) => {
    const { checkId, state, openedAt } = incident;
    const isCurrent = byCheck.get(checkId)?.incident?.openedAt === openedAt;
    if (state !== 'resolved' || isCurrent) return [];
    const one = watchedById.get(checkId);
    const mustWait = one !== undefined && isHushed(one.status, one.sent);
    if (mustWait) return [quiet(checkId, 'unstable')];
    return [decideResolved(incident, sentAboutCheck(sent, checkId), one?.seen ?? null)];
  });
}

function muteSecondary(decision: Decision, one: Watched, outages: readonly Outage[]): Decision {
  return decision.reason === 'opened' && isSecondary(one, outages) ? quiet(decision.checkId, 'after-outage') : decision;
}

/** Recovery of anything worse than the root cause is reported, too; otherwise the reader would think that it lasts as long as the root cause. */
function gravityOf(notice: Notice): Light {
  const { reason, incident } = notice;
  return reason === 'resolved' && incident !== null ? incident.worstLight : lightSent(notice);
}

/** The checks about whose incident, or instability, something is due: that a check is grey tells of no outage. */
function tellsOfHealth(wanted: readonly Decision[]): Set<CheckId> {
  const due = wanted.flatMap(({ notice }) => notice ?? []);
  return new Set(due.filter(({ light }) => light === 'red' || light === 'yellow').map(({ checkId }) => checkId));
}

/** The other checks that are ill or grey while the root cause lasts, and not worse: those have notices of their own. */
function affected(watched: readonly Watched[], root: Watched): CheckId[] {
  const ill = watched.filter(({ seen, status: { incident } }) => {
    if (incident?.state === 'open' && outranks(incident.light, root)) return false;
    return seen.light === 'unknown' || incident?.state === 'suspected' || incident?.state === 'open';
  });
  return ill.map(({ check }) => check.id).filter((checkId) => checkId !== root.check.id);
}

function assemble(touchpointId: string, notices: Notice[], now: Instant): Notification | null {
  const [worst] = notices;
  if (worst === undefined) return null;
  return { touchpointId, light: worst.light, reason: worst.reason, createdAt: now, notices };
}

function worstFirst(a: Notice, b: Notice): number {
  return (
    lightsWorstFirst.indexOf(a.light) - lightsWorstFirst.indexOf(b.light) ||
    urgency(a.reason) - urgency(b.reason) ||
    a.checkId.localeCompare(b.checkId)
  );
}

function urgency(reason: SentReason): number {
  return sentReasons.indexOf(reason);
}
