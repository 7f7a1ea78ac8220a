import { createHash } from 'node:crypto';
import type { FolderRole, MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { FetchedMail } from '../imap/mail-server.ts';
import { readMail } from '../mail/read-mail.ts';

/** @param now epoch milliseconds; no mail was received later, however wrong the server's clock is */
export async function readFetched(mail: FetchedMail, folder: FolderRole, now: number): Promise<MailFacts> {
  const { headers, body, receivedAt } = mail;
  const raw = body === null ? headers : Buffer.concat([headers, body]);
  const facts = await readMail(raw, { folder, receivedAt: toInstant(Math.min(receivedAt ?? now, now)) });
  return body === null ? { ...facts, text: null } : facts;
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
