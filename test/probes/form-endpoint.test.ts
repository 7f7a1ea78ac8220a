import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { askEndpoint } from '../../functions/probe-page/form/endpoint.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { serve } from '../support/serve.ts';

async function ask(status: number, path = '/send', lookup?: LookupFunction) {
  const server = await serve({ [path]: (_, response) => response.writeHead(status).end() });
  try {
    const answer = await askEndpoint(new URL(path, server.url).href, lookup, AbortSignal.timeout(10_000));
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
