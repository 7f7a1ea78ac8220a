import type { Calendar, Maintenance } from '../model/business.ts';
import type { Check } from '../model/check.ts';
import type { CheckId } from '../model/check-id.ts';
import type { Incident } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import type { Notice, Sent } from '../model/notification.ts';
import type { Result } from '../model/result.ts';
import type { Status } from '../model/status.ts';
import { advanceStatus, isLate } from './advance-status.ts';
import type { Acknowledged } from './decide-notices.ts';
import { judge } from './judge.ts';
import { planNotifications } from './plan-notifications.ts';
import { sentEntries } from './told.ts';

/** What one touchpoint's stored results are replayed under. */
export interface Replay {
  readonly touchpointId: string;
  /** With the thresholds and policies to try. */
  readonly checks: readonly Check[];
  /** In any order; those of other checks are left out. */
  readonly results: readonly Result[];
  readonly calendar: Calendar;
  readonly maintenance: readonly Maintenance[];
  readonly acknowledgements: readonly Acknowledged[];
}

/** A notice as it would have been sent. */
export interface ReplayedNotice extends Notice {
  readonly sentAt: Instant;
}

/**
 * The notices that these results would have led to: the whole core from judge to plan, result by result, with a clock that
 * stands at each result's end. What it cannot know are the confirmation runs that another threshold would have asked for:
 * those alerts come at the next cadence instead.
 */
export function replayAlerts({ touchpointId, checks, results, calendar, ...others }: Replay): ReplayedNotice[] {
  const byId = new Map<CheckId, Check>(checks.map((check) => [check.id, check]));
  const statuses = new Map<CheckId, Status>();
  const incidents = new Map<string, Incident>();
  const sent: Sent[] = [];
  const notices: ReplayedNotice[] = [];
  for (const result of results.toSorted(byTime)) {
    const check = byId.get(result.checkId);
    const previous = statuses.get(result.checkId) ?? null;
    if (check === undefined || isLate(previous, result)) continue;
    const step = advanceStatus(previous, judge(result, check), result, check, calendar.timeZone);
    statuses.set(check.id, step.next);
    if (step.incident !== null) incidents.set(`${check.id} ${step.incident.openedAt}`, step.incident);
    if (!step.tell) continue;
    const now = result.finishedAt;
    const { notification } = planNotifications({
      ...{ touchpointId, checks, calendar, sent, now, ...others },
      statuses: [...statuses.values()],
      incidents: [...incidents.values()],
    });
    if (notification === null) continue;
    sent.push(...sentEntries(notification, now));
    notices.push(...notification.notices.map((notice) => ({ ...notice, sentAt: now })));
  }
  return notices;
}

function byTime(a: Result, b: Result): number {
  if (a.scheduledAt !== b.scheduledAt) return a.scheduledAt < b.scheduledAt ? -1 : 1;
  return a.checkId < b.checkId ? -1 : 1;
}

export interface Comparison {
  /** Sent in fact and sent again. */
  readonly same: readonly Sent[];
  /** Sent in fact; nobody would have heard of it. */
  readonly dropped: readonly Sent[];
  /** Not sent in fact. */
  readonly added: readonly ReplayedNotice[];
}

/** The same notice is the same word about the same check within an hour of each other, whatever run opened its incident. */
const SAME_WITHIN_MS = 3_600_000;

export function compareAlerts(sent: readonly Sent[], replayed: readonly ReplayedNotice[]): Comparison {
  const left = [...replayed];
  const same: Sent[] = [];
  const dropped: Sent[] = [];
  for (const entry of sent.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1))) {
    const at = left.findIndex(
      ({ checkId, reason, sentAt }) =>
        checkId === entry.checkId &&
        reason === entry.reason &&
        Math.abs(Date.parse(sentAt) - Date.parse(entry.sentAt)) <= SAME_WITHIN_MS,
    );
    if (at === -1) dropped.push(entry);
    else {
      left.splice(at, 1);
      same.push(entry);
    }
  }
  return { same, dropped, added: left };
}
