import { z } from 'zod';
import { noReplyReason } from '../../../shared/evaluation/conversations/no-reply.ts';
import { type Message, noReplyReasonSchema } from '../../../shared/model/conversation.ts';
import { instantSchema } from '../../../shared/model/instant.ts';
import { aMessage, type Poll } from '../platform.ts';
import {
  authorOf,
  isAutomatic,
  isForward,
  isPublic,
  nameOf,
  namesOf,
  type Reaction,
  type TelegramMessage,
  type Update,
  wordsOf,
} from './telegram-message.ts';

/** A message as it is remembered: enough to see whether it was answered, and no word of it. */
const rememberedSchema = z.object({
  id: z.string(),
  /** The customer's comment that its thread began with; empty for an answer of ours to everybody under the post. */
  root: z.string(),
  /** The message of the group under which it stands: the channel's post, forwarded. */
  topic: z.string(),
  at: instantSchema,
  editedAt: instantSchema.nullable(),
  author: z.string().nullable(),
  ours: z.boolean(),
  replyTo: z.string().nullable(),
  noReply: noReplyReasonSchema.nullable(),
  album: z.string().nullable(),
  /** By Telegram's own marks, a program wrote it. */
  automatic: z.boolean().default(false),
  /** The business reacted to it. */
  liked: z.boolean().default(false),
});
type Remembered = z.infer<typeof rememberedSchema>;

export const ledgerSchema = z.object({
  chat: z.string(),
  /** Message of the group -> when the post came. */
  topics: z.record(z.string(), instantSchema),
  messages: z.array(rememberedSchema),
  /** Of the channel and its group, by which customers call the business. */
  names: z.array(z.string()).default([]),
});
export type LedgerMemory = z.infer<typeof ledgerSchema>;

/** The ledger lies in one item of the table (400 KB). Who waits is kept; of the others, the latest. */
const rememberedAtMost = 1500;

interface Words {
  readonly name: string | null;
  readonly text: string;
  readonly isPublic: boolean;
}

function heard(message: TelegramMessage): Words {
  return { name: nameOf(message), text: wordsOf(message), isPublic: isPublic(message) };
}

/** What is remembered between polls, and how a new message finds its thread in it. */
export class TelegramLedger {
  #chat: string;
  #names: readonly string[];
  readonly #topics: Map<string, string>;
  readonly #messages: Map<string, Remembered>;
  /** Only of what came with this poll. */
  readonly #words = new Map<string, Words>();
  readonly #touched = new Set<string>();
  readonly #poll: Poll;

  constructor({ chat, topics, messages, names }: LedgerMemory, poll: Poll) {
    this.#chat = chat;
    this.#names = names;
    this.#topics = new Map(Object.entries(topics));
    this.#messages = new Map(messages.map((message) => [message.id, message]));
    this.#poll = poll;
    this.#findLost();
  }

  take({ message, edited_message: edited, message_reaction: reaction }: Update): void {
    if (reaction !== undefined) this.#takeReaction(reaction);
    if (edited !== undefined) this.#takeEdit(edited);
    if (message === undefined) return;
    if (message.is_automatic_forward === true) {
      this.#chat = String(message.chat.id);
      this.#topics.set(String(message.message_id), message.date);
      this.#names = [message.sender_chat?.title, message.chat.title].filter((name) => name !== undefined);
    } else this.#takeComment(message);
  }

  #takeComment(message: TelegramMessage): void {
    const id = String(message.message_id);
    const topic = String(message.message_thread_id ?? '');
    // Without a post above it, it is ordinary talk in the group. Delivered twice, it is known.
    if (!this.#topics.has(topic) || this.#messages.has(id) || this.#isOfKnownAlbum(message)) return;
    const parent = this.#parentOf(message);
    const ours = this.#isOurs(message);
    const target = String(message.reply_to_message?.message_id ?? topic);
    // Who answers a comment that we have never seen answers nobody else under the post.
    const speaksToAll = ours && (parent === undefined ? target === topic : parent.root === '');
    const root = speaksToAll ? '' : this.#rootOf(id, ours, parent);
    this.#messages.set(id, {
      id,
      root,
      topic,
      at: message.date,
      editedAt: null,
      author: authorOf(message),
      ours,
      replyTo: parent?.id ?? null,
      noReply: this.#silence(message),
      album: message.media_group_id ?? null,
      automatic: isAutomatic(message),
      liked: false,
    });
    this.#words.set(id, heard(message));
    for (const each of this.#messages.values()) {
      if (each.root !== '' && (each.id === id || each.root === root || (speaksToAll && each.topic === topic))) {
        this.#touched.add(each.root);
      }
    }
  }

  /** A reply to ours belongs to whom ours answered; where that was everybody, or nobody we know, it begins its own thread. */
  #rootOf(id: string, ours: boolean, parent: Remembered | undefined): string {
    if (parent === undefined || parent.root === '') return id;
    return !ours && this.#messages.get(parent.root)?.ours === true ? id : parent.root;
  }

  #parentOf({ reply_to_message: target }: TelegramMessage): Remembered | undefined {
    const known = this.#messages.get(String(target?.message_id ?? ''));
    const album = target?.media_group_id;
    if (known !== undefined || album === undefined) return known;
    return [...this.#messages.values()].find((each) => each.album === album);
  }

  /** Earlier versions lost a customer's reply to an answer of ours to everybody, and what followed it. */
  #findLost(): void {
    const inOrder = [...this.#messages.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    for (const each of inOrder) {
      if (each.root !== '') continue;
      const parentRoot = this.#messages.get(each.replyTo ?? '')?.root ?? '';
      const root = parentRoot === '' && !each.ours ? each.id : parentRoot;
      if (root === '') continue;
      this.#messages.set(each.id, { ...each, root });
      this.#touched.add(root);
    }
  }

  #takeEdit(message: TelegramMessage): void {
    const known = this.#messages.get(String(message.message_id));
    if (known === undefined) return;
    this.#messages.set(known.id, {
      ...known,
      editedAt: message.edit_date ?? null,
      noReply: this.#silence(message),
    });
    this.#words.set(known.id, heard(message));
    this.#touched.add(known.root);
  }

  /** Of one of ours; taken back, the customer waits again. */
  #takeReaction({ chat, message_id: messageId, user, actor_chat: actor, new_reaction: reactions }: Reaction): void {
    const known = this.#messages.get(String(messageId));
    if (known === undefined || !this.#isOurs({ chat, from: user, sender_chat: actor })) return;
    this.#messages.set(known.id, { ...known, liked: reactions.length > 0 });
    this.#touched.add(known.root);
  }

  /** Why nobody needs to answer it, decided while its words are there. */
  #silence(message: TelegramMessage): Remembered['noReply'] {
    if (message.sticker !== undefined) return 'sticker';
    if (message.from?.is_bot === true && isAutomatic(message)) return 'bot';
    const { reply_to_message: above } = message;
    const addressees = above === undefined ? [] : namesOf(above);
    const isCustomers = above !== undefined && !this.#isOurs({ ...above, chat: message.chat }) && !isForward(above);
    const seen = aMessage({
      id: '',
      author: { id: null, name: null, isBusiness: false },
      text: wordsOf(message),
      createdAt: message.date,
    });
    return noReplyReason(seen, 'comment', null, {
      business: isCustomers ? this.#names : [...this.#names, ...addressees],
      customers: isCustomers ? addressees : [],
      isGuest: isCustomers && authorOf(above) !== authorOf(message),
    });
  }

  /** Photos of one album come as several messages; the first one stands for all. */
  #isOfKnownAlbum({ media_group_id: album }: TelegramMessage): boolean {
    return album !== undefined && [...this.#messages.values()].some((each) => each.album === album);
  }

  /** The channel itself, an anonymous admin (who writes as the group), or one of the staff. */
  #isOurs({ sender_chat: sender, chat, from }: Pick<TelegramMessage, 'sender_chat' | 'chat' | 'from'>): boolean {
    if (sender !== undefined) return String(sender.id) === this.#poll.account || sender.id === chat.id;
    return from !== undefined && this.#poll.staff.has(String(from.id));
  }

  /** Reports every thread that something happened in. */
  report(): void {
    const all = [...this.#messages.values()];
    for (const id of this.#touched) {
      const root = this.#messages.get(id);
      if (root === undefined || root.ours) continue;
      const own = all.filter((each) => each.root === id || (each.root === '' && each.topic === root.topic));
      this.#poll.onThread({
        id,
        place: root.topic,
        kind: 'comment',
        permalink: `https://t.me/c/${this.#chat.replace(/^-100/, '')}/${id}`,
        rating: null,
        replyRejected: false,
        messages: own.map((each) => this.#toMessage(each)),
        membersOnly: own.some((each) => this.#words.get(each.id)?.isPublic === false),
      });
    }
    this.#touched.clear();
  }

  #toMessage({ id, root, at, editedAt, author, ours, replyTo, noReply, automatic, liked }: Remembered): Message {
    const words = this.#words.get(id);
    return aMessage({
      id,
      author: { id: author, name: words?.name ?? null, isBusiness: ours },
      text: words?.text ?? '',
      createdAt: at,
      editedAt,
      replyTo: ours && root !== '' ? replyTo : null,
      noReply,
      automatic,
      liked,
    });
  }

  memory(): LedgerMemory {
    const waiting = new Set(this.#poll.waiting.map(({ id }) => id));
    const all = [...this.#messages.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
    const kept = all.filter((each, index) => index < rememberedAtMost || waiting.has(each.root));
    const topics = [...this.#topics].toSorted(([, a], [, b]) => (a < b ? 1 : -1)).slice(0, rememberedAtMost);
    return { chat: this.#chat, topics: Object.fromEntries(topics), messages: kept, names: [...this.#names] };
  }
}
