import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identify } from '../../functions/probe-social/identify.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { password, user } from './support/mail-account.ts';
import { canServeMail } from './support/mail-server.ts';

/** Where tokens are given: takes one client secret, and says what it was asked. */
const asked: { path: string; form: Record<string, string> }[] = [];
let answer: { readonly status: number; readonly body: object } | null = null;
const issuer = createServer((request, response) => {
  void text(request).then((body) => {
    const form = Object.fromEntries(new URLSearchParams(body));
    asked.push({ path: request.url ?? '', form });
    const isRight = form['client_secret'] === 'right';
    const given =
      answer ??
      (isRight
        ? { status: 200, body: { access_token: 'fresh-token' } }
        : { status: 401, body: { error: 'invalid_client' } });
    response.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.body));
  });
});

const grants = {
  Google: { clientId: 'id', clientSecret: 'right', refreshToken: 'refresh' },
  Microsoft: { tenant: 'coffeelab.example', clientId: 'id', clientSecret: 'right' },
} as const;

describe.skipIf(!canServeMail)('a mailbox that takes no passwords', () => {
  let served: ServedMailbox;
  beforeAll(async () => {
    issuer.listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const address = issuer.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    served = await aMailbox('2026-11-16T08:00:00Z', { api: `http://127.0.0.1:${port}/` });
    served.mailbox.wire.translate('fresh-token', `${user} ${password}`);
  });
  afterAll(async () => {
    issuer.close();
    await served.close();
  });

  it.each([
    [
      'Google',
      '/token',
      { grant_type: 'refresh_token', refresh_token: 'refresh', client_id: 'id', client_secret: 'right' },
    ],
    [
      'Microsoft',
      '/coffeelab.example/oauth2/v2.0/token',
      {
        grant_type: 'client_credentials',
        scope: 'https://outlook.office365.com/.default',
        client_id: 'id',
        client_secret: 'right',
      },
    ],
  ] as const)('is read with a token of %s', async (by, path, form) => {
    served.mailbox.secret = JSON.stringify(grants[by]);
    asked.length = 0;
    served.mailbox.wire.forget();
    const { light, result } = await served.mailbox.poll();
    expect({ light, reason: result.reason }).toEqual({
      light: 'green',
      reason: 'No one is waiting for a reply in the mailbox.',
    });
    expect(asked).toEqual([{ path, form }]);
    expect(served.mailbox.wire.commands[0]).toMatch(/^AUTHENTICATE XOAUTH2/);
  });

  it.each(['Google', 'Microsoft'] as const)('is grey where %s gives no token any more, and says why', async (by) => {
    served.mailbox.secret = JSON.stringify({ ...grants[by], clientSecret: 'ended' });
    const { light, result } = await served.mailbox.poll();
    expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'auth' });
    expect(result.reason).toContain(`${by} says "invalid_client"`);
    expect(JSON.stringify(result)).not.toMatch(/ended|refresh"/);
  });

  it('is grey where the server refuses the token', async () => {
    served.mailbox.secret = JSON.stringify(grants.Microsoft);
    answer = { status: 200, body: { access_token: 'of-another-mailbox' } };
    const { light, result } = await served.mailbox.poll();
    expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'auth' });
    expect(JSON.stringify(result)).not.toContain('of-another-mailbox');
    answer = null;
  });

  it('is identified by touchlight secrets check', async () => {
    const { check } = served.mailbox;
    const io = { now: () => served.mailbox.now, sleep: async () => {}, signal: AbortSignal.timeout(20_000) };
    const known = await identify(check, { read: async () => JSON.stringify(grants.Google) }, io);
    expect(known).toMatchObject({
      ok: true,
      may: expect.arrayContaining(['folder INBOX', 'folder Sent']),
      expiresAt: null,
    });
    const wrong = await identify(
      check,
      { read: async () => JSON.stringify({ ...grants.Google, clientSecret: 'x' }) },
      io,
    );
    expect(wrong.ok ? null : wordStatement(wrong.says, 'en')).toContain('does not accept');
  });
});
