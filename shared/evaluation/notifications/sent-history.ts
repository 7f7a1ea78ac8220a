import type { CheckId } from '../../model/check-id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Notice, Notification, Sent } from '../../model/notification.ts';
import type { SentReason } from '../../model/reason.ts';
import type { Status } from '../../model/status.ts';
import { isUnstable } from '../incidents/flapping.ts';

/** What was sent about one check, oldest first: the sent log as the planner reads it. */
export type SentHistory = readonly Sent[];

const aboutHealth: readonly SentReason[] = ['opened', 'worsened', 'reminder', 'escalated', 'resolved'];

export function sentAboutCheck(sent: readonly Sent[], checkId: CheckId): SentHistory {
  return sent.filter((entry) => entry.checkId === checkId).toSorted(inOrder);
}

/** Also where some were sent while the clock stood ahead. */
function inOrder(a: Sent, b: Sent): number {
  return turnOf(a) - turnOf(b) || (a.sentAt < b.sentAt ? -1 : 1);
}

function turnOf({ clockTurn = 0 }: Sent): number {
  return clockTurn;
}

/** The next turn begins when the latest one has entries that are still to come. */
function turnAt(now: Instant, log: readonly Sent[]): number {
  const turn = Math.max(0, ...log.map(turnOf));
  return log.some((entry) => turnOf(entry) === turn && entry.sentAt > now) ? turn + 1 : turn;
}

export function sentAboutIncident(sent: SentHistory, openedAt: Instant): SentHistory {
  return sent.filter((entry) => entry.subjectAt === openedAt && aboutHealth.includes(entry.reason));
}

/** Does the reader believe the incident to be going on? Yes until a resolution was the last word. */
export function isKnown(sentAboutIt: SentHistory): boolean {
  const last = sentAboutIt.at(-1);
  return last !== undefined && last.reason !== 'resolved';
}

/** Is there an incident whose resolution the reader still waits for? */
export function hasOpenEnd(sent: SentHistory): boolean {
  return openIncidents(sent).length > 0;
}

/** By openedAt. */
function openIncidents(sent: SentHistory): Instant[] {
  const opened = new Set(sent.filter(({ reason }) => reason === 'opened').map(({ subjectAt }) => subjectAt));
  return [...opened].filter((openedAt) => isKnown(sentAboutIncident(sent, openedAt)));
}

/** So unstable that one alert was sent about that instead of all that follow. */
export function isHushed(status: Status, sent: SentHistory): boolean {
  return (
    isUnstable(status) &&
    sent.some(({ reason, subjectAt }) => reason === 'flapping' && subjectAt === status.flappingSince)
  );
}

/** The flapping alert that no later one has ended or replaced, or null. */
export function openFlapping(sent: SentHistory): Sent | null {
  const last = sent.findLast(({ reason }) => reason === 'flapping' || aboutHealth.includes(reason));
  return last?.reason === 'flapping' ? last : null;
}

/** The `blind` alert that no `sighted` one has ended yet, or null. */
export function openUnmeasurable(sent: SentHistory): Sent | null {
  const last = sent.findLast(({ reason }) => reason === 'blind' || reason === 'sighted');
  return last?.reason === 'blind' ? last : null;
}

/** The earliest subject that was sent and whose end the reader still waits for; null when there is none. */
export function earliestOpenSubject(sent: readonly Sent[]): Instant | null {
  const byCheck = Map.groupBy(sent, ({ checkId }) => checkId);
  const open = [...byCheck.keys()].flatMap((checkId) => openSubjects(sentAboutCheck(sent, checkId)));
  return open.toSorted()[0] ?? null;
}

function openSubjects(sent: SentHistory): Instant[] {
  return [
    ...openIncidents(sent),
    ...[openUnmeasurable(sent), openFlapping(sent)].flatMap((entry) => entry?.subjectAt ?? []),
  ];
}

/** The number of the next notice of that reason about that subject, from 1. */
export function nextNumber(sent: SentHistory, subjectAt: Instant, reason: SentReason): number {
  return 1 + sent.filter((entry) => entry.subjectAt === subjectAt && entry.reason === reason).length;
}

/**
 * What the sent log keeps of a notification.
 * @param log what was sent before
 */
export function sentEntries({ touchpointId, notices }: Notification, sentAt: Instant, log: readonly Sent[]): Sent[] {
  const clockTurn = turnAt(sentAt, log);
  return notices.map((notice) => {
    const { checkId, subjectAt, reason, n } = notice;
    return {
      touchpointId,
      checkId,
      subjectAt,
      reason,
      n,
      light: lightSent(notice),
      sentAt,
      ...(clockTurn > 0 && { clockTurn }),
    };
  });
}

/** The light that the reader is left with: of an incident whose check is not measured any more, the last one known. */
export function lightSent({ light, reason, incident }: Notice): Light {
  const isIllness = reason !== 'resolved' && aboutHealth.includes(reason);
  return isIllness && incident !== null ? incident.light : light;
}
