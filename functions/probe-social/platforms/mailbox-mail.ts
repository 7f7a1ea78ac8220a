import { createHash } from 'node:crypto';
import PostalMime, { type Address, addressParser, decodeWords, type Email } from 'postal-mime';
import type { FolderRole, MailAddress, MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { FetchedMail } from '../imap/mail-server.ts';
import { textOfHtml } from './mailbox-html.ts';

/** Nested forwards stay what they are: attachments that nobody reads. */
const options = { rfc822Attachments: true, maxNestingDepth: 16, maxHeadersSize: 64 * 1024 } as const;
/** A list of recipients has no end; who takes part is seen from the first ones. */
const addressesAtMost = 50;
const referencesAtMost = 50;

/**
 * A mail as judges and threads know it. Whatever its sender made of it, something is returned: without an id it gets one of
 * its own, a date that is not its server's is not believed, a text that cannot be read is none.
 * @param now epoch milliseconds; no mail was received later, however wrong the server's clock is
 */
export async function readMail(mail: FetchedMail, folder: FolderRole, now: number): Promise<MailFacts> {
  const parsed = await parse(mail);
  const receivedAt = toInstant(Math.min(mail.receivedAt ?? now, now));
  const all = (key: string): string[] =>
    (parsed?.headers ?? []).filter((each) => each.key === key).map(({ value }) => value);
  const from = addressesOf(all('from'));
  const subject = decodeWords(all('subject')[0] ?? '').trim();
  return {
    headers: (parsed?.headers ?? []).map(({ key, value }) => ({ key, value: decodeWords(value) })),
    from,
    to: addressesOf(all('to')),
    cc: addressesOf(all('cc')),
    replyTo: addressesOf(all('reply-to')),
    subject,
    messageId: idsIn(all('message-id')[0] ?? '')[0] ?? null,
    inReplyTo: idsIn(all('in-reply-to').join(' ')),
    references: idsIn(all('references').join(' ')),
    envelopeFrom: envelopeOf(all('return-path')[0]),
    receivedAt,
    text: mail.body === null ? null : textOf(parsed),
    folder,
  };
}

async function parse({ headers, body }: FetchedMail): Promise<Email | null> {
  try {
    return await PostalMime.parse(Buffer.concat([headers, body ?? Buffer.alloc(0)]), options);
  } catch {
    // Nested deeper than anybody writes. Its own headers still say who it is from.
    return body === null ? null : parse({ uid: 0, receivedAt: null, headers, body: null });
  }
}

function textOf(parsed: Email | null): string {
  const plain = parsed?.text?.trim() ?? '';
  return plain === '' ? textOfHtml(parsed?.html ?? '') : plain;
}

function addressesOf(values: readonly string[]): readonly MailAddress[] {
  const flat = (each: Address): MailAddress[] =>
    each.group === undefined
      ? [{ name: each.name.trim() || null, address: (each.address ?? '').trim().toLowerCase() }]
      : each.group.flatMap(flat);
  return values.flatMap((value) => addressParser(value).flatMap(flat)).slice(0, addressesAtMost);
}

/** Some clients leave the angle brackets out. The first and the last say most. */
function idsIn(text: string): readonly string[] {
  const found =
    text.match(/<[^<>\s]+>/g)?.map((id) => id.slice(1, -1)) ?? text.split(/\s+/).filter((word) => word.includes('@'));
  return found.length <= referencesAtMost ? found : [...found.slice(0, 1), ...found.slice(1 - referencesAtMost)];
}

function envelopeOf(returnPath: string | undefined): string | null {
  if (returnPath === undefined) return null;
  return /<\s*>/.test(returnPath) ? '' : (addressParser(returnPath)[0]?.address ?? '').toLowerCase() || null;
}

/** Short, and says nothing of what it was made of. */
export function digestOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** Who a person is in a mailbox: nothing that can be read, but the same for each of their mails. */
export function mailAuthorId(address: string): string {
  return digestOf(address.trim().toLowerCase(), 12);
}

/** How a mail is known again wherever it lies; a mail without an id by what does not change when it is moved. */
export function mailKey({ messageId, from, subject, receivedAt }: MailFacts): string {
  return digestOf(messageId ?? [from[0]?.address ?? '', subject, receivedAt].join('\n'), 10);
}
