import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { watchHandover } from '../../../shared/runtime/mail-handover.ts';
import { ApiFault, errorWord } from '../api-fault.ts';
import type { MailServerAccess } from '../imap/imap-client.ts';
import { isLoopback } from '../imap/loopback.ts';
import { sayUnreached } from '../unreached.ts';

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers go when not to the sender. */
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets, as all ids. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whether the mail was accepted cannot be told: it must not be sent again. */
export class UncertainSend extends Error {
  override readonly name = 'UncertainSend';
}

const patienceMs = 15_000;

/**
 * Sends one mail.
 * @returns the id that the mail service gave it instead of ours (Amazon SES does), or null
 * @throws ApiFault when it was certainly not sent, UncertainSend when nobody can tell
 */
export async function sendMail(access: MailServerAccess, mail: OutgoingMail): Promise<string | null> {
  const transport = openTransport(access);
  const hasBegun = watchHandover(transport);
  const messageId = bracketed(mail.messageId);
  try {
    const { response } = await transport.sendMail({
      from: mail.from,
      ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
      to: mail.to,
      // Where a mail that cannot be delivered comes back to.
      envelope: { from: mail.replyTo ?? mail.from.address, to: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId,
      ...(mail.inReplyTo !== null && { inReplyTo: bracketed(mail.inReplyTo), references: bracketed(mail.inReplyTo) }),
      headers: { ...mail.headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return /^250 (?:2\.\d+\.\d+ )?Ok ([0-9a-f][0-9a-f-]{20,})$/i.exec(response.trim())?.[1] ?? null;
  } catch (error) {
    const fault = toSendingFault(error, access, hasBegun(messageId));
    throw fault ?? new UncertainSend('The connection ended before the mail server answered.', { cause: error });
  } finally {
    transport.close();
  }
}

function bracketed(id: string): string {
  return `<${id}>`;
}

/** Logs in and sends nothing. @throws ApiFault for whatever the server says or does not say */
export async function tryLogin(access: MailServerAccess): Promise<void> {
  const transport = openTransport(access);
  try {
    await transport.verify();
  } catch (error) {
    throw toSendingFault(error, access, false) ?? error;
  } finally {
    transport.close();
  }
}

function openTransport({ host, port, user, login }: MailServerAccess): Transporter<{ response: string }> {
  const isEncrypted = port === 465;
  return createTransport({
    host,
    port,
    secure: isEncrypted,
    // A password never travels in the clear, but within this machine.
    ...(!isEncrypted && !isLoopback(host) && { requireTLS: true }),
    ...(isLoopback(host) && !isEncrypted && { ignoreTLS: true }),
    auth:
      'pass' in login ? { user, pass: login.pass } : { type: 'OAuth2' as const, user, accessToken: login.accessToken },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
}

const failureSchema = z.looseObject({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
});

/** Null when it cannot be told whether the mail was accepted. The server's words are never repeated: they may quote an address. */
function toSendingFault(error: unknown, server: MailServerAccess, hasBegun: boolean): ApiFault | null {
  const { code = '', message = '', responseCode } = failureSchema.safeParse(error).data ?? {};
  const clue =
    responseCode === undefined ? errorWord(code || 'SMTP') : sayShopper('shopper/smtp-reply', { code: responseCode });
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535) return new ApiFault('auth', clue);
  if (code === 'ETLS') return new ApiFault('setup', clue);
  if (responseCode !== undefined) return new ApiFault(responseCode < 500 ? 'transient' : 'refused', clue);
  if (hasBegun) return null;
  const unreached = sayUnreached(`${code} ${message}`, server);
  return new ApiFault('transient', unreached ?? sayResponses('responses/no-connection', {}));
}
