import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askEndpoint } from '../../functions/probe-page/form/endpoint.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { closedPort, serve } from '../support/serve.ts';

async function ask(status: number, path = '/send', lookup?: LookupFunction) {
  const server = await serve({ [path]: (_, response) => response.writeHead(status).end() });
  try {
    const answer = await askEndpoint(
      { url: new URL(path, server.url).href, page: server.url },
      lookup,
      AbortSignal.timeout(10_000),
    );
    return { answer, hits: server.hits };
  } finally {
    await server.close();
  }
}

describe('a plain question to the address that a form sends to', () => {
  it('is an OPTIONS request and nothing else', async () => {
    expect((await ask(204)).hits).toEqual(['OPTIONS /send']);
  });

  it.each([
    [500, '/send', { kind: 'broken', status: 500 }],
    [503, '/send', { kind: 'broken', status: 503 }],
    [410, '/send', { kind: 'broken', status: 410 }],
    [404, '/contact.php', { kind: 'broken', status: 404 }],
    [404, '/api/contact', { kind: 'doubtful', status: 404 }],
    [501, '/send', { kind: 'silent' }],
    [405, '/send', { kind: 'silent' }],
    [200, '/send', { kind: 'silent' }],
  ])('that is answered with %d on %s', async (status, path, answer) => {
    expect((await ask(status, path)).answer).toEqual(answer);
  });

  it('is not put to a private address behind the address guard', async () => {
    const { answer, hits } = await ask(500, '/send', guardedLookup());
    expect(answer).toEqual({ kind: 'silent' });
    expect(hits).toEqual([]);
  });
});

/** Knows these names and no other. */
const knows =
  (...names: readonly string[]): LookupFunction =>
  (host, options, done) => {
    if (!names.includes(host)) done(Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' }), '');
    else if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  };

const away: LookupFunction = (host, _, done) => done(Object.assign(new Error(host), { code: 'EAI_AGAIN' }), '');

describe('an address that does not answer', () => {
  const put = (url: string, page: string, lookup?: LookupFunction) =>
    askEndpoint({ url, page }, lookup, AbortSignal.timeout(10_000));
  const program = { kind: 'absent', misses: 'program' };
  const silent = { kind: 'silent' };

  it.each([
    ['localhost', 'http://127.0.0.1:1/contact', program],
    ['127.0.0.1', 'https://shop.example/contact', program],
    ['dev.localhost', 'https://shop.example/contact', program],
    ['[::1]', 'https://shop.example/contact', program],
  ])('on a developer’s machine (%s), from a form on %s, is nobody’s', async (host, page, expected) => {
    const url = `http://${host}:${await closedPort()}/mail.php`;
    const lookup = host === 'dev.localhost' ? knows(host) : undefined;
    expect(await put(url, page, lookup)).toEqual(expected);
  });

  it('says nothing where the page itself comes from there', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    expect(await put(`${origin}/mail.php`, `${origin}/contact`)).toEqual(silent);
  });

  it('says nothing where a public name leads to a port that is closed', async () => {
    const url = `http://forms.example:${await closedPort()}/send`;
    expect(await put(url, 'http://shop.example/', knows('shop.example', 'forms.example'))).toEqual(silent);
  });

  it('with a name that no name server knows is nobody’s, where the page’s own name is known', async () => {
    const url = 'https://forms-of-old.example/send';
    expect(await put(url, 'https://shop.example/', knows('shop.example'))).toEqual({ kind: 'absent', misses: 'name' });
    expect(await put(url, 'https://shop.example/', knows())).toEqual(silent);
    expect(await put(url, 'http://127.0.0.1:1/', knows('shop.example'))).toEqual(silent);
    expect(await put(url, 'http://localhost:1/', knows('localhost'))).toEqual(silent);
  });

  it('says nothing where the name server itself does not answer', async () => {
    expect(await put('https://forms.example/send', 'https://shop.example/', away)).toEqual(silent);
  });
});
