import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { availability } from '../../functions/probe-availability/availability/probe.ts';
import { aContext } from '../support/a-context.ts';
import { serve, type TestServer } from '../support/serve.ts';

const nowMs = Date.parse('2026-11-22T12:00:00.000Z');
const started: TestServer[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function site(...args: Parameters<typeof serve>): Promise<string> {
  const server = await serve(...args);
  started.push(server);
  return server.url;
}

const measure = (url: string) => availability.measure({ url, nowMs }, aContext(availability.spec));

describe('a server that treats programs otherwise than browsers', () => {
  // GCTC-NTGC/gc-digital-talent#17337, philipbkemp/PHP-Validator#33
  it.each<[string, (headers: IncomingHttpHeaders) => boolean, number]>([
    ['a name like a browser', (headers) => /Chrome\//.test(headers['user-agent'] ?? ''), 404],
    ['every header of a browser', (headers) => headers['accept-encoding'] !== undefined, 406],
  ])('asks as the visits do, where a server answers only to %s', async (_, isLet, status) => {
    const url = await site({
      '/': ({ headers }, response) => response.writeHead(isLet(headers) ? 200 : status).end('<h1>Coffee Lab</h1>'),
    });
    expect(await measure(url)).toMatchObject({ outcome: 'measured', measurements: { status: 200 } });
  });

  it('asks nobody twice who refuses programs openly', async () => {
    const asked: string[] = [];
    const url = await site({
      '/': ({ headers }, response) => {
        asked.push(headers['user-agent'] ?? '');
        response.writeHead(403).end('Forbidden');
      },
    });
    expect(await measure(url)).toMatchObject({ outcome: 'unknown', cause: 'bot-wall' });
    expect(asked).toHaveLength(1);
  });
});
