import {
  mergeComments,
  type SurveyComment,
  starsOf,
} from '../../../shared/evaluation/conversations/survey-comments.ts';
import type { Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';
import { SayingRecorder } from '../sayings.ts';
import type { SocialTarget } from '../social-probe.ts';
import type { FoundComment } from './newest-comments.ts';
import { answerId, newRespondentMemory, respondentId, respondentKeyIn } from './respondent-key.ts';

/**
 * Keeps what customers wrote where words of reviews are kept, with what it comes to while all of it is at hand, and lets go of what no
 * file has any more.
 */
export async function keepComments(
  found: readonly FoundComment[],
  { check, conversations: store }: Pick<SocialTarget, 'check' | 'conversations'>,
  now: number,
): Promise<void> {
  const known = await store.list(check.id);
  if (found.length === 0 && known.length === 0) return;
  const key = await loadKey(check.id, store, now);
  const comments = found.map(({ answer, person, link, ...comment }) => ({
    ...comment,
    id: answerId(answer, key),
    authorId: person === null ? null : respondentId(person, key),
    permalink: link,
  }));
  await store.put(mergeComments(known, comments, { checkId: check.id, now: toInstant(now) }));
  const forgotten = new Set(known.flatMap((each) => (each.forgotten ? each.id : [])));
  const recorder = new SayingRecorder(store, { checkId: check.id, staff: new Set() });
  for (const comment of comments) if (!forgotten.has(comment.id)) recorder.hear(threadOf(comment));
  await recorder.write();
}

/** As if it were a review, of which nobody expects an answer. */
function threadOf({ id, at, score, text, authorId, permalink }: SurveyComment): Thread {
  const author = { id: authorId, name: null, isBusiness: false };
  return {
    ...{ id, place: null, kind: 'survey', permalink, rating: starsOf(score), replyRejected: false },
    messages: [
      {
        ...{ id, author, text, addressees: [], createdAt: toInstant(at), editedAt: null, replyTo: null },
        ...{ hidden: false, deleted: false, liked: false, noReply: 'survey-comment' },
      },
    ],
  };
}

async function loadKey(checkId: string, store: ConversationStore, now: number): Promise<string> {
  const poll = await store.loadPoll(checkId);
  const known = respondentKeyIn(poll);
  if (known !== null) return known;
  const memory = newRespondentMemory();
  const state = { checkId, polledAt: toInstant(now), retryAt: null, cause: null, caughtUp: true, ratings: [], memory };
  await store.savePoll(state);
  const made = respondentKeyIn(state);
  if (made === null) throw new Error('The key of a survey was made and is not there.');
  return made;
}
