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

/**
 * Groups by References and In-Reply-To. A mail that names neither joins a younger thread of the same customer: with the same
 * subject, or with any when we write, because ticket systems and CRMs answer in a new mail under a subject of their own.
 */
export function threadsOf(mails: readonly MailFacts[], ours: OurMail): readonly MailThread[] {
  const threads: { mails: MailFacts[]; readonly ids: Set<string>; readonly people: Set<string>; subject: string }[] =
    [];
  const ordered = withoutCopies(mails).toSorted((a, b) => compare(a, b));
  for (const mail of ordered) {
    const ids = idsOf(mail);
    const people = customersOf(mail, ours);
    const subject = threadSubject(mail.subject);
    const referred = threads.filter((thread) => ids.some((id) => thread.ids.has(id)));
    const [first, ...others] =
      referred.length > 0
        ? referred
        : threads.filter((thread) => joins(mail, { people, subject }, thread, ours)).slice(-1);
    if (first === undefined) {
      threads.push({ mails: [mail], ids: new Set(ids), people: new Set(people), subject });
      continue;
    }
    // A mail that came late may show that two threads are one.
    for (const other of others) {
      first.mails = [...first.mails, ...other.mails].toSorted(compare);
      for (const id of other.ids) first.ids.add(id);
      for (const each of other.people) first.people.add(each);
      threads.splice(threads.indexOf(other), 1);
    }
    first.mails.push(mail);
    for (const id of ids) first.ids.add(id);
    for (const each of people) first.people.add(each);
  }
  return threads.map((thread) => ({ key: keyOf(thread.mails), mails: thread.mails }));
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

interface Topic {
  readonly people: Iterable<string>;
  readonly subject: string;
}

function joins(
  mail: MailFacts,
  { people, subject }: Topic,
  thread: Topic & { readonly mails: readonly MailFacts[]; readonly people: ReadonlySet<string> },
  ours: OurMail,
): boolean {
  const last = thread.mails.at(-1);
  if (last === undefined || Date.parse(mail.receivedAt) - Date.parse(last.receivedAt) > joinsWithinMs) return false;
  if (![...people].some((each) => thread.people.has(each))) return false;
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
