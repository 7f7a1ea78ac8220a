import { z } from 'zod';
import { type Conversation, pollStateSchema } from '../../model/conversation.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import type { Saying } from '../../model/saying.ts';
import { storedConversation, storedSaying } from '../../model/stored-shapes.ts';
import {
  behindEveryInstant,
  checkPartition,
  conversationKey,
  expiryAttribute,
  partitionKeyAttribute,
  pollKey,
  sayingKey,
  sortKeyPrefix,
} from '../../model/table-keys.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import { type Condition, getItem, parseItem, putItem, queryItems, type Table } from './table.ts';

/** Puts at the same time: enough to store a first poll's finds in seconds, too few to be throttled. */
const putsAtOnce = 25;

/** What platforms remember travels as JSON text, like a result's details: its shape is theirs. */
const storedPollSchema = pollStateSchema.extend({
  memory: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(pollStateSchema.shape.memory),
});

async function inTurns<T>(all: readonly T[], put: (one: T) => Promise<unknown>): Promise<void> {
  for (let next = 0; next < all.length; next += putsAtOnce) {
    await Promise.all(all.slice(next, next + putsAtOnce).map(put));
  }
}

export function createConversationStore(table: Table): ConversationStore {
  const put = (conversation: Conversation): Promise<unknown> =>
    putItem(table, {
      type: 'conversation',
      key: conversationKey(conversation.checkId, conversation.id),
      attributes: { ...conversation, [expiryAttribute]: Math.floor(Date.parse(conversation.keepUntil) / 1000) },
    });
  return {
    ...sayingsIn(table),

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
      await inTurns(conversations, put);
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

/** Nobody has asked to be forgotten since. */
const stillHasVoice = (voice: string): Condition => ({
  expression: `attribute_not_exists(${partitionKeyAttribute}) OR voice = :voice`,
  values: { ':voice': voice },
});

function sayingsIn(table: Table): Pick<ConversationStore, 'listSayings' | 'putSayings'> {
  const write = (saying: Saying, condition?: Condition) =>
    putItem(table, {
      type: 'saying',
      key: sayingKey(saying.checkId, saying.at, saying.id),
      attributes: { ...saying, [expiryAttribute]: Math.floor((Date.parse(saying.at) + keepLongDays * dayMs) / 1000) },
      ...(condition && { condition }),
    });
  // poll reads the saying -> `touchlight forget` takes its voice away -> poll writes what a model has read, with the voice it knew.
  const put = async (saying: Saying): Promise<void> => {
    const { voice } = saying;
    const written = await write(saying, voice === null ? undefined : stillHasVoice(voice));
    if (written === 'refused') await write({ ...saying, voice: null });
  };
  return {
    async listSayings(checkId, written = { from: '', to: behindEveryInstant }) {
      const prefix = sortKeyPrefix.saying;
      const items = await queryItems(table, {
        partition: checkPartition(checkId),
        // What was written at `to` has more behind it in its key, and so is left out.
        sortKeys: { from: `${prefix}${written.from}`, to: `${prefix}${written.to}` },
        consistent: false,
      });
      return items.map((item) => parseItem(table, 'saying', storedSaying, item));
    },

    async putSayings(sayings) {
      await inTurns(sayings, put);
    },
  };
}
