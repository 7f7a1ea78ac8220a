import { createHash } from 'node:crypto';
import { noReplyReason } from '../../../shared/evaluation/conversations/no-reply.ts';
import { isCustomersWord } from '../../../shared/evaluation/themes/customers-word.ts';
import type { ConversationKind, Message, Thread } from '../../../shared/model/conversation.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import { lexicon } from './lexicon-reader.ts';

/** What is written to the business in private is not said of it, unless it comes with stars. */
const publicKinds: ReadonlySet<ConversationKind> = new Set(['review', 'comment', 'mention', 'survey']);
/** What everybody can read already, and so may leave the stack. */
const openKinds: ReadonlySet<ConversationKind> = new Set(['review', 'comment', 'mention']);

export interface SayingFrame {
  readonly checkId: string;
  /** Ids of people who answer for the business from their own accounts. */
  readonly staff: ReadonlySet<string>;
}

/** What a customer wrote. */
export interface HeardText {
  /** What will be kept of it, but for what it comes to. */
  readonly saying: Omit<Saying, 'complaints' | 'praises' | 'readBy'>;
  readonly text: string;
  /** The author's name as the platform shows it. */
  readonly author: string | null;
  /** Everybody can read it. */
  readonly isOpen: boolean;
  /** Somebody of the conversation asked to be forgotten. */
  readonly isForgotten: boolean;
}

/** A hash by which an author is recognised without being named. */
export function voiceOf(checkId: string, authorId: string): string {
  return seal(`${checkId} ${authorId}`);
}

/** What the customers in a thread wrote of the business, of each message that has words. */
export function textsIn(thread: Thread, { checkId, staff }: SayingFrame): HeardText[] {
  const { id: threadId, kind, rating, messages, membersOnly = false } = thread;
  if (!publicKinds.has(kind) && rating === null) return [];
  const isOfCustomer = (message: Message): boolean => {
    const { author, text, deleted, automatic } = message;
    const isOurs = author.isBusiness || (author.id !== null && staff.has(author.id));
    if (isOurs || deleted || automatic === true || text.trim() === '') return false;
    const silent = noReplyReason(message, kind, rating);
    return silent === null || isCustomersWord(silent);
  };
  return messages.filter(isOfCustomer).map(({ id, author, text, createdAt }) => ({
    saying: {
      ...{ checkId, id: seal(`${threadId} ${id}`), at: createdAt, kind, rating },
      voice: author.id === null ? null : voiceOf(checkId, author.id),
    },
    ...{ text, author: author.name, isOpen: openKinds.has(kind) && !membersOnly, isForgotten: false },
  }));
}

/** What a text complains of and praises, as the lexicon reads it. */
export async function readByLexicon({ saying, text }: HeardText): Promise<Saying> {
  const { mentions } = await lexicon.read({ text, rating: saying.rating });
  return { ...saying, ...mentions, readBy: lexicon.id };
}

/** Six signs tell that words were changed, and are too few to find out which they were. */
export function hashOfWords({ text, saying }: Pick<HeardText, 'text' | 'saying'>): string {
  return seal(`${saying.id} ${saying.rating} ${text}`).slice(0, 6);
}

function seal(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
