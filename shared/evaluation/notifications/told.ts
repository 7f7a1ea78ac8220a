import type { CheckId } from '../../model/check-id.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Notice, Notification, Sent } from '../../model/notification.ts';
import type { ToldReason } from '../../model/reason.ts';

/** What was told about one check, oldest first: the sent log as the planner asks it. */
export type Told = readonly Sent[];

const aboutHealth: readonly ToldReason[] = ['opened', 'worsened', 'reminder', 'resolved'];

export function toldAboutCheck(sent: readonly Sent[], checkId: CheckId): Told {
  return sent.filter((entry) => entry.checkId === checkId).toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
}

export function toldAboutIncident(told: Told, openedAt: Instant): Told {
  return told.filter((entry) => entry.subjectAt === openedAt && aboutHealth.includes(entry.reason));
}

/** Does the reader believe the incident to be going on? Yes until a resolution was the last word. */
export function isKnown(toldAboutIt: Told): boolean {
  const last = toldAboutIt.at(-1);
  return last !== undefined && last.reason !== 'resolved';
}

/** Is there an incident whose resolution the reader still waits for? */
export function hasOpenEnd(told: Told): boolean {
  return openIncidents(told).length > 0;
}

/** By openedAt. */
function openIncidents(told: Told): Instant[] {
  const opened = new Set(told.filter(({ reason }) => reason === 'opened').map(({ subjectAt }) => subjectAt));
  return [...opened].filter((openedAt) => isKnown(toldAboutIncident(told, openedAt)));
}

/** The flapping that was told and that no later word has ended or replaced, or null. */
export function openFlapping(told: Told): Sent | null {
  const last = told.findLast(({ reason }) => reason === 'flapping' || aboutHealth.includes(reason));
  return last?.reason === 'flapping' ? last : null;
}

/** The blindness that was told and not yet taken back, or null. */
export function openBlindness(told: Told): Sent | null {
  const last = told.findLast(({ reason }) => reason === 'blind' || reason === 'sighted');
  return last?.reason === 'blind' ? last : null;
}

/** The earliest subject that was told and whose end the reader still waits for; null when there is none. */
export function earliestOpenSubject(sent: readonly Sent[]): Instant | null {
  const byCheck = Map.groupBy(sent, ({ checkId }) => checkId);
  const open = [...byCheck.keys()].flatMap((checkId) => openSubjects(toldAboutCheck(sent, checkId)));
  return open.toSorted()[0] ?? null;
}

function openSubjects(told: Told): Instant[] {
  return [
    ...openIncidents(told),
    ...[openBlindness(told), openFlapping(told)].flatMap((entry) => entry?.subjectAt ?? []),
  ];
}

/** The number of the next notice of that reason about that subject, from 1. */
export function nextNumber(told: Told, subjectAt: Instant, reason: ToldReason): number {
  return 1 + told.filter((entry) => entry.subjectAt === subjectAt && entry.reason === reason).length;
}

/** What the sent log keeps of a notification. */
export function sentEntries({ touchpointId, notices }: Notification, sentAt: Instant): Sent[] {
  return notices.map((notice) => {
    const { checkId, subjectAt, reason, n } = notice;
    return { touchpointId, checkId, subjectAt, reason, n, light: lightTold(notice), sentAt };
  });
}

/** The light that the reader is left with: of an incident whose check is not measured any more, the last one known. */
function lightTold({ light, reason, incident }: Notice): Light {
  const isIllness = reason === 'opened' || reason === 'worsened' || reason === 'reminder';
  return isIllness && incident !== null ? incident.light : light;
}
