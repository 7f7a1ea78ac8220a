import { z } from 'zod';
import type { ReceivedMails } from '../../../shared/ports/received-mails.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Answer, ApiFault, faultByStatus } from '../api-fault.ts';
import type { MailServerAccess } from '../imap/imap-client.ts';
import type { MailServer } from '../imap/mail-server.ts';
import { openInbox } from '../inbound/open-inbox.ts';
import { type PlatformAccess, part } from '../platform.ts';

/** Who logs in: the address, unless the secret names another user. */
export function userOf({ credential, account }: PlatformAccess): string {
  return credential['user'] ?? account;
}

/** Logs in where the file says, or opens the place to which SES puts what it receives. */
export async function openMailbox(access: PlatformAccess, { mayBeEmpty = false } = {}): Promise<MailServer> {
  if (access.receivedMails !== undefined) return openReceived(access.receivedMails, access, mayBeEmpty);
  const place = placeOf(access.server);
  if (place === null) throw new ApiFault('setup', sayResponses('responses/no-server', {}));
  const login = await loginOf(access);
  // A megabyte of code that no other platform needs.
  const { openMailServer } = await import('../imap/mail-server.ts');
  return openMailServer({ ...place, user: userOf(access), login }, access.budget, access.io);
}

/** `imap.example.com:993`; null where there is none. */
export function placeOf(server: string | null): Pick<MailServerAccess, 'host' | 'port'> | null {
  const [, host = '', port = '993'] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(server ?? '') ?? [];
  return host === '' ? null : { host, port: Number(port) };
}

/** Where no copy of a mail arrives, nothing can be said of the mailbox. A mail server would refuse the login instead. */
async function openReceived(mails: ReceivedMails, { budget, io }: PlatformAccess, mayBeEmpty: boolean) {
  const inbox = openInbox(mails, budget, io);
  if (!mayBeEmpty && (await inbox.find({ from: 0 })).length === 0)
    throw new ApiFault('setup', sayResponses('responses/no-mail-received', { where: mails.where }));
  return inbox;
}

/**
 * How a mailbox is logged in to, by what the secret holds: a password; `clientId`, `clientSecret` and `refreshToken` of a grant at
 * Google; `tenant`, `clientId` and `clientSecret` of an application at Microsoft that may read this one mailbox. Access tokens
 * live an hour and are never stored.
 */
export async function loginOf(access: PlatformAccess): Promise<MailServerAccess['login']> {
  const { credential } = access;
  if (credential['tenant'] !== undefined) return { accessToken: await microsoftToken(access, credential['tenant']) };
  if (credential['refreshToken'] !== undefined) return { accessToken: await googleToken(access) };
  return { pass: credential['token'] ?? part(credential, 'password') };
}

function googleToken(access: PlatformAccess): Promise<string> {
  return tokenFrom(access, 'Google', 'https://oauth2.googleapis.com/', 'token', {
    client_id: part(access.credential, 'clientId'),
    client_secret: part(access.credential, 'clientSecret'),
    refresh_token: part(access.credential, 'refreshToken'),
    grant_type: 'refresh_token',
  });
}

function microsoftToken(access: PlatformAccess, tenant: string): Promise<string> {
  const path = `${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
  return tokenFrom(access, 'Microsoft', 'https://login.microsoftonline.com/', path, {
    client_id: part(access.credential, 'clientId'),
    client_secret: part(access.credential, 'clientSecret'),
    scope: 'https://outlook.office365.com/.default',
    grant_type: 'client_credentials',
  });
}

const tokenSchema = z.looseObject({ access_token: z.string() });
const refusalSchema = z.looseObject({ error: z.string() });

async function tokenFrom(
  access: PlatformAccess,
  by: 'Google' | 'Microsoft',
  base: string,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const classify = (answer: Answer, now: number): ApiFault | null => {
    const { data } = refusalSchema.safeParse(answer.body);
    if (data === undefined) return faultByStatus(answer, now);
    // RFC 6749, section 5.2: a dead grant, or a client whose secret has ended; the rest is a matter of set-up.
    const isDead = data.error === 'invalid_grant' || data.error === 'invalid_client';
    return new ApiFault(isDead ? 'auth' : 'setup', sayResponses('responses/no-token-given', { by, says: data.error }));
  };
  const tokens = access.open({ base: access.base ?? base, classify, headers: async () => ({}) });
  return (await tokens.call({ path, form, schema: tokenSchema })).access_token;
}
