import type { Conversation, Message, Thread } from '../../model/conversation.ts';
import { type AssessmentFrame, assessThread } from './conversation.ts';
import { keepUntil } from './history.ts';

/**
 * A thread of which the platform shows only a part, assessed with what is known of the rest: who waited before still waits
 * until an answer is seen, and a question that was answered does not wait again because its answer is out of sight.
 */
export function assessWithPast(thread: Thread, known: Conversation | undefined, frame: AssessmentFrame): Conversation {
  const settledUntil = known?.state === 'waiting' ? known.waitingSince : (known?.answeredAt ?? null);
  if (thread.isPartial !== true || known === undefined || settledUntil === null) return assessThread(thread, frame);
  const isWaiting = known.state === 'waiting';
  const isOurs = ({ author }: Message): boolean =>
    author.isBusiness || (author.id !== null && frame.staff.has(author.id));
  const later = thread.messages
    .filter(({ createdAt, editedAt }) => (editedAt ?? createdAt) > settledUntil)
    .map((message) => (isOurs(message) ? message : sinceEdited(message, settledUntil)));
  if (!isWaiting && later.length === 0) return known;
  const asked = thread.messages.filter((message) => !isOurs(message));
  const messages = isWaiting ? [...oldestQuestions(asked, known, settledUntil), ...later] : later;
  const next = assessThread({ ...thread, messages }, frame);
  // Thanks after the answer, or nothing but ours.
  if (known.state === 'answered' && next.state !== 'waiting' && next.state !== 'answered') return known;
  const { startedAt } = known;
  return { ...next, startedAt, keepUntil: keepUntil({ ...next, startedAt }) };
}

/** What was settled before it was edited waits since the edit: its answer may be out of sight. */
function sinceEdited(message: Message, settledUntil: string): Message {
  const { createdAt, editedAt } = message;
  return editedAt === null || createdAt > settledUntil ? message : { ...message, createdAt: editedAt, editedAt: null };
}

/** What the customer waits with: as it is shown, also if it was edited or deleted since, or else as it was remembered. */
function oldestQuestions(asked: readonly Message[], known: Conversation, waitingSince: string): readonly Message[] {
  const shown = asked.filter(({ createdAt, editedAt }) => createdAt === waitingSince || editedAt === waitingSince);
  if (shown.length > 0) return shown.map((message) => ({ ...message, createdAt: waitingSince, editedAt: null }));
  return [
    {
      id: '',
      author: { id: known.authorId, name: known.author, isBusiness: false },
      // A person who was forgotten waits all the same.
      text: known.text === '' ? '?' : known.text,
      addressees: [],
      createdAt: waitingSince,
      editedAt: null,
      replyTo: null,
      hidden: false,
      deleted: false,
      liked: false,
      noReply: null,
    },
  ];
}
