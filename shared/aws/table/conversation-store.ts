import { z } from 'zod';
import { type Conversation, pollStateSchema } from '../../model/conversation.ts';
import { storedConversation } from '../../model/stored-shapes.ts';
import { checkPartition, conversationKey, expiryAttribute, pollKey, sortKeyPrefix } from '../../model/table-keys.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import { getItem, parseItem, putItem, queryItems, type Table } from './table.ts';

/** Puts at the same time: enough to store a first poll's finds in seconds, too few to be throttled. */
const putsAtOnce = 25;

/** What platforms remember travels as JSON text, like a result's details: its shape is theirs. */
const storedPollSchema = pollStateSchema.extend({
  memory: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(pollStateSchema.shape.memory),
});

export function createConversationStore(table: Table): ConversationStore {
  const put = (conversation: Conversation): Promise<unknown> =>
    putItem(table, {
      type: 'conversation',
      key: conversationKey(conversation.checkId, conversation.id),
      attributes: { ...conversation, [expiryAttribute]: Math.floor(Date.parse(conversation.keepUntil) / 1000) },
    });
  return {
    async list(checkId) {
      const items = await queryItems(table, {
        partition: checkPartition(checkId),
        sortKeys: { beginsWith: sortKeyPrefix.conversation },
        // A conversation that is not seen yet would be assessed without its past.
        consistent: true,
      });
      return items.map((item) => parseItem(table, 'conversation', storedConversation, item));
    },

    async put(conversations) {
      for (let next = 0; next < conversations.length; next += putsAtOnce) {
        await Promise.all(conversations.slice(next, next + putsAtOnce).map(put));
      }
    },

    async loadPoll(checkId) {
      const item = await getItem(table, pollKey(checkId));
      return item === null ? null : parseItem(table, 'poll', storedPollSchema, item);
    },

    async savePoll(state) {
      const attributes = { ...state, memory: JSON.stringify(state.memory) };
      await putItem(table, { type: 'poll', key: pollKey(state.checkId), attributes });
    },
  };
}
