import { expect, test } from 'vitest';
import { createTransport } from '../../functions/channel/http.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { closedPort } from '../support/serve.ts';
import { aStubServer } from './stubs/stub-server.ts';

const request = { headers: {}, body: 'x' };
const now = (): number => Date.parse('2026-11-23T09:06:00.000Z');

test.each([
  'http://127.0.0.1:1/',
  'http://localhost:1/',
  'http://[::1]:1/',
  'http://169.254.169.254/',
  'http://2130706433/',
])('in AWS nothing is sent to %s', async (url) => {
  const transport = createTransport({ lookup: guardedLookup(), now });
  await expect(transport.post({ ...request, url })).rejects.toMatchObject({
    kind: 'private-address',
    message: 'its address is not on the public internet',
  });
});

test('a public name that leads inside is refused, too', async () => {
  const inside = { resolve: async () => [{ address: '10.0.0.7', family: 4 }], dial: (address: string) => address };
  const transport = createTransport({ lookup: guardedLookup(inside), now });
  const sent = transport.post({ ...request, url: 'http://hooks.example.com/' });
  await expect(sent).rejects.toMatchObject({ kind: 'private-address' });
});

test('what was never sent is certain not to have arrived', async () => {
  const transport = createTransport({ now });
  const sent = transport.post({ ...request, url: `http://127.0.0.1:${await closedPort()}/secret-in-the-path` });
  await expect(sent).rejects.toMatchObject({ kind: 'trouble', message: 'it refuses the connection' });
});

test('an address that is none is not quoted: it may be a secret', async () => {
  const sent = createTransport({ now }).post({
    ...request,
    url: 'https://hooks.example.com:4433333/secret-in-the-path',
  });
  await expect(sent).rejects.toMatchObject({ kind: 'secret', message: 'Its address cannot be read.' });
  const fault: unknown = await sent.catch((error: unknown) => error);
  expect(JSON.stringify({ ...(fault as Error) })).not.toContain('secret-in-the-path');
});

test('a redirect is not followed: it would carry the secret somewhere else', async () => {
  const elsewhere = await aStubServer(() => ({ status: 200, body: 'ok' }));
  const stub = await aStubServer(() => ({ status: 307, body: '', headers: { location: elsewhere.url } }));
  const answer = await createTransport({ now }).post({ ...request, url: stub.url });
  expect(answer.status).toBe(307);
  expect(elsewhere.requests).toEqual([]);
  await stub.close();
  await elsewhere.close();
});

test('an endless answer is not read to its end', async () => {
  const stub = await aStubServer(() => ({ status: 200, body: 'x'.repeat(10_000_000) }));
  const answer = await createTransport({ now }).post({ ...request, url: stub.url });
  expect(answer.text.length).toBeLessThanOrEqual(256 * 1024);
  expect(answer.body).toBeUndefined();
  await stub.close();
});

test.each([
  ['120', 120_000],
  ['Mon, 23 Nov 2026 09:07:30 GMT', 90_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
])('Retry-After: %s', async (header, expected) => {
  const stub = await aStubServer(() => ({ status: 429, body: '', headers: { 'retry-after': header } }));
  expect((await createTransport({ now }).post({ ...request, url: stub.url })).retryAfterMs).toBe(expected);
  await stub.close();
});
