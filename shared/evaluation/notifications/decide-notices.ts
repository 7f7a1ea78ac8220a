import type { Incident } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Notice } from '../../model/notification.ts';
import type { SentReason } from '../../model/reason.ts';
import type { ResponseTime } from '../../model/response-time.ts';
import type { Status } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { isUnstable } from '../incidents/flapping.ts';
import type { LightNow } from '../incidents/light-at.ts';
import { lightChanges } from '../incidents/light-changes.ts';
import { hasBusinessHours, isBusinessTime } from '../schedule/business-time.ts';
import { isAcknowledged, lastEscalation, overdueResponse } from './decide-escalation.ts';
import { isCoveredByNudges } from './decide-nudges.ts';
import { type Decision, notify, quiet } from './decision.ts';
import type { Moment } from './moment.ts';
import type { Watched } from './root-cause.ts';
import {
  hasOpenEnd,
  isHushed,
  isKnown,
  nextNumber,
  openFlapping,
  type SentHistory,
  sentAboutIncident,
} from './sent-history.ts';

/** Is the check well or ill, as far as the reader does not know it yet? */
export function decideHealth(watched: Watched, moment: Moment): Decision {
  const { status, seen, sent } = watched;
  if (isHushed(status, sent)) return quiet(status.checkId, 'unstable');
  // While it is well, there is nothing to alert about: it may have been the last time.
  if (isUnstable(status) && isIll(seen.light)) return decideFlapping(watched, moment);
  const { incident } = status;
  const flapping = openFlapping(sent);
  const isStable = status.flappingSince === null && seen.light === 'green' && incident?.state !== 'open';
  // Where the reader waits for an incident's resolution, that says the same, and more.
  if (flapping !== null && isStable && !hasOpenEnd(sent)) return stable(status, flapping.subjectAt);
  if (incident === null) return quiet(status.checkId, 'no-incident');
  return decideIncident(watched, incident, moment);
}

function decideIncident(watched: Watched, incident: Incident, moment: Moment): Decision {
  const { check, status, seen, sent } = watched;
  const { checkId } = status;
  if (incident.state === 'suspected') return quiet(checkId, 'not-confirmed');
  if (incident.state === 'resolved') return decideResolved(incident, sent, seen);
  if (status.goodStreak > 0) return quiet(checkId, 'recovering');

  const sentAboutIt = sentAboutIncident(sent, incident.openedAt ?? '');
  const last = sentAboutIt.at(-1);
  const mustWait = incident.light === 'yellow' && check.policy.yellowInBusinessHours && !isAtWork(moment);
  const notice = (reason: Illness, overdue?: ResponseTime): Decision =>
    incidentNotice(reason, incident, { seen, sent }, overdue);
  if (last === undefined || last.reason === 'resolved') {
    if (isCoveredByNudges(incident)) return quiet(checkId, 'nudged');
    // Closed when the check was removed: only a new run opens it again.
    if (last !== undefined && seen.lost !== null && status.lastRunAt <= last.sentAt)
      return quiet(checkId, 'not-measured');
    return mustWait ? quiet(checkId, 'waiting-for-business-hours') : notice('opened');
  }
  if (incident.light === 'red' && last.light === 'yellow') return notice('worsened');

  const overdue = overdueResponse(watched, incident, moment);
  if (overdue !== null) {
    return mustWait ? quiet(checkId, 'waiting-for-business-hours') : notice('escalated', overdue);
  }
  const { remindEveryMinutes } = check.policy;
  // Sent while the clock stood ahead, it would otherwise be the last for so long.
  const sinceSentMs = Math.abs(Date.parse(moment.now) - Date.parse(last.sentAt));
  if (remindEveryMinutes === 0 || sinceSentMs < remindEveryMinutes * minuteMs) return quiet(checkId, 'already-sent');
  if (isAcknowledged(incident, sentAboutIt, moment.acknowledgements)) return quiet(checkId, 'acknowledged');
  return mustWait ? quiet(checkId, 'waiting-for-business-hours') : notice('reminder');
}

/**
 * An incident that is over; also for one of the history whose place in the status another has taken since.
 * @param seen the check's light now: when it is lost, the end is sent without saying that it is green today
 */
export function decideResolved(incident: Incident, sent: SentHistory, seen: LightNow | null): Decision {
  const sentAboutIt = sentAboutIncident(sent, incident.openedAt ?? '');
  if (isKnown(sentAboutIt)) {
    const end = noticeAbout(incident, 'resolved', 'green', sent);
    return notify(seen === null || seen.lost === null ? end : { ...end, ...unseen(seen) });
  }
  return quiet(incident.checkId, sentAboutIt.length === 0 ? 'never-sent' : 'already-sent');
}

function decideFlapping({ check, status, seen: { light } }: Watched, moment: Moment): Decision {
  const { checkId, flappingSince, lastLights, incident } = status;
  if (flappingSince === null) return quiet(checkId, 'unstable');
  if (light === 'yellow' && check.policy.yellowInBusinessHours && !isAtWork(moment)) {
    return quiet(checkId, 'waiting-for-business-hours');
  }
  const changes = { count: lightChanges(lastLights), runs: lastLights.length };
  return notify({
    ...notice(status, 'flapping', light, flappingSince),
    incident: incident?.state === 'resolved' ? null : incident,
    changes,
  });
}

function isIll(light: Light): boolean {
  return light === 'yellow' || light === 'red';
}

function stable(status: Status, flappingSince: Instant): Decision {
  return notify(notice(status, 'resolved', 'green', flappingSince));
}

function isAtWork({ now, calendar }: Moment): boolean {
  // A business without hours would never hear of yellow.
  return !hasBusinessHours(calendar) || isBusinessTime(now, calendar);
}

type Illness = 'opened' | 'worsened' | 'reminder' | 'escalated';

function incidentNotice(
  reason: Illness,
  incident: Incident,
  { seen, sent }: Pick<Watched, 'seen' | 'sent'>,
  overdue?: ResponseTime,
): Decision {
  const about = {
    ...noticeAbout(incident, reason, incident.light, sent),
    ...(overdue !== undefined && { overdue }),
  };
  return notify(seen.lost === null ? about : { ...about, ...unseen(seen) });
}

/** What a notice says of a check whose light is lost. */
function unseen({ light, measuredAt }: LightNow): Pick<Notice, 'light' | 'measuredAt'> {
  return { light, measuredAt };
}

export function noticeAbout(incident: Incident, reason: SentReason, light: Light, sent: SentHistory): Notice {
  const subjectAt = incident.openedAt ?? incident.suspectedAt;
  const escalatedAt = reason === 'resolved' ? lastEscalation(sentAboutIncident(sent, subjectAt)) : null;
  return {
    checkId: incident.checkId,
    reason,
    light,
    subjectAt,
    n: nextNumber(sent, subjectAt, reason),
    incident,
    ...(escalatedAt !== null && { escalatedAt }),
  };
}

/** About the check itself: that it cannot be measured, or keeps changing. Such a subject begins once and is sent once. */
function notice({ checkId }: Status, reason: SentReason, light: Light, subjectAt: Instant): Notice {
  return { checkId, reason, light, subjectAt, n: 1, incident: null };
}
