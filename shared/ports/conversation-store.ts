import type { Conversation, PollState } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import type { Saying } from '../model/saying.ts';

export interface ConversationStore {
  /** Everything that is kept of one check: all that wait, and what was closed within the last days. Consistently read. */
  list(checkId: string): Promise<Conversation[]>;
  /** Puts whole conversations; repeating it writes the same. */
  put(conversations: readonly Conversation[]): Promise<void>;
  /** What customers' texts of one check came to, by when they were written, oldest first; all of them without `written`. */
  listSayings(checkId: string, written?: { readonly from: Instant; readonly to: Instant }): Promise<Saying[]>;
  /** Puts them whole; repeating it writes the same. One whose voice was taken away stays without, whatever is put. */
  putSayings(sayings: readonly Saying[]): Promise<void>;
  loadPoll(checkId: string): Promise<PollState | null>;
  /** Two polls of one check do not run side by side (their queue is FIFO by touchpoint), so the last one counts. */
  savePoll(state: PollState): Promise<void>;
}
