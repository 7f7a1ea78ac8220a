import type { MatchedBy, TestEnquiry } from '../../model/test-enquiry.ts';
import { aboveQuote } from '../mail/above-quote.ts';
import type { MailFacts } from '../mail/mail-facts.ts';

export interface Match {
  readonly enquiry: TestEnquiry;
  readonly by: MatchedBy;
}

/**
 * Which enquiry a mail answers: by the address it was sent to, by the mail it refers to, by the token in its subject or above the
 * quote, and in the quote where the enquiry went through a form; null when by none. Who sent it does not matter, because colleagues and ticket systems answer from addresses of their own;
 * nobody who has not got the enquiry knows its token or its Message-ID.
 */
export function matchAnswer(mail: MailFacts, enquiries: readonly TestEnquiry[]): Match | null {
  const said = aboveQuote(mail.text ?? '');
  const references = new Set([...mail.inReplyTo, ...mail.references].map(localPart));
  const rules: readonly (readonly [MatchedBy, (enquiry: TestEnquiry) => boolean])[] = [
    ['address', ({ token }) => isSentTo(mail, tagOf(token))],
    ['reference', ({ messageIds }) => messageIds.some((id) => references.has(localPart(id)))],
    ['subject', ({ token }) => isNamed(token, mail.subject)],
    ['text', ({ token }) => isNamed(token, said)],
    // The mail that is answered was the site's: it has an id that is not known, and the subject of all of that form's mails.
    ['quote', ({ token, form }) => form !== null && isNamed(token, mail.text ?? '')],
  ];
  for (const [by, matches] of rules) {
    const enquiry = enquiries.find(matches);
    if (enquiry !== undefined) return { enquiry, by };
  }
  return null;
}

/** What stands behind the plus in the shopper's address. */
export function tagOf(token: string): string {
  return token.toLowerCase();
}

/** Services replace the part behind the @, or the whole id, which is then known by what they gave instead. */
function localPart(messageId: string): string {
  return messageId.replace(/@.*$/s, '').toLowerCase();
}

function isSentTo({ to, cc, headers }: MailFacts, tag: string): boolean {
  const delivered = headers.filter(({ key }) => /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to)$/.test(key));
  const addresses = [...[...to, ...cc].map(({ address }) => address), ...delivered.map(({ value }) => value)];
  return addresses.some((address) => {
    const [local = ''] = address
      .toLowerCase()
      .replace(/[<>\s]/g, '')
      .split('@');
    return local === tag || local.endsWith(`+${tag}`);
  });
}

/** Not within a longer word. */
function isNamed(token: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${token}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** Bounces carry the headers of what they return as an attachment, which stays closed; its text shows them all the same. */
export function matchBounce(raw: string, enquiries: readonly TestEnquiry[]): Match | null {
  const enquiry = enquiries.find(({ messageIds }) => messageIds.some((id) => raw.includes(id)));
  return enquiry === undefined ? null : { enquiry, by: 'reference' };
}
