import type { CheckId } from '../../model/check-id.ts';
import type { Notice } from '../../model/notification.ts';
import type { SentReason } from '../../model/reason.ts';

/** Why nothing is sent. */
export type QuietReason =
  /** Nothing is wrong. */
  | 'no-incident'
  /** Suspected, not yet confirmed. */
  | 'not-confirmed'
  /** Open, but the last run was good. */
  | 'recovering'
  /** Yellow, and each case of it has its own nudge. */
  | 'nudged'
  /** Yellow, and nobody is at work. */
  | 'waiting-for-business-hours'
  | 'already-sent'
  /** Over, and nobody had heard of it. */
  | 'never-sent'
  | 'acknowledged'
  /** Flapping, which an alert was sent about; quiet until it is stable. */
  | 'unstable'
  /** The touchpoint does not answer at all, and another check's alert says so. */
  | 'muted'
  /** Bad since an outage that is over; the next run decides. */
  | 'after-outage'
  | 'maintenance'
  /** The message is full of worse. */
  | 'next-message'
  /** No longer configured. */
  | 'removed'
  /** Not blind: the last run was measured. */
  | 'measured'
  /** Grey, but not for long enough. */
  | 'briefly-grey'
  /** Not measured for a while, but also not configured, or on this cadence, for long enough to expect it. */
  | 'newly-configured'
  /** Its light is too old to say anything new. */
  | 'not-measured';

/** What was decided about one question of one check, and why. Something is sent exactly when there is a notice. */
export type Decision =
  | { readonly checkId: CheckId; readonly reason: QuietReason; readonly notice: null }
  | { readonly checkId: CheckId; readonly reason: SentReason; readonly notice: Notice };

export function quiet(checkId: CheckId, reason: QuietReason): Decision {
  return { checkId, reason, notice: null };
}

export function notify(notice: Notice): Decision {
  return { checkId: notice.checkId, reason: notice.reason, notice };
}
