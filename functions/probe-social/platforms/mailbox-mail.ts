import { createHash } from 'node:crypto';
import type { FolderRole, MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { hourMs } from '../../../shared/model/time-spans.ts';
import type { FetchedMail } from '../imap/mail-server.ts';
import { readMail } from '../mail/read-mail.ts';

/** @param now epoch milliseconds; no mail was received later, however wrong the server's clock is */
export async function readFetched(mail: FetchedMail, folder: FolderRole, now: number): Promise<MailFacts> {
  const { headers, body, receivedAt } = mail;
  const raw = body === null ? headers : Buffer.concat([headers, body]);
  const facts = await readMail(raw, { folder, receivedAt: toInstant(Math.min(receivedAt ?? now, now)) });
  return body === null ? { ...facts, text: null } : facts;
}

/** Further, two clocks do not differ when both are right. */
const skewMs = hourMs;

/**
 * A mail is not received before it is sent: where it says so, and it was not there when the folder was looked into, the server's clock is
 * behind, and it came since then. An old mail that was only moved here stays old. Without an id, it is known again by its time.
 * @param notBefore when the folder was looked into, epoch milliseconds
 * @param now the same
 */
export function byBetterClock(mail: MailFacts, notBefore: number, now: number): MailFacts {
  const receivedAt = Date.parse(mail.receivedAt);
  const sentAt = Date.parse(mail.headers.find(({ key }) => key === 'date')?.value ?? '');
  const isBehind = sentAt > receivedAt + skewMs && notBefore > receivedAt;
  if (!isBehind || mail.messageId === null) return mail;
  return { ...mail, receivedAt: toInstant(Math.min(Math.max(sentAt, notBefore), now)) };
}

/** Short, and says nothing of what it was made of. */
export function digestOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** Who a person is in a mailbox: nothing that can be read, but the same for each of their mails. */
export function mailAuthorId(address: string): string {
  return digestOf(address.trim().toLowerCase(), 12);
}

/**
 * How a mail is known again wherever it lies: by its id and its sender, because some programs give all their mails one id; without
 * an id by what does not change when it is moved.
 */
export function mailKey({ messageId, from, subject, receivedAt }: MailFacts): string {
  const sender = from[0]?.address ?? '';
  return digestOf([messageId ?? `${subject}\n${receivedAt}`, sender].join('\n'), 10);
}

/** How other mails refer to it. */
export function referenceOf(messageId: string): string {
  return digestOf(messageId, 10);
}
