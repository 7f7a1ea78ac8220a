import { createHash } from 'node:crypto';
import { noReplyReason } from '../../shared/evaluation/conversations/no-reply.ts';
import { isCustomersWord } from '../../shared/evaluation/themes/customers-word.ts';
import { themesOf } from '../../shared/evaluation/themes/themes-of.ts';
import type { Conversation, ConversationKind, Message, Thread } from '../../shared/model/conversation.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Saying } from '../../shared/model/saying.ts';
import type { ConversationStore } from '../../shared/ports/conversation-store.ts';

/** What is written to the business in private is not said of it, unless it comes with stars. */
const publicKinds: ReadonlySet<ConversationKind> = new Set(['review', 'comment', 'mention', 'survey']);

interface Frame {
  readonly checkId: string;
  /** Ids of people who answer for the business from their own accounts. */
  readonly staff: ReadonlySet<string>;
}

/** A hash by which an author is recognised without being named. */
export function voiceOf(checkId: string, authorId: string): string {
  return seal(`${checkId} ${authorId}`);
}

/** What the customers in a thread complain of and praise, of each message that has words. */
export function sayingsOf({ id: threadId, kind, rating, messages }: Thread, { checkId, staff }: Frame): Saying[] {
  if (!publicKinds.has(kind) && rating === null) return [];
  const isOfCustomer = (message: Message): boolean => {
    const { author, text, deleted, automatic } = message;
    const isOurs = author.isBusiness || (author.id !== null && staff.has(author.id));
    if (isOurs || deleted || automatic === true || text.trim() === '') return false;
    const silent = noReplyReason(message, kind, rating);
    return silent === null || isCustomersWord(silent);
  };
  return messages.filter(isOfCustomer).map(({ id, author, text, createdAt }) => ({
    ...{ checkId, id: seal(`${threadId} ${id}`), at: createdAt, kind, rating },
    voice: author.id === null ? null : voiceOf(checkId, author.id),
    ...themesOf(text, rating),
  }));
}

/** Collects what customers say while a poll reads, and writes what is new. Polls read the same messages again and again. */
export class SayingRecorder {
  readonly #heard = new Map<string, Saying>();
  readonly #store: Pick<ConversationStore, 'listSayings' | 'putSayings'>;
  readonly #frame: Frame;
  readonly #forgotten: ReadonlySet<string>;

  /** @param known whose author was forgotten has no voice here either */
  constructor(
    store: Pick<ConversationStore, 'listSayings' | 'putSayings'>,
    frame: Frame,
    known: readonly Pick<Conversation, 'id' | 'forgotten'>[],
  ) {
    this.#store = store;
    this.#frame = frame;
    this.#forgotten = new Set(known.filter(({ forgotten }) => forgotten).map(({ id }) => id));
  }

  hear(thread: Thread): void {
    const isForgotten = this.#forgotten.has(thread.id);
    for (const saying of sayingsOf(thread, this.#frame))
      this.#heard.set(saying.id, isForgotten ? { ...saying, voice: null } : saying);
  }

  async write(): Promise<void> {
    const heard = [...this.#heard.values()];
    this.#heard.clear();
    const written = spanOf(heard);
    if (written === null) return;
    const known = new Map((await this.#store.listSayings(this.#frame.checkId, written)).map((each) => [each.id, each]));
    await this.#store.putSayings(heard.flatMap((each) => unlessKnown(each, known.get(each.id))));
  }
}

/** Who was forgotten stays so, also when the platform shows the person again. */
function unlessKnown(heard: Saying, known: Saying | undefined): Saying[] {
  if (known === undefined) return [heard];
  const next = { ...heard, voice: known.voice };
  return whatItSays(next) === whatItSays(known) ? [] : [next];
}

function whatItSays({ at, kind, rating, complaints, praises }: Saying): string {
  return JSON.stringify([at, kind, rating, complaints, praises]);
}

function spanOf(sayings: readonly Saying[]): { from: Instant; to: Instant } | null {
  const [first, ...others] = sayings.map(({ at }) => at).toSorted();
  if (first === undefined) return null;
  return { from: first, to: toInstant(Date.parse(others.at(-1) ?? first) + 1) };
}

function seal(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
