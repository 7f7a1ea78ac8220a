import { z } from 'zod';
import { noReplyReason } from '../../../shared/evaluation/conversations/no-reply.ts';
import { aboveQuote } from '../../../shared/evaluation/mail/above-quote.ts';
import { judgeMail } from '../../../shared/evaluation/mail/judge-mail.ts';
import type { MailFacts, MailKind, OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';
import { formMessageOf, formWords, writerOf } from '../../../shared/evaluation/mail/who-writes.ts';
import type { NoReplyReason } from '../../../shared/model/conversation.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { ApiFault } from '../api-fault.ts';
import type { FetchedMail } from '../imap/mail-server.ts';
import { ourMail } from '../mail/our-mail.ts';
import { aMessage, type Platform, type Poll, type PollOutcome } from '../platform.ts';
import { openMailbox, userOf } from './mailbox-access.ts';
import { type Folder, FolderReader, foldersSchema, noFolders } from './mailbox-folders.ts';
import { MailLedger } from './mailbox-ledger.ts';
import { byBetterClock, mailKey, readFetched } from './mailbox-mail.ts';
import { pack, rememberedSchema, type Voice } from './mailbox-remembered.ts';

/**
 * The business's own mailbox by IMAP, or the copies of its mail that SES receives; `page` is its address, the secret its password, `user` and `password`, or an OAuth grant. Reads what is
 * new since the last poll, headers first; text only of mails that nobody has answered. With nothing new a poll makes
 * at most four commands: it looks into the folders to which mails are moved in turn.
 */
export const mailbox: Platform = {
  id: 'mailbox',
  budget: 60,
  rereadLimit: 1000,
  poll,
  async identify(access) {
    const server = await openMailbox(access);
    try {
      const folders = await server.folders();
      const used = folders.flatMap(({ path, use }) => (use === null ? [] : path));
      return {
        who: `${userOf(access)} at ${access.server ?? ''}`,
        may: [
          folders.length === 1 ? '1 folder' : `${folders.length} folders`,
          ...used.map((path) => `folder ${path}`),
          ...(folders.some(({ use }) => use === 'spam')
            ? []
            : ['no spam folder, so a lost message may lie there unseen']),
        ],
        expiresAt: null,
        renewedBy: access.credential['clientId'] === undefined ? 'nobody: it does not end' : 'touchlight',
      };
    } finally {
      server.close();
    }
  },
};

const memorySchema = z
  .object({ reading: foldersSchema, mails: rememberedSchema })
  .catch({ reading: noFolders, mails: [] });

async function poll(poll: Poll): Promise<PollOutcome> {
  const { reading, mails } = memorySchema.parse(poll.memory);
  // Who is known to wait still waits, whether or not copies still arrive.
  const server = await openMailbox(poll, { mayBeEmpty: poll.waiting.length > 0 });
  try {
    const folders = new FolderReader(reading, server, poll);
    const since = poll.waiting.map(
      ({ id, waitingSince, startedAt }) => [id, Date.parse(waitingSince ?? startedAt)] as const,
    );
    const reader = new MailReader(poll, new MailLedger(mails, new Map(since)), folders);
    const complete = await reader.read();
    return {
      memory: { reading: folders.memory, mails: reader.memory() },
      complete,
      isBehind: !complete,
    };
  } catch (error) {
    if (!isMissing(error) || reading.listedAt === 0) throw error;
    // A folder was renamed or deleted: the next poll begins with what has taken its place.
    return {
      memory: { reading: { ...reading, listedAt: 0 }, mails: mails.map(pack) },
      complete: false,
      isBehind: true,
    };
  } finally {
    server.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof ApiFault && error.kind === 'gone';
}

/** Mails that nobody answers are kept no longer than the figures of a week need them. */
const countedMs = 8 * dayMs;
/** Of texts in one answer. */
const textsAtOnce = 100;
/** Enough of a subject to find the mail by. */
const placeLimit = 40;

/** Judges each new mail, and hands the threads to the poll. */
class MailReader {
  readonly #poll: Poll;
  readonly #ledger: MailLedger;
  readonly #folders: FolderReader;
  readonly #ours: OurMail;

  constructor(poll: Poll, ledger: MailLedger, folders: FolderReader) {
    this.#poll = poll;
    this.#ledger = ledger;
    this.#folders = folders;
    this.#ours = ourMail([poll.account, ...poll.ours]);
  }

  memory(): readonly string[] {
    return this.#ledger.memory(this.#poll.since);
  }

  /** @returns false when the budget ended before the reading did */
  async read(): Promise<boolean> {
    const isDone = await this.#folders.readNew(async (mails, folder, notBefore) => {
      for (const each of mails.filter(({ isDraft }) => !isDraft)) {
        const mail = await readFetched(each, folder.role, this.#poll.now);
        await this.#take(each, folder, byBetterClock(mail, notBefore, this.#poll.now));
      }
    });
    // While mails are unread that may hold the answers, no text is needed yet.
    const isRead = isDone && (await this.#readTexts());
    this.#ledger.report(this.#poll.onThread);
    return isRead;
  }

  async #take({ uid }: FetchedMail, { path, role }: Folder, mail: MailFacts): Promise<void> {
    const key = mailKey(mail);
    const isKnown = this.#ledger.knows(key);
    const place = `${uid}:${path}`;
    if (isKnown) this.#ledger.move(key, place, role === 'trash' ? 'deleted' : role === 'spam' ? 'spam' : null);
    if (isKnown || role === 'trash') return;
    const { kind, isOurs, needsText } = judgeMail(mail, this.#ours);
    const isForm = formMessageOf(mail, this.#ours) !== null;
    const isFromOutside = isForm || !isOurs;
    const mayBeCustomers = role !== 'sent' && (kind === 'human' ? isFromOutside : needsText);
    if (mayBeCustomers && (await this.#isTest(mail))) this.#count(mail, 'test-message');
    else if (mayBeCustomers) {
      const author = writerOf(mail, this.#ours)?.address ?? '';
      this.#ledger.take({ mail, voice: 'customer', unread: place, author, viaForm: isForm });
    } else if (isOurs || role === 'sent') {
      if (kind !== 'human' && role !== 'sent') this.#count(mail, kind);
      this.#ledger.take({ mail, voice: voiceOfOurs(kind), unread: null, author: '', viaForm: false });
    } else if (kind !== 'human') this.#count(mail, kind);
  }

  async #isTest(mail: MailFacts): Promise<boolean> {
    return (await this.#poll.isTest?.(mail)) ?? false;
  }

  /** A mail that nobody answers is a thread of its own, without a word of it. */
  #count(mail: MailFacts, noReply: NoReplyReason): void {
    if (Date.parse(mail.receivedAt) < this.#poll.now - countedMs) return;
    const id = mailKey(mail);
    const author = { id: null, name: null, isBusiness: false };
    this.#poll.onThread({
      id,
      place: null,
      kind: 'message',
      permalink: null,
      rating: null,
      replyRejected: false,
      messages: [aMessage({ id, author, text: '', createdAt: mail.receivedAt, noReply })],
    });
  }

  async #readTexts(): Promise<boolean> {
    const unread = this.#ledger.unread().map(({ key, unread: place }) => ({ key, ...placeOf(place ?? '') }));
    for (const [path, mails] of Map.groupBy(unread, (each) => each.path)) {
      for (let at = 0; at < mails.length; at += textsAtOnce) {
        if (!this.#folders.allowsReading) return false;
        const wanted = mails.slice(at, at + textsAtOnce).toSorted((a, b) => a.uid - b.uid);
        const found = await this.#folders.readTexts(
          path,
          wanted.map(({ uid }) => uid),
        );
        for (const each of found) await this.#readText(each, path);
        for (const { key } of wanted) this.#ledger.giveUp(key);
      }
    }
    return true;
  }

  async #readText(fetched: FetchedMail, path: string): Promise<void> {
    const mail = await readFetched(fetched, 'inbox', this.#poll.now);
    const { kind, isOurs } = judgeMail(mail, this.#ours);
    const isForm = formMessageOf(mail, this.#ours) !== null;
    const writer = writerOf(mail, this.#ours);
    const text = isForm ? formWords(mail.text ?? '') : aboveQuote(mail.text ?? '').trim();
    const words = {
      name: writer?.name ?? writer?.address.split('@')[0] ?? '',
      // Without a word of text, the subject is all that was written.
      text: text === '' ? mail.subject : text,
      place: placeInWords(mail.subject, path),
    };
    const isAside = kind === 'human' && isOurs && !isForm;
    const isTest = await this.#isTest(mail);
    const silence = isTest ? 'test-message' : isAside ? 'internal' : kind === 'human' ? silenceOf(mail, words) : kind;
    this.#ledger.read(mailKey(mail), { author: writer?.address ?? '', words, noReply: silence, viaForm: isForm });
  }
}

function voiceOfOurs(kind: MailKind): Voice {
  if (kind === 'human') return 'ours';
  return kind === 'internal' ? 'aside' : 'machine';
}

function silenceOf(
  mail: MailFacts,
  { name, text }: { readonly name: string; readonly text: string },
): NoReplyReason | null {
  const author = { id: null, name, isBusiness: false };
  const seen = aMessage({ id: '', author, text, createdAt: mail.receivedAt });
  const business = mail.to.flatMap((each) => each.name ?? []);
  return noReplyReason(seen, 'message', null, { business, customers: [], isGuest: false });
}

function placeOf(unread: string): { readonly uid: number; readonly path: string } {
  const at = unread.indexOf(':');
  return { uid: Number(unread.slice(0, at)), path: unread.slice(at + 1) };
}

/** A mail has no link: its folder and the first words of its subject lead to it. */
function placeInWords(subject: string, path: string): string {
  const words = shorten(oneLine(subject), placeLimit, '…');
  return words === '' ? path : `${path}: “${words}”`;
}
