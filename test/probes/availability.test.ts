import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { availability } from '../../functions/probe-page/probes/availability.ts';
import { aContext } from '../support/a-context.ts';
import { closedPort, serve, type TestServer } from '../support/serve.ts';

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

describe('availability', () => {
  it('measures status, redirects and time to first byte of a page that answers', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(301, { location: '/home' }).end(),
      '/home': '<h1>Coffee Lab</h1>',
    });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'measured', cause: null, measurements: { status: 200, redirects: 1 } });
    expect(result.measurements['ttfbMs']).toBeGreaterThanOrEqual(0);
    expect(result.details?.['chain']).toMatchObject([
      { url, status: 301 },
      { url: `${url}home`, status: 200 },
    ]);
  });

  it.each([
    [404, '404 Not Found'],
    [500, '500 Internal Server Error'],
  ])('tells a page that answers %i', async (status, words) => {
    const url = await site({ '/': (_, response) => response.writeHead(status).end('oops') });
    expect(await measure(url)).toMatchObject({
      outcome: 'failed',
      cause: 'http-error',
      reason: `${url} answers ${words} instead of a page.`,
    });
  });

  it('tells a redirect loop', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(302, { location: '/again' }).end(),
      '/again': (_, response) => response.writeHead(302, { location: '/' }).end(),
    });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'redirect-loop' });
    expect(result.reason).toContain('redirects in a circle');
  });

  it('tells a refused connection as the site not answering', async () => {
    const port = await closedPort();
    expect(await measure(`http://127.0.0.1:${port}/`)).toMatchObject({
      outcome: 'failed',
      cause: 'unreachable',
      reason: `127.0.0.1:${port} refuses the connection: no web server is listening there.`,
    });
  });

  it('tells a server that hangs up without an answer', async () => {
    const url = await site({ '/': (request) => request.socket.destroy() });
    expect(await measure(url)).toMatchObject({ outcome: 'failed', cause: 'unreachable' });
  });

  it('does not wait for an endless body', async () => {
    const url = await site({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const timer = setInterval(() => response.write('<p>more</p>'.repeat(20)), 5);
        response.on('close', () => clearInterval(timer));
      },
    });
    expect(await measure(url)).toMatchObject({ outcome: 'measured', measurements: { status: 200 } });
  });

  it('refuses a certificate that no browser would accept', async () => {
    const result = await measure(await site({ '/': 'secret' }, { tls: true }));
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-tls' });
    expect(result.reason).toContain('visitors see a security warning instead of the page');
  });

  it('counts the days of an accepted certificate', async () => {
    const url = await site({ '/': 'secret' }, { tls: true });
    // The trusted authorities of a Node process are settled when it starts.
    const script = `
      import { availability } from '${fileURLToPath(new URL('../../functions/probe-page/probes/availability.ts', import.meta.url))}';
      const context = { options: {}, signal: AbortSignal.timeout(20000), network: 'any', progress() {} };
      console.log(JSON.stringify(await availability.measure({ url: ${JSON.stringify(url)}, nowMs: Date.parse('2126-10-20T00:00:00Z') }, context)));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: fileURLToPath(new URL('../fixtures/tls/certificate.pem', import.meta.url)),
      },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'measured',
      measurements: { tlsDaysLeft: expect.any(Number) },
    });
    expect(JSON.parse(stdout).measurements.tlsDaysLeft).toBeLessThan(20);
  });

  it.each([
    ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }],
    ['DataDome', 403, { 'x-datadome': 'protected' }],
    ['A rate limit', 429, {}],
  ])('takes %s for a wall, not for an outage', async (name, status, headers) => {
    const url = await site({ '/': (_, response) => response.writeHead(status, headers).end('Just a moment...') });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'bot-wall' });
    expect(result.reason).toContain(name);
  });
});
