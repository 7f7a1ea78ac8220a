import type { LambdaEvent } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import { createLinkGate } from '../../functions/page/access/link-gate.ts';
import { createHandler, type PageHandlerDeps } from '../../functions/page/handler.ts';
import { createRunNow } from '../../functions/page/run-now.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { sign } from '../../shared/runtime/page-links.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { configured, day, startsAt } from './access/a-gated-page.ts';

const key = 'k'.repeat(64);
const host = 'abc.lambda-url.eu-central-1.on.aws';
const token = sign(
  { role: 'operator', who: 'olena@example.com', until: toInstant(startsAt + day) },
  { key, audience: 'Touchlight', use: 'link' },
);

const gate = { audience: 'Touchlight', language: 'en', url: null, openId: null } as const;

function aHandler(overrides: Partial<PageHandlerDeps> = {}) {
  const configuration = configured();
  const now = () => startsAt;
  const handle = createHandler({
    configuration,
    stores: emptyStores(),
    gate: createLinkGate({ key: async () => key, ...gate, now }),
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    callNotify: async () => {},
    logger: aQuietLogger(),
    now,
    ...overrides,
  });
  return async (path: string, cookies: readonly string[] = []) => {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const event = {
      ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString, isBase64Encoded: false },
      headers: { host, 'x-forwarded-proto': 'https' },
      cookies: [...cookies],
      requestContext: {
        ...{ accountId: 'anonymous', apiId: 'abc', domainName: host, domainPrefix: 'abc', requestId: '1' },
        ...{ routeKey: '$default', stage: '$default', time: '', timeEpoch: 0 },
        http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      },
    };
    return handle(event as unknown as LambdaEvent);
  };
}

test('a link opens the page behind a function URL, and the browser brings its cookie', async () => {
  const ask = aHandler();
  const opened = await ask(`/in/${token}?to=%2F`);
  expect([opened.statusCode, opened.headers?.['location']]).toEqual([303, '/']);
  const cookie = opened.cookies?.[0]?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^__Host-touchlight=v1\./);
  const page = await ask('/', [cookie]);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Coffee Lab');
  expect((await ask('/')).statusCode).toBe(401);
  const besideOthers = await ask('/', ['name=Олена', cookie, 'line=a\nb']);
  expect(besideOthers.statusCode).toBe(200);
});

test('a failure is one plain sentence for the reader, and no link gets into the log', async () => {
  const logged: unknown[] = [];
  const logger = aQuietLogger();
  logger.error = (...said: unknown[]) => void logged.push(said);
  const ask = aHandler({
    logger,
    gate: createLinkGate({
      key: () => Promise.reject(new Error('touchlight/Touchlight/page-links cannot be read')),
      ...gate,
      now: () => startsAt,
    }),
  });
  const answer = await ask(`/in/${token}`);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain('The page could not be read. Try again in a minute.');
  expect(answer.body).not.toMatch(/page-links|Error| at /);
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain(token);
});

test('a check is sent to its probe once a minute, however often somebody presses', async () => {
  const sent: VisitRequest[] = [];
  let at = startsAt + 20_000;
  const runNow = createRunNow({ send: async (visits) => void sent.push(...visits) }, () => at);
  const [check] = configured().touchpoints[0]?.checks ?? [];
  if (check === undefined) throw new Error('The website has no check.');
  expect([await runNow(check), await runNow(check)]).toEqual(['started', 'under-way']);
  at += 60_000;
  expect(await runNow(check)).toBe('started');
  expect(sent).toEqual([
    { scheduledAt: '2026-11-30T10:00:00.000Z', confirmation: false, checks: [check] },
    { scheduledAt: '2026-11-30T10:01:00.000Z', confirmation: false, checks: [check] },
  ]);
});
