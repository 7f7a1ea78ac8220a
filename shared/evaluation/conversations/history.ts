import type { Conversation, ConversationReason } from '../../model/conversation.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { dayMs } from '../../model/time-spans.ts';

/** How far back a first poll looks, and how long a conversation may wait before it is given up as expired. */
export const lookBackDays = 90;

/**
 * Closed conversations are kept for the weekly mail: it may be written until the Sunday after its week, so that its Monday lies two
 * weeks back. Reviews are kept for the share of bad ones in a month, and comments of a survey as long as unanswered messages.
 */
export const keepClosedDays = {
  ...{ comment: 15, mention: 15, message: 15, call: 15, review: 31 },
  survey: lookBackDays,
} as const;

/** What was said, and by whom, is kept for so long; the rest of the time only figures need the conversation. Words of a survey stay as long as it does. */
export const keepWordsDays = 8;

/** Is it still needed, or has it left the window of every figure? */
function isWorthKeeping({ kind, closedAt }: Conversation, now: Instant): boolean {
  return closedAt === null || Date.parse(now) - Date.parse(closedAt) < keepClosedDays[kind] * dayMs;
}

/** The instant from which the table may drop it. */
export function keepUntil({
  kind,
  startedAt,
  waitingSince,
  closedAt,
}: Pick<Conversation, 'kind' | 'startedAt' | 'waitingSince' | 'closedAt'>): Instant {
  const days = closedAt === null ? lookBackDays + keepClosedDays[kind] : keepClosedDays[kind];
  return toInstant(Date.parse(closedAt ?? waitingSince ?? startedAt) + days * dayMs);
}

export interface Observation {
  /** Threads as this poll saw them, assessed. */
  readonly seen: readonly Conversation[];
  /** Ids of waiting conversations that the platform says do not exist any more. Never those it merely failed to show. */
  readonly gone: readonly string[];
}

export interface History {
  /** What is to be written: new, or not what it was. */
  readonly changed: readonly Conversation[];
  /** Everything known now. */
  readonly all: readonly Conversation[];
}

/** What one poll does to what was known: it adds, it moves, it never undoes by silence. */
export function mergeObservation(known: readonly Conversation[], { seen, gone }: Observation, now: Instant): History {
  const all = new Map(known.map((conversation) => [conversation.id, conversation]));
  const changed = new Map<string, Conversation>();
  const move = (seen: Conversation): void => {
    const previous = all.get(seen.id);
    const next = previous?.state === 'waiting' ? seen : withoutOldWords(seen, now);
    if (previous === undefined && !isWorthKeeping(next, now)) return;
    if (previous !== undefined && isSame(previous, next)) return;
    all.set(next.id, next);
    changed.set(next.id, next);
  };
  for (const conversation of seen) move(withPast(conversation, all.get(conversation.id), now));
  for (const id of gone) {
    const previous = all.get(id);
    if (previous?.state === 'waiting') move(closed(previous, 'gone', 'not-found', now));
  }
  const seenIds = new Set(seen.map(({ id }) => id));
  for (const conversation of all.values()) {
    // Of an old thread with a new question, the wait is young.
    const since = conversation.waitingSince ?? conversation.startedAt;
    const isTooOld = Date.parse(now) - Date.parse(since) > lookBackDays * dayMs;
    const isExpired = conversation.state === 'waiting' && isTooOld && !seenIds.has(conversation.id);
    if (isExpired) move(closed(conversation, 'expired', 'too-old', now));
    else if (!changed.has(conversation.id) && isWorthKeeping(conversation, now)) move(conversation);
  }
  return { changed: [...changed.values()], all: [...all.values()].filter((each) => isWorthKeeping(each, now)) };
}

/** Was it closed so recently that it is still of interest, or is it open? */
export function isRecent({ closedAt }: Pick<Conversation, 'closedAt'>, now: Instant): boolean {
  return closedAt === null || Date.parse(now) - Date.parse(closedAt) < keepWordsDays * dayMs;
}

/** A link stays: it leads to what its platform shows; the place of a mail is its subject. Of a call, nothing but digits is known. */
function withoutOldWords(conversation: Conversation, now: Instant): Conversation {
  if (conversation.kind === 'call' || isRecent(conversation, now)) return conversation;
  const { permalink } = conversation;
  const isLink = permalink !== null && /^https?:/.test(permalink);
  return { ...conversation, author: '', text: '', permalink: isLink ? permalink : null };
}

/** A person who asked to be forgotten: the figures keep their numbers, the person leaves. */
export function forget(conversation: Conversation): Conversation {
  return { ...conversation, authorId: null, author: '', text: '', permalink: null, forgotten: true };
}

function withPast(next: Conversation, previous: Conversation | undefined, now: Instant): Conversation {
  if (previous === undefined) return next;
  if (previous.state === 'expired' && previous.waitingSince === next.waitingSince) return previous;
  const marked = { ...next, nudgedAt: isSameWait(next, previous) ? previous.nudgedAt : null };
  const known = previous.forgotten ? forget(marked) : withText(marked, previous);
  if (previous.state === 'waiting' && known.state !== 'waiting' && known.answeredAt === null) {
    return closedAs(known, now);
  }
  // A closed one keeps the time at which we first saw it closed, however often it is read again.
  const isStillClosed = previous.state === known.state && known.answeredAt === null && known.state !== 'waiting';
  return isStillClosed ? closedAs(known, previous.closedAt) : known;
}

function isSameWait(next: Conversation, previous: Conversation): boolean {
  return next.state === 'waiting' && previous.state === 'waiting' && next.waitingSince === previous.waitingSince;
}

/** A platform without history sends each message once; later polls of the same conversation come without it. */
function withText(next: Conversation, previous: Conversation): Conversation {
  if (next.text !== '' || next.author !== '') return next;
  const { author, authorId, text, permalink } = previous;
  return { ...next, author, authorId: next.authorId ?? authorId, text, permalink: next.permalink ?? permalink };
}

function closed(
  conversation: Conversation,
  state: 'gone' | 'expired',
  reason: ConversationReason,
  now: Instant,
): Conversation {
  return closedAs({ ...conversation, state, reason }, now);
}

function closedAs(conversation: Conversation, closedAt: Instant | null): Conversation {
  return { ...conversation, closedAt, keepUntil: keepUntil({ ...conversation, closedAt }) };
}

export function isSame(a: Conversation, b: Conversation): boolean {
  const keys = Object.keys(a) as (keyof Conversation)[];
  return keys.every((key) => a[key] === b[key]);
}
