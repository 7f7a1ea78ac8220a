import type { CheckId } from '../../model/check-id.ts';
import type { Sent } from '../../model/notification.ts';
import type { Status } from '../../model/status.ts';
import { decideResolved, noticeAbout } from './decide-notices.ts';
import { type Decision, quiet, tell } from './decision.ts';
import { isKnown, nextNumber, openBlindness, openFlapping, type Told, toldAboutIncident } from './told.ts';

/**
 * A check that is no longer configured. Whoever was told of its incident, its flapping or its blindness is told once that
 * nobody looks any more: as `resolved` or `sighted`, which ends the matter for machines, but with a grey light, for nothing
 * was seen to be repaired.
 * @param status absent when it was never measured
 */
export function decideRemoved(checkId: CheckId, status: Status | undefined, told: Told): Decision[] {
  const health = decideHealth(status, told) ?? close('resolved', checkId, openFlapping(told), told);
  const sight = close('sighted', checkId, openBlindness(told), told);
  const decisions = [health, sight].flatMap((decision) => decision ?? []);
  return decisions.length === 0 ? [quiet(checkId, 'removed')] : decisions;
}

function decideHealth(status: Status | undefined, told: Told): Decision | null {
  const incident = status?.incident ?? null;
  if (incident === null || !isKnown(toldAboutIncident(told, incident.openedAt ?? ''))) return null;
  if (incident.state === 'resolved') return decideResolved(incident, told, null);
  if (incident.state === 'suspected') return null;
  return tell(noticeAbout(incident, 'resolved', 'unknown', told));
}

function close(reason: 'resolved' | 'sighted', checkId: CheckId, subject: Sent | null, told: Told): Decision | null {
  if (subject === null) return null;
  const { subjectAt } = subject;
  const n = nextNumber(told, subjectAt, reason);
  return tell({ checkId, reason, light: 'unknown', subjectAt, n, incident: null });
}
