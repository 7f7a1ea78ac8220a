import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import type { NoReplyReason, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { aMessage } from '../platform.ts';
import { digestOf, mailAuthorId, mailKey } from './mailbox-mail.ts';
import { inOrder, openIn, pack, type Remembered, type Voice } from './mailbox-remembered.ts';
import { isForward, matterOf } from './mailbox-subject.ts';

/** Who waits is kept; of the others, the latest. */
const rememberedAtMost = 3000;
/** A subject without a reference that comes back later is another matter. */
const sameMatterMs = 30 * dayMs;

/** What was read this time of a mail that matters. */
interface Words {
  readonly name: string;
  readonly text: string;
  readonly place: string;
}

interface Reading {
  readonly author: string;
  readonly words: Words;
  /** Why, by its text, it needs no reply after all. */
  readonly noReply: NoReplyReason | null;
}

interface Sighting {
  readonly mail: MailFacts;
  readonly voice: Voice;
  readonly unread: string | null;
  /** The address of the customer, where it is a customer's; empty where it is not known. */
  readonly author: string;
}

/** What is remembered between polls, and how a new mail finds its thread in it. */
export class MailLedger {
  readonly #mails = new Map<string, Remembered>();
  /** The latest of each matter. */
  readonly #matters = new Map<string, Remembered>();
  readonly #words = new Map<string, Words>();
  readonly #touched = new Set<string>();
  readonly #waitingSince: ReadonlyMap<string, number>;

  /** @param waitingSince of the threads that are known to wait, when they began (epoch ms): some of their mails may be forgotten */
  constructor(remembered: readonly Remembered[], waitingSince: ReadonlyMap<string, number>) {
    for (const each of remembered) this.#put(each);
    this.#waitingSince = waitingSince;
  }

  #put(mail: Remembered): void {
    this.#mails.set(mail.key, mail);
    const latest = this.#matters.get(mail.matter);
    if (latest === undefined || latest.at <= mail.at) this.#matters.set(mail.matter, mail);
  }

  knows(key: string): boolean {
    return this.#mails.has(key);
  }

  take({ mail, voice, unread, author }: Sighting): void {
    const key = mailKey(mail);
    const parent = this.#parentOf(mail);
    const matters = mattersOf(mail, voice, author);
    const thread = parent?.thread ?? this.#threadBySubject(mail, matters) ?? rootOf(mail);
    const isAside = voice === 'ours' && isForward(mail.subject) && !this.#isToCustomer(mail, thread);
    this.#put({
      key,
      parent: answeredKey(mail),
      thread,
      at: Math.floor(Date.parse(mail.receivedAt) / 1000) * 1000,
      voice: isAside ? 'aside' : voice,
      author: author === '' ? '' : mailAuthorId(author),
      matter: matters[0] ?? '',
      noReply: null,
      unread,
    });
    this.#touched.add(thread);
  }

  /** The same mail in another folder: thrown away, called spam, or taken back from there. */
  move(key: string, noReply: 'deleted' | 'spam' | null): void {
    const known = this.#mails.get(key);
    if (known === undefined || known.voice !== 'customer') return;
    const wasMoved = known.noReply === 'deleted' || known.noReply === 'spam';
    if (noReply === known.noReply || (noReply === null && !wasMoved)) return;
    this.#mails.set(key, { ...known, noReply });
    this.#touched.add(known.thread);
  }

  /** Mails whose text decides whether somebody waits, or is what a nudge shows. */
  unread(): readonly Remembered[] {
    return [...this.#threads().values()].flatMap((mails) => openIn(mails).filter(({ unread }) => unread !== null));
  }

  read(key: string, { author, words, noReply }: Reading): void {
    const known = this.#mails.get(key);
    if (known === undefined) return;
    this.#mails.set(key, {
      ...known,
      unread: null,
      author: author === '' ? known.author : mailAuthorId(author),
      noReply: known.noReply ?? noReply,
    });
    this.#words.set(key, words);
    this.#touched.add(known.thread);
  }

  /** Its text cannot be read any more: it was moved. */
  giveUp(key: string): void {
    const known = this.#mails.get(key);
    if (known !== undefined) this.#mails.set(key, { ...known, unread: null });
  }

  /** Threads in which something happened and a customer takes part. */
  report(onThread: (thread: Thread) => void): void {
    const threads = this.#threads();
    for (const id of this.#touched) {
      const mails = threads.get(id) ?? [];
      if (mails.some(({ voice }) => voice === 'customer')) onThread(this.#toThread(id, mails));
    }
  }

  memory(since: number): readonly string[] {
    const waiting = new Set([...this.#threads()].flatMap(([id, mails]) => (openIn(mails).length > 0 ? [id] : [])));
    const latest = [...this.#mails.values()].filter(({ at }) => at >= since).toSorted((a, b) => b.at - a.at);
    return latest.filter(({ thread }, index) => index < rememberedAtMost || waiting.has(thread)).map(pack);
  }

  #threads(): ReadonlyMap<string, readonly Remembered[]> {
    return Map.groupBy(this.#mails.values(), ({ thread }) => thread);
  }

  #parentOf({ inReplyTo, references }: MailFacts): Remembered | undefined {
    const ids = [...inReplyTo, ...references.toReversed()];
    for (const id of ids) {
      const known = this.#mails.get(digestOf(id, 10));
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Answers from a ticket system often name no mail at all. */
  #threadBySubject({ inReplyTo, references, receivedAt }: MailFacts, matters: readonly string[]): string | undefined {
    if (inReplyTo.length > 0 || references.length > 0) return undefined;
    const at = Date.parse(receivedAt);
    const alike = matters.flatMap((matter) => this.#matters.get(matter) ?? []);
    return alike.find((each) => Math.abs(at - each.at) <= sameMatterMs)?.thread;
  }

  #isToCustomer({ to, cc }: MailFacts, thread: string): boolean {
    const recipients = new Set([...to, ...cc].map(({ address }) => mailAuthorId(address)));
    return [...this.#mails.values()].some((each) => each.thread === thread && recipients.has(each.author));
  }

  #toThread(id: string, mails: readonly Remembered[]): Thread {
    const ordered = inOrder(mails.filter(({ voice }) => voice !== 'aside'));
    const places = ordered.map(({ key }) => this.#words.get(key)?.place);
    const began = this.#waitingSince.get(id);
    return {
      id,
      place: null,
      kind: 'message',
      permalink: places.findLast((place) => place !== undefined) ?? null,
      rating: null,
      replyRejected: false,
      messages: ordered.map((each) => toMessage(each, this.#words.get(each.key))),
      isPartial: began !== undefined && began < (ordered[0]?.at ?? 0),
    };
  }
}

function toMessage({ key, author, at, voice, noReply }: Remembered, words: Words | undefined) {
  return aMessage({
    id: key,
    author: { id: author || null, name: words?.name ?? null, isBusiness: voice !== 'customer' },
    text: words?.text ?? '',
    createdAt: toInstant(at),
    automatic: voice === 'machine',
    deleted: noReply === 'deleted',
    noReply: noReply === 'deleted' ? null : noReply,
  });
}

function answeredKey({ inReplyTo, references }: MailFacts): string {
  const answered = inReplyTo[0] ?? references.at(-1);
  return answered === undefined ? '' : digestOf(answered, 10);
}

/** Its thread's first mail, by the first of its references; two mails of one thread name the same. */
function rootOf(mail: MailFacts): string {
  const root = mail.references[0] ?? mail.inReplyTo[0];
  return root === undefined ? mailKey(mail) : digestOf(root, 10);
}

/** The subject with each of those outside with whom it is shared. */
function mattersOf(mail: MailFacts, voice: Voice, author: string): readonly string[] {
  const others = voice === 'customer' ? [author] : [...mail.to, ...mail.cc].slice(0, 5).map(({ address }) => address);
  return others.map((address) => digestOf(`${matterOf(mail.subject)}\n${address}`, 8));
}
