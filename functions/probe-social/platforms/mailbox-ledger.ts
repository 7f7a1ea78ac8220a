import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { plain, subjects } from '../../../shared/evaluation/mail/patterns.ts';
import { threadSubject } from '../../../shared/evaluation/mail/thread-of.ts';
import type { NoReplyReason, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { aMessage } from '../platform.ts';
import { digestOf, mailAuthorId, mailKey, referenceOf } from './mailbox-mail.ts';
import { inOrder, openIn, pack, type Remembered, type Voice } from './mailbox-remembered.ts';

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
  /** By its text, the website's form sent it. */
  readonly viaForm: boolean;
  /** Why, by its text, it needs no reply after all. */
  readonly noReply: NoReplyReason | null;
}

interface Sighting {
  readonly mail: MailFacts;
  readonly voice: Voice;
  readonly unread: string | null;
  /** The address of the customer, where it is a customer's; empty where it is not known. */
  readonly author: string;
  /** By its headers, the website's form sent it. */
  readonly viaForm: boolean;
}

/** What is remembered between polls, and how a new mail finds its thread in it. */
export class MailLedger {
  readonly #mails = new Map<string, Remembered>();
  readonly #ids = new Map<string, Remembered>();
  /** The latest mail of each matter, and of each customer. */
  readonly #latest = new Map<string, Remembered>();
  /** Answers that name no mail, by whom they are for; and the threads in which a customer has written. */
  readonly #addressed = new Map<string, Set<string>>();
  readonly #withCustomer = new Set<string>();
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
    if (mail.id !== '' && !this.#ids.has(mail.id)) this.#ids.set(mail.id, mail);
    if (mail.voice === 'customer') this.#withCustomer.add(mail.thread);
    else if (mail.author !== '')
      this.#addressed.set(mail.author, (this.#addressed.get(mail.author) ?? new Set()).add(mail.key));
    for (const name of [mail.matter, mail.voice === 'customer' ? mail.author : '']) {
      const latest = this.#latest.get(name);
      if (name !== '' && (latest === undefined || latest.at <= mail.at)) this.#latest.set(name, mail);
    }
  }

  knows(key: string): boolean {
    return this.#mails.has(key);
  }

  take({ mail, voice, unread, author, viaForm }: Sighting): void {
    const key = mailKey(mail);
    const parent = this.#parentOf(mail);
    const matters = mattersOf(mail, voice, author);
    const thread = parent?.thread ?? this.#threadWith(mail, voice, matters) ?? this.#rootOf(mail);
    const isForward = subjects.forward.test(plain(mail.subject));
    const isAside = voice === 'ours' && isForward && !this.#isToCustomer(mail, thread);
    const taken: Remembered = {
      key,
      id: mail.messageId === null ? '' : referenceOf(mail.messageId),
      parent: answeredBy(mail),
      thread,
      at: Math.floor(Date.parse(mail.receivedAt) / 1000) * 1000,
      voice: isAside ? 'aside' : voice,
      viaForm,
      author: whoseMail(mail, voice, author),
      matter: matters[0] ?? '',
      noReply: null,
      unread,
    };
    this.#put(taken);
    this.#touched.add(thread);
    this.#adoptAnswers(taken);
  }

  /**
   * Answers that name no mail and were read before what they answer: the folders are read one after the other, and a form's visitor
   * is known by the text only.
   */
  #adoptAnswers({ voice, author, thread, at }: Remembered): void {
    if (voice !== 'customer' || author === '') return;
    for (const key of this.#addressed.get(author) ?? []) {
      const answer = this.#mails.get(key);
      if (answer?.voice !== 'ours' || this.#withCustomer.has(answer.thread)) continue;
      if (answer.at < at || answer.at - at > sameMatterMs) continue;
      this.#put({ ...answer, thread });
      this.#touched.add(thread);
    }
  }

  /**
   * The same mail in another folder: thrown away, called spam, or taken back from there; or under a new number.
   * @param place `UID:folder`
   */
  move(key: string, place: string, noReply: 'deleted' | 'spam' | null): void {
    const before = this.#mails.get(key);
    if (before === undefined || before.voice !== 'customer') return;
    const known = before.unread === null ? before : { ...before, unread: place };
    this.#mails.set(key, known);
    const wasMoved = known.noReply === 'deleted' || known.noReply === 'spam';
    if (noReply === known.noReply || (noReply === null && !wasMoved)) return;
    this.#put({ ...known, noReply });
    this.#touched.add(known.thread);
  }

  /** Mails whose text decides whether somebody waits, or is what a nudge shows. */
  unread(): readonly Remembered[] {
    return [...this.#threads().values()].flatMap((mails) => openIn(mails).filter(({ unread }) => unread !== null));
  }

  read(key: string, { author, words, noReply, viaForm }: Reading): void {
    const known = this.#mails.get(key);
    if (known === undefined) return;
    const read: Remembered = {
      ...known,
      unread: null,
      viaForm: known.viaForm || viaForm,
      author: author === '' ? known.author : mailAuthorId(author),
      noReply: known.noReply ?? noReply,
    };
    this.#put(read);
    this.#words.set(key, words);
    this.#touched.add(known.thread);
    this.#adoptAnswers(read);
  }

  /** Its text cannot be read any more: it was moved. */
  giveUp(key: string): void {
    const known = this.#mails.get(key);
    if (known !== undefined) this.#put({ ...known, unread: null });
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
    for (const id of [...inReplyTo, ...references.toReversed()]) {
      const known = this.#ids.get(referenceOf(id));
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /** Ticket systems and CRMs often answer in a mail that names none, under the same subject or one of their own. */
  #threadWith(mail: MailFacts, voice: Voice, matters: readonly string[]): string | undefined {
    if (mail.inReplyTo.length > 0 || mail.references.length > 0) return undefined;
    const people = voice === 'ours' ? mail.to.map(({ address }) => mailAuthorId(address)) : [];
    const at = Date.parse(mail.receivedAt);
    const near = [...matters, ...people].flatMap((name) => this.#latest.get(name) ?? []);
    return near.find((each) => Math.abs(at - each.at) <= sameMatterMs)?.thread;
  }

  /** Its thread's first mail, by the first of its references; two mails of one thread name the same. */
  #rootOf(mail: MailFacts): string {
    const root = mail.references[0] ?? mail.inReplyTo[0];
    if (root !== undefined) return referenceOf(root);
    const id = mail.messageId === null ? null : referenceOf(mail.messageId);
    return id === null || this.#ids.has(id) ? mailKey(mail) : id;
  }

  #isToCustomer({ to, cc }: MailFacts, thread: string): boolean {
    const recipients = new Set([...to, ...cc].map(({ address }) => mailAuthorId(address)));
    return [...this.#mails.values()].some(
      (each) => each.thread === thread && each.voice === 'customer' && recipients.has(each.author),
    );
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
      viaForm: ordered.find(({ voice }) => voice === 'customer')?.viaForm === true,
    };
  }
}

function toMessage({ key, author, at, voice, noReply }: Remembered, words: Words | undefined) {
  return aMessage({
    id: key,
    author: {
      id: voice === 'customer' ? author || null : null,
      name: words?.name ?? null,
      isBusiness: voice !== 'customer',
    },
    text: words?.text ?? '',
    createdAt: toInstant(at),
    automatic: voice === 'machine',
    deleted: noReply === 'deleted',
    noReply: noReply === 'deleted' ? null : noReply,
  });
}

/** A customer's own mail, or whom an answer is for that names no mail. */
function whoseMail({ to, inReplyTo, references }: MailFacts, voice: Voice, author: string): string {
  const namesNone = inReplyTo.length === 0 && references.length === 0;
  const address = voice === 'customer' ? author : voice === 'ours' && namesNone ? (to[0]?.address ?? '') : '';
  return address === '' ? '' : mailAuthorId(address);
}

function answeredBy({ inReplyTo, references }: MailFacts): string {
  const answered = inReplyTo[0] ?? references.at(-1);
  return answered === undefined ? '' : referenceOf(answered);
}

/** The subject with each of those outside with whom it is shared. */
function mattersOf(mail: MailFacts, voice: Voice, author: string): readonly string[] {
  const others = voice === 'customer' ? [author] : [...mail.to, ...mail.cc].slice(0, 5).map(({ address }) => address);
  const subject = threadSubject(mail.subject);
  return others.filter((address) => address !== '').map((address) => digestOf(`${subject}\n${address}`, 8));
}
