import type { Conversation } from '../../model/conversation.ts';
import { oneLine } from '../../model/foreign-text.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { shortText } from './conversation.ts';
import { forget, isSame, keepUntil } from './history.ts';

/** What a customer wrote beside a score. */
export interface SurveyComment {
  /** The same at each reading, whatever file it stands in. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** From 0 to 10. */
  readonly score: number;
  readonly text: string;
  readonly authorId: string | null;
  readonly permalink: string | null;
  /** It may be that of a person who was forgotten. */
  readonly isForgotten: boolean;
}

interface CommentFrame {
  readonly checkId: string;
  readonly now: Instant;
}

/**
 * What a reading of all files does to the comments that are kept. What no file has any more, or newer ones push out, loses its words at
 * once; who was forgotten stays so, whatever the files say.
 * @param comments all that are to be kept
 * @returns what is to be stored: new, or not what it was
 */
export function mergeComments(
  known: readonly Conversation[],
  comments: readonly SurveyComment[],
  frame: CommentFrame,
): Conversation[] {
  const before = new Map(known.map((conversation) => [conversation.id, conversation]));
  const ids = new Set(comments.map(({ id }) => id));
  const lost = new Set(known.filter(({ id, forgotten }) => forgotten && !ids.has(id)).map(answerOf));
  const seen = comments.map((comment) => {
    const next = conversationOf(comment, frame);
    const previous = before.get(next.id);
    const wasForgotten = previous === undefined ? lost.delete(answerOf(next)) : previous.forgotten;
    return comment.isForgotten || wasForgotten ? forget(next) : next;
  });
  const gone = known.filter(({ id, state, forgotten }) => !ids.has(id) && state !== 'gone' && !forgotten);
  return [
    ...seen.filter((next) => {
      const previous = before.get(next.id);
      return previous === undefined || !isSame(previous, next);
    }),
    ...gone.map((each) => withdrawn(each, frame.now)),
  ];
}

/** By which an answer is known again where its id is another now: of days without times, it is known by who gave it, and their address may come later. */
function answerOf({ startedAt, score }: Conversation): string {
  return `${startedAt} ${score}`;
}

function conversationOf(comment: SurveyComment, { checkId }: CommentFrame): Conversation {
  const startedAt = toInstant(comment.at);
  const times = { startedAt, waitingSince: null, closedAt: startedAt };
  return {
    checkId,
    id: comment.id,
    place: null,
    kind: 'survey',
    state: 'no-reply-needed',
    reason: 'survey-comment',
    ...times,
    answeredAt: null,
    responseMinutes: null,
    keepUntil: keepUntil({ kind: 'survey', ...times }),
    nudgedAt: null,
    permalink: comment.permalink === null ? null : oneLine(comment.permalink),
    rating: starsOf(comment.score),
    score: comment.score,
    authorId: comment.authorId,
    author: '',
    text: shortText(comment.text),
    forgotten: false,
  };
}

/** So that two stars and fewer are a detractor and four and more a promoter, as in reviews. */
export function starsOf(score: number): number {
  if (score <= 3) return 1;
  if (score <= 6) return 2;
  if (score <= 8) return 3;
  return score === 9 ? 4 : 5;
}

function withdrawn(conversation: Conversation, now: Instant): Conversation {
  const nobody = { authorId: null, author: '', text: '', permalink: null };
  return { ...conversation, ...nobody, state: 'gone', reason: 'not-found', keepUntil: now };
}
