import type { Alert } from '../../model/alert.ts';
import type { ChannelTarget } from '../../model/channel.ts';
import type { ChannelPost } from '../../model/channel-post.ts';
import type { Instant } from '../../model/instant.ts';

export type AlertNotice = Alert['notices'][number];

/** What is done about a notice in a channel, and why. */
export type Delivery =
  /** A post of its own. */
  | { readonly action: 'post'; readonly reason: 'new' | 'ended' | 'unconfirmed' }
  /** The post that is there shows it, and its readers are told. */
  | { readonly action: 'update'; readonly reason: 'worse' | 'again' | 'ended' }
  | { readonly action: 'none'; readonly reason: 'other-touchpoint' | 'too-mild' | 'delivered' | 'late' | 'over' }
  /** Somebody is delivering about the same subject, or was stopped a moment ago. */
  | { readonly action: 'wait'; readonly reason: 'claimed'; readonly until: Instant };

export interface Occasion {
  readonly target: Pick<ChannelTarget, 'from' | 'touchpoints'>;
  readonly touchpointId: string;
  /** Of the alert: when what it says was so. */
  readonly createdAt: Instant;
  readonly now: Instant;
}

/**
 * What a notice is about: one incident, or one grey period of a check. One post each. Unstable periods follow each other under one
 * name, because what ends one does not say when it began.
 */
export function subjectOf(notice: AlertNotice): string {
  const kind = kindOfSubject(notice);
  return kind === 'flapping' ? unstableSubject(notice.checkId) : `${kind}#${notice.subjectAt}#${notice.checkId}`;
}

function unstableSubject(checkId: string): string {
  return `flapping#${checkId}`;
}

/**
 * Whatever is said of an incident of a check is also the end of an unstable period of it (`openFlapping`): the subject to look
 * for; null for other notices.
 */
export function endedBy(notice: AlertNotice): string | null {
  return kindOfSubject(notice) === 'incident' ? unstableSubject(notice.checkId) : null;
}

/** The end of an unstable period, as the notice that brings it about would say it. */
export function endOfUnstable(notice: AlertNotice, { subjectAt }: Pick<ChannelPost, 'subjectAt'>): AlertNotice {
  return { ...notice, reason: 'resolved', subjectAt, n: 1, incident: null };
}

function kindOfSubject({ reason, incident }: AlertNotice): 'incident' | 'blind' | 'flapping' | 'nudge' {
  switch (reason) {
    case 'opened':
    case 'worsened':
    case 'reminder':
    case 'escalated':
      return 'incident';
    case 'resolved':
      return incident === null ? 'flapping' : 'incident';
    case 'blind':
    case 'sighted':
      return 'blind';
    case 'flapping':
    case 'nudge':
      return reason;
  }
}

/** Nothing follows about this subject. */
export function isEnd({ reason }: AlertNotice): boolean {
  return reason === 'resolved' || reason === 'sighted';
}

/**
 * Deliveries may come twice, late and in any order. What is older than what the post shows is dropped; an end that comes before
 * its beginning is posted, and the beginning is then too late; what was announced gets its end, however mild it has become.
 */
export function decideDelivery(known: ChannelPost | null, notice: AlertNotice, occasion: Occasion): Delivery {
  const { target, touchpointId, createdAt, now } = occasion;
  const { touchpoints } = target;
  const post = beginsAnew(known, notice, createdAt) ? null : known;
  if (touchpoints !== null && !touchpoints.includes(touchpointId))
    return { action: 'none', reason: 'other-touchpoint' };
  const claim = known?.claim ?? null;
  if (claim !== null && claim.until > now) return { action: 'wait', reason: 'claimed', until: claim.until };
  if (post?.isOver === true) return { action: 'none', reason: 'over' };
  if (post !== null && notice.subjectAt < post.subjectAt) return { action: 'none', reason: 'late' };
  const last = post?.last ?? null;
  if (last !== null && last.reason === notice.reason && last.n === notice.n)
    return { action: 'none', reason: 'delivered' };
  const isThere = post !== null && post.place !== null;
  if (isEnd(notice)) {
    if (isThere) return { action: 'update', reason: 'ended' };
    return claim !== null || isWorth(notice, target)
      ? { action: 'post', reason: 'ended' }
      : { action: 'none', reason: 'too-mild' };
  }
  if (last !== null && createdAt < last.createdAt) return { action: 'none', reason: 'late' };
  if (isThere)
    return {
      action: 'update',
      reason: notice.reason === 'worsened' || notice.reason === 'escalated' ? 'worse' : 'again',
    };
  if (!isWorth(notice, target)) return { action: 'none', reason: 'too-mild' };
  return { action: 'post', reason: claim === null ? 'new' : 'unconfirmed' };
}

/**
 * A later unstable period of the same check; or an incident that was closed because its check had been removed, and that has been
 * found again since.
 */
export function beginsAnew(post: ChannelPost | null, notice: AlertNotice, createdAt: Instant): boolean {
  if (post === null || !post.isOver) return post !== null && notice.subjectAt > post.subjectAt;
  if (notice.subjectAt > post.subjectAt) return true;
  return notice.reason === 'opened' && notice.n > 1 && createdAt > (post.last?.createdAt ?? createdAt);
}

/** An incident that has been red once stays worth it. */
function isWorth(notice: AlertNotice, { from }: Occasion['target']): boolean {
  if (from === 'yellow') return true;
  const kind = kindOfSubject(notice);
  if (kind === 'incident') return notice.light === 'red' || notice.incident?.worstLight === 'red';
  return kind === 'flapping' && notice.light === 'red';
}
