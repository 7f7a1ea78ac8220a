import { type Instant, toInstant } from '../../model/instant.ts';
import type { Notice, Notification } from '../../model/notification.ts';
import type { SentReason } from '../../model/reason.ts';
import type { Status } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { planNotifications, type Situation } from './plan-notifications.ts';

/** Reasons that a run brings about, and whose status wakes notify. */
const ofRuns: readonly SentReason[] = ['opened', 'worsened', 'resolved'];
/** The stream gathers records for a minute; ten leave room for a slow queue. */
const GRACE_MS = 10 * minuteMs;
const WAKE_MS = 60_000;

/**
 * What a sweep announces that the run behind it should have announced long ago: nothing has woken notify since, or it failed.
 * What had to wait (for business hours, for the end of maintenance or of a pause) was not due then and is not counted.
 */
export function missedTriggers(situation: Situation, notification: Notification | null): Notice[] {
  const { statuses, checks, now } = situation;
  return (notification?.notices ?? []).filter((notice) => {
    const status = statuses.find(({ checkId }) => checkId === notice.checkId);
    const isConfigured = checks.some(({ id }) => id === notice.checkId);
    if (status === undefined || !isConfigured || !ofRuns.includes(notice.reason)) return false;
    const newsAt = lastNews(status);
    if (wasPausedAfter(newsAt, situation)) return false;
    if (Date.parse(now) - Date.parse(newsAt) < GRACE_MS || hasNotifiedSince(situation, newsAt)) return false;
    const then = planNotifications({ ...situation, now: toInstant(Date.parse(newsAt) + WAKE_MS) });
    return (then.notification?.notices ?? []).some((due) => isSame(due, notice));
  });
}

/** The run's own time may be long before its result; and a check that runs every few minutes has had newer runs since. */
function lastNews({ lastRunAt, newsAt }: Status): Instant {
  return newsAt ?? lastRunAt;
}

/** What nobody was woken for. */
function wasPausedAfter(at: Instant, { watch }: Situation): boolean {
  return watch?.pausedUntil !== undefined && at <= watch.pausedUntil;
}

/** More was due than one message holds: the rest follows. */
function hasNotifiedSince({ sent }: Situation, at: Instant): boolean {
  return sent.some(({ sentAt }) => sentAt >= at);
}

function isSame(a: Notice, b: Notice): boolean {
  return a.checkId === b.checkId && a.reason === b.reason && a.subjectAt === b.subjectAt;
}
