import type { Calendar } from '../../model/business.ts';
import {
  type Conversation,
  type ConversationReason,
  type Message,
  type NoReplyReason,
  type Thread,
  textLimit,
} from '../../model/conversation.ts';
import { firstCharacters, oneLine, shorten } from '../../model/foreign-text.ts';
import type { Instant } from '../../model/instant.ts';
import { businessMinutesBetween } from '../schedule/business-time.ts';
import { machinesOf } from './automatic.ts';
import { addresses } from './between-customers.ts';
import { circleOf } from './circle.ts';
import { keepUntil } from './history.ts';
import { noReplyReason } from './no-reply.ts';

export interface AssessmentFrame {
  readonly checkId: string;
  /** Ids of people who answer for the business from their own accounts. */
  readonly staff: ReadonlySet<string>;
  readonly calendar: Calendar;
  readonly now: Instant;
  /** A like or reaction of the business settles a question, too. */
  readonly likesAnswer?: boolean;
}

/** How the thread stands: one row of "who waits, since when, and how long it took the last time". */
interface Standing {
  readonly state: Conversation['state'];
  readonly reason: ConversationReason;
  readonly waitingSince: Instant | null;
  readonly answeredAt: Instant | null;
  /** The message that the matter is about. */
  readonly subject: Message | null;
}

/** What one platform's thread means for the business, from the thread alone. */
export function assessThread(thread: Thread, frame: AssessmentFrame): Conversation {
  const standing = standingOf(thread, frame);
  const { subject, waitingSince, answeredAt } = standing;
  const startedAt = firstOf(thread)?.createdAt ?? frame.now;
  const closedAt = standing.state === 'waiting' ? null : (answeredAt ?? subject?.createdAt ?? frame.now);
  return {
    checkId: frame.checkId,
    id: thread.id,
    place: thread.place,
    kind: thread.kind,
    state: standing.state,
    reason: standing.reason,
    startedAt,
    waitingSince,
    answeredAt,
    responseMinutes:
      waitingSince === null || answeredAt === null
        ? null
        : businessMinutesBetween(waitingSince, answeredAt, frame.calendar),
    closedAt,
    keepUntil: keepUntil({ kind: thread.kind, startedAt, waitingSince, closedAt }),
    nudgedAt: null,
    permalink: thread.permalink === null ? null : oneLine(thread.permalink),
    rating: thread.rating,
    authorId: subject?.author.id ?? null,
    author: shortAuthor(subject?.author.name ?? null),
    text: shortText(subject?.text ?? ''),
    forgotten: false,
    ...(thread.viaForm === true && { viaForm: true }),
  };
}

interface Answered {
  readonly since: Instant;
  readonly at: Instant;
  readonly message: Message;
  /** What answered it. */
  readonly by: Message;
}

/** What happens in a thread, in order: somebody writes, or a customer changes what was written before. */
interface Happening {
  readonly at: Instant;
  readonly message: Message;
  readonly edit: boolean;
}

/**
 * Plays the thread through: a customer's message that needs a reply waits; a message of the business answers whom it
 * names or replies to, or, addressed to nobody, everything before it ("last word"). Edited after the reply, it waits again.
 */
function standingOf(thread: Thread, { staff, likesAnswer = false }: AssessmentFrame): Standing {
  const isOurs = ({ author }: Message): boolean => author.isBusiness || (author.id !== null && staff.has(author.id));
  const pending = new Map<string, { readonly message: Message; readonly since: Instant; readonly edited: boolean }>();
  let answered: Answered | null = null;
  let silent: { readonly message: Message; readonly reason: NoReplyReason } | null = null;
  const machines = machinesOf(thread);

  const companyOf = circleOf(thread, isOurs);
  const takenForSpam: Message[] = [];
  for (const { at, message, edit } of happenings(thread, isOurs)) {
    if (!isOurs(message)) {
      const found = noReplyReason(message, thread.kind, thread.rating, companyOf(message));
      const reason = found === 'spam' && comesBack(message, takenForSpam) ? null : found;
      if (found === 'spam') takenForSpam.push(message);
      if (reason === 'withdrawn') for (const id of readWith(message, pending)) pending.delete(id);
      if (reason !== null) silent ??= { message, reason };
      else if (!pending.has(message.id)) pending.set(message.id, { message, since: at, edited: edit });
      machines.hear(at);
      continue;
    }
    if (message.automatic === true || machines.wrote(message, at, oldestOf([...pending.values()])?.since ?? null))
      continue;
    const settled = settledBy(message, pending);
    const oldest = oldestOf(settled);
    if (oldest !== null) answered = { since: oldest.since, at, message: oldest.message, by: message };
    for (const each of settled) pending.delete(each.message.id);
  }

  const liked = likesAnswer ? [...pending.values()].filter(({ message }) => message.liked) : [];
  for (const { message } of liked) {
    silent ??= { message, reason: 'liked' };
    for (const each of readWith(message, pending)) pending.delete(each);
  }
  const oldest = oldestOf([...pending.values()]);
  if (oldest !== null) {
    const reason = oldest.edited ? 'edited-after-reply' : thread.replyRejected ? 'reply-rejected' : 'unanswered';
    return { state: 'waiting', reason, waitingSince: oldest.since, answeredAt: null, subject: oldest.message };
  }
  if (answered !== null) {
    const { since, at, message, by } = answered;
    const reason = by.pickedUp === true ? 'picked-up' : 'answered';
    return { state: 'answered', reason, waitingSince: since, answeredAt: at, subject: message };
  }
  return standingWithoutQuestion(thread, silent);
}

/** Who likes a message, or takes it back, means what the same person had written before it. */
function readWith(liked: Message, pending: ReadonlyMap<string, { readonly message: Message }>): readonly string[] {
  const isRead = ({ id, author, createdAt }: Message): boolean =>
    id === liked.id || (author.id !== null && author.id === liked.author.id && createdAt <= liked.createdAt);
  return [...pending].filter(([, { message }]) => isRead(message)).map(([id]) => id);
}

/** Machines repeat themselves; somebody who writes once more in other words is a person, whatever the words. */
function comesBack({ id, author, text }: Message, takenForSpam: readonly Message[]): boolean {
  return takenForSpam.some(
    (before) =>
      before.id !== id && author.id !== null && before.author.id === author.id && before.text.trim() !== text.trim(),
  );
}

function standingWithoutQuestion(
  thread: Thread,
  silent: { readonly message: Message; readonly reason: NoReplyReason } | null,
): Standing {
  const none = { waitingSince: null, answeredAt: null };
  if (silent !== null) return { state: 'no-reply-needed', reason: silent.reason, subject: silent.message, ...none };
  const isDeleted = thread.messages.some(({ deleted }) => deleted) || thread.messages.length === 0;
  if (isDeleted) return { state: 'gone', reason: 'deleted', subject: null, ...none };
  return { state: 'no-reply-needed', reason: 'own', subject: firstOf(thread), ...none };
}

function happenings(thread: Thread, isOurs: (message: Message) => boolean): Happening[] {
  const all = thread.messages
    .filter(({ deleted }) => !deleted)
    .flatMap((message): Happening[] => {
      const written = { at: message.createdAt, message, edit: false };
      const { editedAt } = message;
      if (editedAt === null || editedAt <= message.createdAt || isOurs(message)) return [written];
      return [written, { at: editedAt, message, edit: true }];
    });
  // At the same instant the customer speaks first: an answer is never older than its question.
  return all.toSorted((a, b) =>
    a.at === b.at ? Number(isOurs(a.message)) - Number(isOurs(b.message)) : a.at < b.at ? -1 : 1,
  );
}

/** Of those who wait, whom it names; where it names none of them, all whom it may speak to. */
function settledBy<T extends { readonly message: Message }>(answer: Message, pending: ReadonlyMap<string, T>): T[] {
  const spokenTo = [...pending.values()].filter((each) => isAddressed(answer, each.message, pending));
  const named = spokenTo.filter(
    ({ message: { author } }) => author.name !== null && addresses(answer.text, answer.addressees, author.name),
  );
  return named.length > 0 ? named : spokenTo;
}

/** An answer to one message also answers what the same person had written before it. */
function isAddressed(
  answer: Message,
  question: Message,
  pending: ReadonlyMap<string, { readonly message: Message }>,
): boolean {
  if (answer.replyTo === null || answer.replyTo === question.id) return true;
  const addressee = pending.get(answer.replyTo)?.message;
  return (
    addressee !== undefined &&
    addressee.author.id !== null &&
    addressee.author.id === question.author.id &&
    question.createdAt <= addressee.createdAt
  );
}

function oldestOf<T extends { readonly since: Instant }>(pending: readonly T[]): T | null {
  return pending.reduce<T | null>(
    (oldest, each) => (oldest === null || each.since < oldest.since ? each : oldest),
    null,
  );
}

function firstOf({ messages }: Thread): Message | null {
  return messages.reduce<Message | null>(
    (first, each) => (first === null || each.createdAt < first.createdAt ? each : first),
    null,
  );
}

/** In UTF-16 units, because an author has room for 40: one emoji may be a dozen. */
const nameLimit = 24;
const initialLimit = 14;

/** "Ann Kovalenko" is kept as "Ann K.", a single name or handle by its first letters. */
export function shortAuthor(name: string | null): string {
  const [first = '', ...others] = oneLine(name ?? '').split(' ');
  const last = others.at(-1);
  if (last === undefined) return first.length <= 5 ? first : `${firstCharacters(first, 4, nameLimit)}…`;
  return `${firstCharacters(first, 12, nameLimit)} ${firstCharacters(last, 1, initialLimit)}.`;
}

/** At most 140 characters, without line breaks and without half a character at the end. */
export function shortText(text: string): string {
  return shorten(oneLine(text), textLimit, '…');
}
