import type { ConversationReason } from '../../model/conversation.ts';

const notSaid: ReadonlySet<ConversationReason> = new Set([
  ...(['own', 'sticker', 'emoji-only', 'bot', 'withdrawn', 'spam', 'misdial', 'withheld'] as const),
  ...(['automatic', 'bounce', 'newsletter', 'internal', 'test-message', 'deleted', 'not-found'] as const),
]);

/** Does a customer say it of the business, and still? Else it is neither counted nor quoted. */
export function isCustomersWord(reason: ConversationReason): boolean {
  return !notSaid.has(reason);
}
