import type { MailFacts, OurMail } from './mail-facts.ts';
import { plain, subjects } from './patterns.ts';
import { isFromUs, isOurAddress, isRobotAddress, writerOf } from './who-writes.ts';

/** Mails that belong together, oldest first. */
export interface MailThread {
  /** Made of the first mail, so it stays while the thread grows at its end. */
  readonly key: string;
  readonly mails: readonly MailFacts[];
}

/** A mail without references joins only what was said this short a time before. */
const joinsWithinMs = 30 * 24 * 60 * 60 * 1000;
/** A customer who has written about more matters than this continues one of the latest. */
const threadsOfOnePerson = 50;

/** A thread while it is being put together. */
interface Growing {
  readonly mails: MailFacts[];
  readonly ids: Set<string>;
  readonly people: Set<string>;
  readonly subject: string;
  /** Became part of an older one. */
  isMerged: boolean;
}

/**
 * Groups by References and In-Reply-To. A mail that names nothing known joins a younger thread of the same customer: with the same
 * subject, or with any when we write, because ticket systems and CRMs answer in a new mail under a subject of their own.
 */
export function threadsOf(mails: readonly MailFacts[], ours: OurMail): readonly MailThread[] {
  const threads: Growing[] = [];
  const byId = new Map<string, Growing>();
  const byPerson = new Map<string, Growing[]>();
  const add = (thread: Growing, ids: Iterable<string>, people: Iterable<string>): void => {
    for (const id of ids) {
      thread.ids.add(id);
      byId.set(id, thread);
    }
    for (const person of people) {
      if (thread.people.has(person)) continue;
      thread.people.add(person);
      byPerson.set(person, [...(byPerson.get(person) ?? []), thread].slice(-threadsOfOnePerson));
    }
  };
  for (const mail of withoutCopies(mails)) {
    const ids = idsOf(mail);
    const people = customersOf(mail, ours);
    const subject = threadSubject(mail.subject);
    const referred = [...new Set(ids.flatMap((id) => byId.get(id) ?? []))].toSorted(byFirstMail);
    const near = people.flatMap((person) => byPerson.get(person) ?? []).toSorted(byFirstMail);
    const [found, ...others] =
      referred.length > 0 ? referred : near.filter((thread) => joins(mail, subject, thread, ours)).slice(-1);
    const thread = found ?? { mails: [], ids: new Set(), people: new Set(), subject, isMerged: false };
    if (found === undefined) threads.push(thread);
    // A mail that came late may show that two threads are one.
    for (const other of others) {
      other.isMerged = true;
      thread.mails.push(...other.mails);
      add(thread, other.ids, other.people);
    }
    thread.mails.push(mail);
    add(thread, ids, people);
  }
  return threads
    .filter(({ isMerged }) => !isMerged)
    .map(({ mails: found }) => found.toSorted(compare))
    .map((found) => ({ key: keyOf(found), mails: found }));
}

function byFirstMail(a: Growing, b: Growing): number {
  const [first] = a.mails;
  const [second] = b.mails;
  return first === undefined || second === undefined ? 0 : compare(first, second);
}

function compare(a: MailFacts, b: MailFacts): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return (a.messageId ?? '') < (b.messageId ?? '') ? -1 : 1;
}

/** The same mail lies in two folders, or came twice: to the address and to the group. The first one counts. */
function withoutCopies(mails: readonly MailFacts[]): readonly MailFacts[] {
  const seen = new Set<string>();
  return mails.toSorted(compare).filter(({ messageId, from }) => {
    if (messageId === null) return true;
    // Who forges the id of another's mail does not hide it.
    const copy = `${messageId} ${from.map(({ address }) => address).join(' ')}`;
    return !seen.has(copy) && seen.add(copy) !== undefined;
  });
}

function idsOf({ messageId, inReplyTo, references }: MailFacts): readonly string[] {
  return [...(messageId === null ? [] : [messageId]), ...inReplyTo, ...references];
}

function joins(mail: MailFacts, subject: string, thread: Growing, ours: OurMail): boolean {
  const last = thread.mails.at(-1);
  if (last === undefined || thread.isMerged) return false;
  if (Date.parse(mail.receivedAt) - Date.parse(last.receivedAt) > joinsWithinMs) return false;
  if (subject !== '' && subject === thread.subject) return true;
  return mail.references.length === 0 && mail.inReplyTo.length === 0 && isFromUs(mail, ours);
}

/** Outsiders who take part; machines are none, or all messages of a form would be one conversation. */
function customersOf(mail: MailFacts, ours: OurMail): readonly string[] {
  const writer = writerOf(mail, ours);
  const named = isFromUs(mail, ours)
    ? [...mail.to, ...mail.cc, ...mail.replyTo]
    : [...mail.from, ...(writer ? [writer] : [])];
  return named
    .map(({ address }) => address)
    .filter((address) => address !== '' && !isOurAddress(address, ours) && !isRobotAddress(address));
}

/** "AW: Re[2]: Fwd: Price [Ticket#55]" is "price". */
export function threadSubject(subject: string): string {
  let rest = plain(subject).trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(/^\[[^\]]{1,60}\]\s*/, '')
      .replace(/\s*\[[^\]]*\d[^\]]*\]$/, '')
      .trim();
    for (const pattern of [subjects.reply, subjects.forward, subjects.automatic])
      rest = rest.replace(pattern, '').trim();
  }
  return rest.toLowerCase().replace(/\s+/g, ' ');
}

function keyOf(mails: readonly MailFacts[]): string {
  const [first] = mails;
  if (first === undefined) return '';
  return first.messageId ?? `${first.receivedAt} ${first.from[0]?.address ?? ''} ${threadSubject(first.subject)}`;
}
