import { mergeComments } from '../../../shared/evaluation/conversations/survey-comments.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';
import type { SocialTarget } from '../social-probe.ts';
import type { FoundComment } from './newest-comments.ts';
import { answerId, newRespondentMemory, respondentId, respondentKeyIn } from './respondent-key.ts';

/** Keeps what customers wrote where words of reviews are kept, and lets go of what no file has any more. */
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
