import type { Conversation, PollState } from '../../../shared/model/conversation.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';

export interface MemoryStore extends ConversationStore {
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly sayings: ReadonlyMap<string, Saying>;
  poll: PollState | null;
  puts: number;
}

/** A table in memory for one check; what the real one does is shown by the stores' contract. */
export function memoryStore(): MemoryStore {
  const conversations = new Map<string, Conversation>();
  const sayings = new Map<string, Saying>();
  return {
    conversations,
    sayings,
    poll: null,
    puts: 0,
    list: async () => [...conversations.values()],
    async put(all) {
      this.puts += all.length;
      for (const each of all) conversations.set(each.id, structuredClone(each));
    },
    async listSayings(_, { from, to } = { from: '', to: '~' }) {
      const all = [...sayings.values()].filter(({ at }) => at >= from && at < to);
      return all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
    async putSayings(all) {
      for (const each of all) {
        const isForgotten = sayings.get(each.id)?.voice === null;
        sayings.set(each.id, structuredClone(isForgotten ? { ...each, voice: null } : each));
      }
    },
    async loadPoll() {
      return this.poll;
    },
    async savePoll(state) {
      this.poll = structuredClone(state);
    },
  };
}
