import type { Message, Thread } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';

/** Nobody reads a message and answers it within so many seconds: "we are away" was written by a machine. */
const automaticWithinMs = 10_000;

/** Tells answers that a machine gave from those that somebody wrote, in the order in which a thread was written. */
interface Machines {
  /** A customer wrote. */
  hear(at: Instant): void;
  /** @param since when the oldest message was written that still waits for an answer; null where none does */
  wrote(answer: Pick<Message, 'text'>, at: Instant, since: Instant | null): boolean;
}

/**
 * In private messages only. An answer that comes at once is a machine's when the customer has not waited any longer than that,
 * or when a machine has said the same in this thread before. One that only happens to cross the customer's next line was on its
 * way to the lines before it.
 */
export function machinesOf({ kind, messages }: Pick<Thread, 'kind' | 'messages'>): Machines {
  const names = messages.flatMap(({ author }) => author.name ?? []);
  const said = new Set<string>();
  let lastQuestionAt: Instant | null = null;
  const isAtOnce = (at: Instant, after: Instant | null): boolean =>
    after !== null && Date.parse(at) - Date.parse(after) < automaticWithinMs;
  return {
    hear(at) {
      lastQuestionAt = at;
    },
    wrote({ text }, at, since) {
      if (kind !== 'message' || !isAtOnce(at, lastQuestionAt)) return false;
      const words = withoutNames(text, names);
      const isMachine = since === null || isAtOnce(at, since) || (words !== '' && said.has(words));
      if (isMachine) said.add(words);
      return isMachine;
    },
  };
}

/** "Hello Ann, we are away." and "Hello Bob, we are away." are the same. */
function withoutNames(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length > 1);
  const said = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return said.filter((word) => !words.includes(word)).join(' ');
}
