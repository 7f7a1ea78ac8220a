import type { CheckId } from '../../model/check-id.ts';
import type { Sent } from '../../model/notification.ts';
import type { Status } from '../../model/status.ts';
import { decideResolved, noticeAbout } from './decide-notices.ts';
import { type Decision, notify, quiet } from './decision.ts';
import {
  isKnown,
  nextNumber,
  openFlapping,
  openUnmeasurable,
  type SentHistory,
  sentAboutIncident,
} from './sent-history.ts';

/**
 * A check that is no longer configured. Where an alert was sent about its incident, its flapping, or that it cannot be
 * measured, one more says that it is no longer checked: `resolved` or `sighted`, which ends the matter for machines, but with
 * a grey light, because nothing was seen to be repaired.
 * @param status absent when it was never measured
 */
export function decideRemoved(checkId: CheckId, status: Status | undefined, sent: SentHistory): Decision[] {
  const health = decideHealth(status, sent) ?? close('resolved', checkId, openFlapping(sent), sent);
  const measurability = close('sighted', checkId, openUnmeasurable(sent), sent);
  const decisions = [health, measurability].flatMap((decision) => decision ?? []);
  return decisions.length === 0 ? [quiet(checkId, 'removed')] : decisions;
}

function decideHealth(status: Status | undefined, sent: SentHistory): Decision | null {
  const incident = status?.incident ?? null;
  if (incident === null || !isKnown(sentAboutIncident(sent, incident.openedAt ?? ''))) return null;
  if (incident.state === 'resolved') return decideResolved(incident, sent, null);
  if (incident.state === 'suspected') return null;
  return notify(noticeAbout(incident, 'resolved', 'unknown', sent));
}

function close(
  reason: 'resolved' | 'sighted',
  checkId: CheckId,
  subject: Sent | null,
  sent: SentHistory,
): Decision | null {
  if (subject === null) return null;
  const { subjectAt } = subject;
  const n = nextNumber(sent, subjectAt, reason);
  return notify({ checkId, reason, light: 'unknown', subjectAt, n, incident: null });
}
