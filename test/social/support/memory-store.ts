import type { Conversation, PollState } from '../../../shared/model/conversation.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';

export interface MemoryStore extends ConversationStore {
  readonly conversations: ReadonlyMap<string, Conversation>;
  poll: PollState | null;
  puts: number;
}

/** A table in memory for one check; what the real one does is shown by the stores' contract. */
export function memoryStore(): MemoryStore {
  const conversations = new Map<string, Conversation>();
  return {
    conversations,
    poll: null,
    puts: 0,
    list: async () => [...conversations.values()],
    async put(all) {
      this.puts += all.length;
      for (const each of all) conversations.set(each.id, structuredClone(each));
    },
    async loadPoll() {
      return this.poll;
    },
    async savePoll(state) {
      this.poll = structuredClone(state);
    },
  };
}
