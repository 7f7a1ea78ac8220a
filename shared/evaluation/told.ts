import type { CheckId } from '../model/check-id.ts';
import type { Instant } from '../model/instant.ts';
import type { Sent } from '../model/notification.ts';
import type { ToldReason } from '../model/reason.ts';

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
  const subjects = new Set(told.filter(({ reason }) => reason === 'opened').map(({ subjectAt }) => subjectAt));
  return [...subjects].some((openedAt) => isKnown(toldAboutIncident(told, openedAt)));
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

/** The number of the next notice of that reason about that subject, from 1. */
export function nextNumber(told: Told, subjectAt: Instant, reason: ToldReason): number {
  return 1 + told.filter((entry) => entry.subjectAt === subjectAt && entry.reason === reason).length;
}
