import { settleAlike } from '../../../shared/evaluation/conversations/alike-comments.ts';
import {
  mergeComments,
  type SurveyComment,
  starsOf,
} from '../../../shared/evaluation/conversations/survey-comments.ts';
import type { Conversation, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';
import { aMessage } from '../platform.ts';
import type { SocialTarget } from '../social-probe.ts';
import { SayingRecorder } from '../themes/saying-recorder.ts';
import { answersByTime } from './answer-identity.ts';
import { brief, type FoundComment } from './newest-comments.ts';
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
  const comments = settled(found, known, key);
  const changed = mergeComments(known, comments, { checkId: check.id, now: toInstant(now) });
  await store.put(changed);
  const said = new SayingRecorder(store, { checkId: check.id, staff: new Set() }, [...known, ...changed]);
  for (const comment of comments) said.hear(threadOf(comment));
  await said.write();
}

/** Under the ids that they had, whatever their order in the files. */
function settled(found: readonly FoundComment[], known: readonly Conversation[], key: string): SurveyComment[] {
  const groups = Map.groupBy(found, ({ at, score, answer, isByTime }) => (isByTime ? `${at} ${score}` : answer));
  const kept = new Map(known.map((conversation) => [conversation.id, conversation]));
  const times = Map.groupBy(known, ({ startedAt }) => Date.parse(startedAt));
  return [...groups.values()].flatMap((group) => {
    const comments = group.map((comment) => commentOf(comment, key));
    const [first] = group;
    if (first === undefined || !first.isByTime) return comments;
    const { at, score } = first;
    const count = group.length + (times.get(at)?.length ?? 0);
    const numbered = answersByTime(at, score, count).map((answer) => answerId(brief(answer), key));
    // Answers without a comment are numbered, too, so an id may lie beyond these.
    const ids = [...new Set([...numbered, ...comments.map(({ id }) => id)])];
    return settleAlike({ comments, ids }, kept);
  });
}

function commentOf({ at, score, text, answer, person, link }: FoundComment, key: string): SurveyComment {
  return {
    ...{ id: answerId(answer, key), at, score, text },
    authorId: person === null ? null : respondentId(person, key),
    permalink: link,
    isForgotten: false,
  };
}

/** As if it were a review, of which nobody expects an answer. */
function threadOf({ id, at, score, text, authorId, permalink }: SurveyComment): Thread {
  const author = { id: authorId, name: null, isBusiness: false };
  const message = aMessage({ id, author, text, createdAt: toInstant(at), noReply: 'survey-comment' });
  return {
    id,
    kind: 'survey',
    rating: starsOf(score),
    place: null,
    permalink,
    replyRejected: false,
    messages: [message],
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
