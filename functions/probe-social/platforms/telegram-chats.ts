import { z } from 'zod';
import { noReplyReason } from '../../../shared/evaluation/conversations/no-reply.ts';
import { noReplyReasonSchema } from '../../../shared/model/conversation.ts';
import { instantSchema } from '../../../shared/model/instant.ts';
import { aMessage, type Poll } from '../platform.ts';
import {
  type Connection,
  isAutomatic,
  nameOf,
  type TelegramMessage,
  type Update,
  wordsOf,
} from './telegram-message.ts';
import { newOwner, ownerSchema, TelegramOwner } from './telegram-owner.ts';

/** A message as it is remembered, without its words. */
const rememberedSchema = z.object({
  id: z.string(),
  at: instantSchema,
  editedAt: instantSchema.nullable(),
  ours: z.boolean(),
  automatic: z.boolean(),
  noReply: noReplyReasonSchema.nullable(),
  deleted: z.boolean(),
});
type Remembered = z.infer<typeof rememberedSchema>;

export const chatsSchema = z
  .object({
    owner: ownerSchema,
    /** By the customer's id, sealed. */
    chats: z.record(z.string(), z.object({ messages: z.array(rememberedSchema), isCut: z.boolean() })),
  })
  .nullable()
  .catch(null);
type ChatsMemory = NonNullable<z.infer<typeof chatsSchema>>;
type Chat = ChatsMemory['chats'][string];

/**
 * The memory lies in one item of the table (400 KB), beside that of the discussion group: so many messages of a chat, of those that an
 * answer has settled so many (a question may still be edited), and so many chats beside those who wait.
 */
const messagesAtMost = 20;
const settledAtMost = 3;
const chatsAtMost = 100;

/** Private chats of the business's account, which has connected the bot (Bot API 7.2, "Business accounts"). */
export class TelegramChats {
  readonly owner: TelegramOwner;
  readonly #chats: Map<string, Chat>;
  /** Only of what came with this poll. */
  readonly #words = new Map<string, { readonly name: string | null; readonly text: string }>();
  readonly #touched = new Set<string>();
  readonly #poll: Poll;
  readonly #waiting: ReadonlySet<string>;
  /** Nobody waits in a chat of the account that the file named before. */
  #isEarlierOver = false;

  /**
   * @param named the account, as the file names it: its id, or `@` and its name; null where it names none
   * @param ask Telegram, whose connection it is
   */
  constructor(
    memory: ChatsMemory | null,
    named: string | null,
    ask: (connectionId: string) => Promise<Connection>,
    poll: Poll,
  ) {
    // Chats of an account that the file names no more are not the business's. It may be the same one, written otherwise: so who waits in
    // one of its chats keeps its id.
    const { owner, chats } =
      memory?.owner.named === named ? memory : { owner: newOwner(named, memory?.owner), chats: {} };
    this.owner = new TelegramOwner(owner, ask);
    this.#chats = new Map(Object.entries(chats));
    this.#poll = poll;
    this.#waiting = new Set(poll.waiting.map(({ id }) => id));
  }

  /** What came by a stranger's connection is passed over, and nothing of it is kept. */
  async take(update: Update): Promise<void> {
    const { business_connection: connection, business_message: message } = update;
    const { edited_business_message: edited, deleted_business_messages: deleted } = update;
    if (connection !== undefined) this.owner.see(connection);
    if (!(await this.owner.owns((message ?? edited ?? deleted)?.business_connection_id))) return;
    if (message !== undefined) this.#takeMessage(message);
    if (edited !== undefined) this.#takeEdit(edited);
    if (deleted !== undefined) {
      const ids = new Set(deleted.message_ids.map(String));
      this.#change(this.#chatOf(deleted), (each) => (ids.has(each.id) ? { ...each, deleted: true } : each));
    }
  }

  #chatOf({ chat }: Pick<TelegramMessage, 'chat'>): string {
    return this.owner.seal(String(chat.id));
  }

  #takeMessage(message: TelegramMessage): void {
    const [chatId, id] = [this.#chatOf(message), String(message.message_id)];
    // Of a chat that was forgotten although somebody waits in it, the beginning of the wait is known: with this account, not with another.
    const isCutNow = this.#isWaiting(chatId) && !this.owner.isAnother;
    const { messages, isCut } = this.#chats.get(chatId) ?? { messages: [], isCut: isCutNow };
    // Delivered twice, it is known.
    if (messages.some((each) => each.id === id)) return;
    const all = [...messages, this.#remembered(message)];
    this.#chats.set(chatId, { messages: all.slice(-messagesAtMost), isCut: isCut || all.length > messagesAtMost });
    this.#words.set(`${chatId}/${id}`, { name: nameOf(message), text: wordsOf(message) });
    this.#touched.add(chatId);
  }

  #takeEdit(message: TelegramMessage): void {
    const [chatId, id] = [this.#chatOf(message), String(message.message_id)];
    this.#words.set(`${chatId}/${id}`, { name: nameOf(message), text: wordsOf(message) });
    const { noReply } = this.#remembered(message);
    const editedAt = message.edit_date ?? null;
    this.#change(chatId, (each) => (each.id === id ? { ...each, noReply, editedAt } : each));
  }

  #change(chatId: string, change: (message: Remembered) => Remembered): void {
    const chat = this.#chats.get(chatId);
    if (chat === undefined) return;
    this.#chats.set(chatId, { ...chat, messages: chat.messages.map(change) });
    this.#touched.add(chatId);
  }

  /** Reports every chat in which something happened. */
  report(): void {
    for (const chatId of this.#touched) {
      const { messages, isCut } = this.#chats.get(chatId) ?? { messages: [], isCut: false };
      this.#poll.onThread({
        id: conversationOf(chatId),
        place: 'private',
        kind: 'message',
        rating: null,
        replyRejected: false,
        // A link to the chat would name the customer.
        permalink: null,
        messages: messages.map(({ id, at, ours, ...rest }) => {
          const words = this.#words.get(`${chatId}/${id}`);
          const author = { id: ours ? null : chatId, name: words?.name ?? null, isBusiness: ours };
          return aMessage({ id, author, text: words?.text ?? '', createdAt: at, ...rest });
        }),
        isPartial: isCut,
      });
    }
    this.#touched.clear();
  }

  /** An answer in a chat of an account that is no longer named is never seen, so these customers do not wait any more. */
  endEarlier(): void {
    if (!this.owner.isAnother) return;
    const known = new Set([...this.#chats.keys()].map(conversationOf));
    const ended = [...this.#waiting].filter((id) => isPrivate(id) && !known.has(id));
    for (const id of ended) this.#poll.onGone(id);
    // A poll is given some of those who wait; the next one goes on.
    this.#isEarlierOver = ended.length === 0;
  }

  /** A private chat has the customer's id, so anybody else in it writes for the business. */
  #remembered(message: TelegramMessage): Remembered {
    const { from, chat } = message;
    const text = wordsOf(message);
    const ours = from !== undefined && (from.id !== chat.id || this.#poll.staff.has(String(from.id)));
    const author = { id: null, name: null, isBusiness: ours };
    const seen = aMessage({ id: '', author, text, createdAt: message.date });
    return {
      id: String(message.message_id),
      at: message.date,
      editedAt: null,
      ours,
      automatic: isAutomatic(message),
      noReply: message.sticker === undefined ? noReplyReason(seen, 'message', null) : 'sticker',
      deleted: false,
    };
  }

  #isWaiting(chatId: string): boolean {
    return this.#waiting.has(conversationOf(chatId));
  }

  memory(): ChatsMemory {
    const newestFirst = [...this.#chats].toSorted(([, a], [, b]) => (lastOf(a) < lastOf(b) ? 1 : -1));
    const kept = newestFirst.filter(([id], index) => index < chatsAtMost || this.#isWaiting(id));
    const owner = { ...this.owner.memory(), ...(this.#isEarlierOver && { earlier: null }) };
    return { owner, chats: Object.fromEntries(kept.map(([id, chat]) => [id, shortened(chat)])) };
  }
}

/** What lies before our last answer matters no more. */
function shortened({ messages, isCut }: Chat): Chat {
  const answer = messages.findLastIndex(({ ours, automatic }) => ours && !automatic);
  const from = Math.max(0, answer - settledAtMost);
  return { messages: messages.slice(from), isCut: isCut || from > 0 };
}

const privately = 'private:';
const conversationOf = (chatId: string): string => `${privately}${chatId}`;

function isPrivate(conversationId: string): boolean {
  return conversationId.startsWith(privately);
}

/** The file does not ask for private chats any more, and nothing of them is read. */
export function endPrivateChats({ waiting, onGone }: Pick<Poll, 'waiting' | 'onGone'>): void {
  for (const { id } of waiting) if (isPrivate(id)) onGone(id);
}

function lastOf({ messages }: Chat): string {
  return messages.at(-1)?.at ?? '';
}
