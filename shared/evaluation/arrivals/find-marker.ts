import { withoutQuotes } from '../mail/above-quote.ts';
import { judgeMail } from '../mail/judge-mail.ts';
import type { MailAddress, MailFacts, OurMail } from '../mail/mail-facts.ts';
import { plain, subjects } from '../mail/patterns.ts';
import { isFromUs, isOurAddress, isRobotAddress } from '../mail/who-writes.ts';

/**
 * What a mail that names a test message's marker is:
 * - `message`: the form's message itself;
 * - `echo`: an answer to it or a forward of it by the business, which has therefore received it;
 * - `nothing`: the marker is not in it, or proves nothing there: a mail server's report, the thanks to the visitor, a stranger's quote;
 * - `unread`: the headers do not tell, and the text was not fetched.
 */
export type MarkerSighting = 'message' | 'echo' | 'nothing' | 'unread';

export function findMarker(mail: MailFacts, marker: string, ours: OurMail): MarkerSighting {
  const isNamed = wordOf(marker);
  const names = ({ address, name }: MailAddress): boolean => isNamed(`${name ?? ''} ${address}`);
  const isByVisitor = [...mail.from, ...mail.replyTo].some(names);
  const isToVisitor = [...mail.to, ...mail.cc].some(names);
  const isInText = mail.text !== null && isNamed(mail.text);
  if (!isByVisitor && !isToVisitor && !isNamed(mail.subject) && !isInText)
    return mail.text === null ? 'unread' : 'nothing';
  if (isOfMailServer(mail, ours)) return 'nothing';
  if (isByVisitor) return 'message';
  const isReaction = isReplyOrForward(mail);
  if (isToVisitor && ![...mail.to, ...mail.cc].some(({ address }) => isOurAddress(address, ours)))
    return isReaction && isFromUs(mail, ours) ? 'echo' : 'nothing';
  if (isReaction) return isFromUs(mail, ours) ? 'echo' : 'nothing';
  if (isNamed(mail.subject) || isNamed(withoutQuotes(mail.text ?? '')) || !isQuotedOnly(mail.text ?? '', isNamed))
    return 'message';
  // A form may set the visitor's words as a quote; a person who quotes them has them from elsewhere.
  const isSentByMachine = isFromUs(mail, ours) || mail.from.some(({ address }) => isRobotAddress(address));
  return isSentByMachine ? 'message' : 'nothing';
}

/** Not within a longer word or number, such as the address of a picture. */
function wordOf(marker: string): (text: string) => boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${marker}(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.test(text);
}

/**
 * A mail server writes of the site's thanks to a visitor who does not exist, which says nothing of the message to the business; or
 * of what it keeps back as spam.
 */
function isOfMailServer(mail: MailFacts, ours: OurMail): boolean {
  const { kind, reason } = judgeMail(mail, ours);
  const isQuarantine = mail.from.some(({ address }) => /^[^@]*quarantine/.test(address));
  return kind === 'bounce' || reason === 'delivery-delay' || isQuarantine;
}

function isReplyOrForward({ subject, inReplyTo, references }: MailFacts): boolean {
  const written = plain(subject);
  return (
    inReplyTo.length > 0 || references.length > 0 || subjects.reply.test(written) || subjects.forward.test(written)
  );
}

function isQuotedOnly(text: string, isNamed: (text: string) => boolean): boolean {
  const named = text.split('\n').filter(isNamed);
  return named.length > 0 && named.every((line) => /^\s*>/.test(line));
}
