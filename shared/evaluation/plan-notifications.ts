import type { Calendar, Maintenance } from '../model/business.ts';
import type { Check } from '../model/check.ts';
import type { CheckId } from '../model/check-id.ts';
import type { Incident } from '../model/incident.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import { lightsWorstFirst } from '../model/light.ts';
import type { Notice, Notification, Sent } from '../model/notification.ts';
import { type ToldReason, toldReasons } from '../model/reason.ts';
import type { Status } from '../model/status.ts';
import {
  type Acknowledged,
  decideHealth,
  decideRemoved,
  decideResolved,
  decideSight,
  isUnstable,
  type Moment,
} from './decide-notices.ts';
import { decideNudges } from './decide-nudges.ts';
import { type Decision, quiet, tell } from './decision.ts';
import { isInMaintenance } from './maintenance.ts';
import { noticeText } from './notice-text.ts';
import { findRoot, isEcho, type Outage, pastOutages, type Watched } from './root-cause.ts';
import { toldAboutCheck } from './told.ts';

/** Everything that is known of one touchpoint at one moment. */
export interface Situation {
  readonly touchpointId: string;
  readonly statuses: readonly Status[];
  /** The history at least since `historySince`. */
  readonly incidents: readonly Incident[];
  /** What was told about subjects at least since `historySince`. */
  readonly sent: readonly Sent[];
  /** The configured checks, of this touchpoint or of all. */
  readonly checks: readonly Check[];
  readonly calendar: Calendar;
  readonly maintenance: readonly Maintenance[];
  readonly acknowledgements?: readonly Acknowledged[];
  readonly now: Instant;
}

export interface Plan {
  /** The one message that is due now, or null. */
  readonly notification: Notification | null;
  /** What was decided about each check, and why, also where nobody is told. */
  readonly decisions: readonly Decision[];
}

/**
 * As many as one message holds: SNS takes 256 KB, of which 50 notices with the longest texts in Cyrillic need 249. What is
 * left over stays due and is told with the next run's trigger.
 */
export const MOST_NOTICES = 40;

const HISTORY_MS = 30 * 24 * 3_600_000;

/**
 * Since when the incidents (by openedAt) and the sent log (by subject) must be known for a right plan: 30 days, or longer
 * for what has been going on for longer.
 */
export function historySince(statuses: readonly Status[], now: Instant): Instant {
  const subjects = statuses.flatMap(({ incident, unknownSince, flappingSince }) => [
    incident?.openedAt ?? null,
    unknownSince,
    flappingSince,
  ]);
  const earliest = toInstant(Date.parse(now) - HISTORY_MS);
  return subjects.reduce<Instant>((min, at) => (at !== null && at < min ? at : min), earliest);
}

/**
 * What is worth telling about one touchpoint now. Level-triggered: it compares the state with what was told before, so a
 * lost or a repeated trigger changes nothing, and a send that was not logged is told again.
 */
export function planNotifications(situation: Situation): Plan {
  const { touchpointId, statuses, incidents, sent, calendar, acknowledgements = [], now } = situation;
  const moment: Moment = { now, calendar, acknowledgements };
  const watched = watchedChecks(situation);
  const outages = pastOutages(watched, incidents);
  const root = findRoot(watched, outages);
  const wanted = [
    ...watched.flatMap((one) =>
      [decideHealth(one, moment), decideSight(one), ...decideNudges(one)].map((due) => muteEcho(due, one, outages)),
    ),
    ...statuses
      .filter(({ checkId }) => !watched.some(({ check }) => check.id === checkId))
      .map((status) => decideRemoved(status, toldAboutCheck(sent, status.checkId))),
    ...decidePast(situation),
  ];
  const silent = isInMaintenance(touchpointId, now, situation.maintenance);
  const decided = wanted.map((decision) => {
    if (decision.notice === null) return decision;
    if (silent) return quiet(decision.checkId, 'maintenance');
    if (root === null) return decision;
    if (decision.checkId !== root.check.id) return quiet(decision.checkId, 'muted');
    const alsoAffected = affected(watched, root);
    const text = noticeText.alsoAffected(decision.notice.text, alsoAffected);
    return tell({ ...decision.notice, text, ...(alsoAffected.length > 0 && { alsoAffected }) });
  });
  const notices = decided.flatMap(({ notice }) => notice ?? []).toSorted(worstFirst);
  const told = notices.slice(0, MOST_NOTICES);
  const decisions = decided.map((decision) => {
    const mustWait = decision.notice !== null && !told.includes(decision.notice);
    return mustWait ? quiet(decision.checkId, 'next-message') : decision;
  });
  return { notification: assemble(touchpointId, told, now), decisions };
}

function watchedChecks({ touchpointId, statuses, checks, sent }: Situation): Watched[] {
  const byId = new Map<CheckId, Check>(checks.map((check) => [check.id, check]));
  return statuses
    .filter((status) => status.touchpointId === touchpointId)
    .flatMap((status) => {
      const check = byId.get(status.checkId);
      return check === undefined ? [] : [{ check, status, told: toldAboutCheck(sent, check.id) }];
    });
}

/** Incidents whose place in the status another one has taken before their end was told. */
function decidePast({ statuses, incidents, sent }: Situation): Decision[] {
  const byCheck = new Map<CheckId, Status>(statuses.map((status) => [status.checkId, status]));
  return incidents.flatMap((incident) => {
    const status = byCheck.get(incident.checkId);
    const isCurrent = status?.incident?.openedAt === incident.openedAt;
    if (incident.state !== 'resolved' || isCurrent) return [];
    const decision = decideResolved(incident, toldAboutCheck(sent, incident.checkId));
    const mustWait = status !== undefined && isUnstable(status);
    return [mustWait ? quiet(incident.checkId, 'unstable') : decision];
  });
}

function muteEcho(decision: Decision, { status }: Watched, outages: readonly Outage[]): Decision {
  return decision.reason === 'opened' && isEcho(status, outages) ? quiet(decision.checkId, 'after-outage') : decision;
}

/** The other checks that are ill or grey while the root cause lasts. */
function affected(watched: readonly Watched[], root: Watched): CheckId[] {
  const ill = watched.filter(({ status: { light, incident } }) => {
    return light === 'unknown' || incident?.state === 'suspected' || incident?.state === 'open';
  });
  return ill.map(({ check }) => check.id).filter((checkId) => checkId !== root.check.id);
}

function assemble(touchpointId: string, notices: Notice[], now: Instant): Notification | null {
  const [worst] = notices;
  if (worst === undefined) return null;
  return { version: 1, touchpointId, light: worst.light, reason: worst.reason, createdAt: now, notices };
}

function worstFirst(a: Notice, b: Notice): number {
  return (
    lightsWorstFirst.indexOf(a.light) - lightsWorstFirst.indexOf(b.light) ||
    urgency(a.reason) - urgency(b.reason) ||
    a.checkId.localeCompare(b.checkId)
  );
}

function urgency(reason: ToldReason): number {
  return toldReasons.indexOf(reason);
}
