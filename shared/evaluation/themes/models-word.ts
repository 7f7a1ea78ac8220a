import type { Conversation } from '../../model/conversation.ts';
import type { Saying } from '../../model/saying.ts';
import { isModelReader } from '../../model/theme-model.ts';

/**
 * What a model found in the words of a conversation, by the moment at which they were written: what is kept of a text for its themes has
 * no id that leads to the conversation. Empty where none has read them.
 */
export function modelsWord(sayings: readonly Saying[]): (conversation: Conversation) => readonly Saying[] {
  const byModel = sayings.filter(({ readBy }) => isModelReader(readBy));
  const read = Map.groupBy(byModel, ({ checkId, at }) => `${checkId} ${at}`);
  return ({ checkId, startedAt, waitingSince }) => {
    const moments = new Set([startedAt, waitingSince ?? startedAt]);
    return [...moments].flatMap((at) => read.get(`${checkId} ${at}`) ?? []);
  };
}
