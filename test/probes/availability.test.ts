import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type AvailabilityTarget, availability } from '../../functions/probe-availability/availability/probe.ts';
import { copyWithout } from '../../functions/probe-availability/encryption.ts';
import { machineHasIpv6 } from '../../functions/probe-availability/families.ts';
import { remainingDays } from '../../functions/probe-availability/remaining-days.ts';
import { aContext } from '../support/a-context.ts';
import { answerWith } from '../support/recorded-answer.ts';
import { inEnglish } from '../support/said.ts';
import { closedPort, serve, type TestServer, tlsFixture } from '../support/serve.ts';

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

const measure = async (url: string, target: Partial<AvailabilityTarget> = {}) =>
  inEnglish(await availability.measure({ url, nowMs, ...target }, aContext(availability.spec)));

/** A name server that knows one answer. */
const resolvesTo =
  (...addresses: readonly string[]): LookupFunction =>
  (_host, _options, callback) => {
    const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    callback(null, found);
  };

describe('availability', () => {
  it('measures status, redirects and time to first byte of a page that answers', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(301, { location: '/home' }).end(),
      '/home': '<h1>Coffee Lab</h1>',
    });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'measured', cause: null, measurements: { status: 200, redirects: 1 } });
    expect(result.measurements['ttfbMs']).toBeGreaterThanOrEqual(0);
    expect(result.measurements['connectMs']).toBeGreaterThanOrEqual(0);
    expect(result.measurements).not.toHaveProperty('tlsMs');
    expect(result.details?.['chain']).toMatchObject([
      { url, status: 301 },
      { url: `${url}home`, status: 200 },
    ]);
  });

  it.each([
    [
      404,
      '404 Not Found instead of a page: there is nothing at this address any more. Restore the page, or redirect the address to the new one.',
    ],
    [
      500,
      "500 Internal Server Error instead of a page: the software behind the site failed. Ask your developer to find the cause in the site's error log.",
    ],
  ])('tells a page that answers %i', async (status, words) => {
    const url = await site({ '/': (_, response) => response.writeHead(status).end('oops') });
    expect(await measure(url)).toMatchObject({
      outcome: 'failed',
      cause: 'http-error',
      reason: `${url} returns ${words}`,
    });
  });

  it('tells a redirect loop', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(302, { location: '/again' }).end(),
      '/again': (_, response) => response.writeHead(302, { location: '/' }).end(),
    });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'redirect-loop' });
    expect(result.reason).toContain('redirects in a loop');
  });

  it('tells a refused connection as the site not answering', async () => {
    const port = await closedPort();
    expect(await measure(`http://127.0.0.1:${port}/`)).toMatchObject({
      outcome: 'failed',
      cause: 'unreachable',
      reason: `127.0.0.1:${port} refuses the connection: no web server is listening there. Ask your hosting provider to start it.`,
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

  it('tells a page with nothing in it', async () => {
    const url = await site({ '/': (_, response) => response.writeHead(204).end() });
    expect(await measure(url)).toMatchObject({ outcome: 'failed', cause: 'http-error' });
  });

  it('tells a redirect that leads nowhere', async () => {
    const url = await site({ '/': (_, response) => response.writeHead(302, { location: 'whatsapp://send' }).end() });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'http-error' });
    expect(result.reason).toContain('redirects (302) to whatsapp://send, which no browser can open');
  });

  it('tells which step makes the first byte late', async () => {
    const url = await site({ '/': (_, response) => void setTimeout(() => response.end('<h1>Slow</h1>'), 1_100) });
    const { facts } = await measure(url);
    expect(facts?.['ttfbMs']).toMatch(/^Most of that \(1\.\d s\) is the server preparing the page/);
  });

  it.each(['cloudflare-challenge', 'datadome', 'plain-403'])('takes the wall %s for no outage', async (name) => {
    const result = await measure(await site({ '/': answerWith(`walls/${name}`) }));
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'bot-wall' });
    expect(result.measurements['status']).toBe(403);
  });

  it('recognises a parked page that comes compressed and in an old encoding', async () => {
    // "Домен припаркован" in windows-1251
    const words = Buffer.from([
      0xc4, 0xee, 0xec, 0xe5, 0xed, 0x20, 0x61, 0x2e, 0x72, 0x75, 0x20, 0xef, 0xf0, 0xe8, 0xef, 0xe0, 0xf0, 0xea, 0xee,
      0xe2, 0xe0, 0xed,
    ]);
    const page = Buffer.concat([Buffer.from('<meta charset="windows-1251"><h1>'), words]);
    const url = await site({
      '/': (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(page)),
    });
    expect(await measure(url)).toMatchObject({ outcome: 'failed', cause: 'placeholder' });
  });

  it('is not blown up by a compressed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const url = await site({
      '/': (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    });
    expect(await measure(url)).toMatchObject({ outcome: 'measured', measurements: { status: 200 } });
  });

  it('tells headers that no browser takes', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(300_000) }).end('<h1>Hello</h1>'),
    });
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'http-error' });
    expect(result.reason).toContain('more headers than browsers accept');
  });
});

describe('the certificate', () => {
  const authorities = [tlsFixture('authority.pem')];
  const key = tlsFixture('site-key.pem');
  const intermediate = tlsFixture('intermediate.pem');
  const siteWith = (...chain: string[]) =>
    site({ '/': '<h1>Coffee Lab</h1>' }, { tls: { key, cert: chain.join('\n') } });

  it('of a known authority for this name is fine, and its days are counted', async () => {
    const url = await siteWith(tlsFixture('site.pem'), intermediate);
    const result = await measure(url, { authorities, nowMs: Date.parse('2126-10-20T00:00:00Z') });
    expect(result).toMatchObject({
      outcome: 'measured',
      details: {
        certificate: {
          issuer: 'Touchlight test authority',
          names: ['localhost', 'shop.example', '127.0.0.1'],
          incomplete: false,
        },
      },
    });
    expect(result.measurements['tlsDaysLeft']).toBeLessThan(20);
    expect(result.measurements['tlsMs']).toBeGreaterThanOrEqual(0);
    expect(result.measurements).not.toHaveProperty('tlsChainIncomplete');
  });

  it('without the link to its authority is noted, for browsers fetch that', async () => {
    const result = await measure(await siteWith(tlsFixture('site.pem')), { authorities });
    expect(result).toMatchObject({ outcome: 'measured', measurements: { status: 200, tlsChainIncomplete: 1 } });
    expect(result.facts?.['tlsChainIncomplete']).toContain('Ask your hosting provider to install the full chain');
  });

  it.each([
    ['for another name', [tlsFixture('other-site.pem'), intermediate], 'belongs to other.example, www.other.example'],
    [
      'for another name and without its link',
      [tlsFixture('other-site.pem')],
      'belongs to other.example, www.other.example',
    ],
    ['that has run out', [tlsFixture('expired.pem'), intermediate], 'expired on 1 April 2026 (235 days ago)'],
  ])('%s keeps visitors out', async (_, chain, words) => {
    const result = await measure(await siteWith(...chain), { authorities });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-tls' });
    expect(result.reason).toContain(words);
    expect(result.reason).toContain('visitors see a security warning instead of the page');
  });

  it('of an authority that nobody knows keeps visitors out', async () => {
    const result = await measure(await siteWith(tlsFixture('site.pem'), intermediate));
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-tls' });
    expect(result.reason).toContain('issued by Touchlight test authority, which browsers do not trust');
  });

  it('that is self-signed keeps visitors out', async () => {
    const result = await measure(await site({ '/': 'secret' }, { tls: true }));
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-tls' });
    expect(result.reason).toContain('self-signed, so browsers do not trust it: visitors see a security warning');
  });

  it('is missing where plain http is spoken instead', async () => {
    const url = (await site({ '/': 'hello' })).replace('http:', 'https:');
    const result = await measure(url);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-tls' });
    expect(result.reason).toContain('does not serve https, although its address says so');
  });

  it.each([
    ['lives for 90 days', '2026-10-01', '2026-12-30', { tlsDaysLeft: 37 }],
    ['is renewed every few days', '2026-11-20', '2026-11-26', { tlsShortLivedDaysLeft: 3 }],
  ])('%s: judged by that', (_, validFrom, validTo, measurements) => {
    const certificate = {
      subject: 'shop.example',
      issuer: 'A',
      names: [],
      chain: [],
      incomplete: false,
      protocol: 'TLSv1.3',
      validFrom: `${validFrom}T00:00:00.000Z`,
      validTo: `${validTo}T00:00:00.000Z`,
    };
    const chain = [
      { url: 'https://shop.example/', certificate },
      { url: 'http://shop.example/', certificate: null },
    ];
    expect(remainingDays(chain, nowMs).measurements).toEqual(measurements);
  });
});

describe('IPv4 and IPv6', () => {
  const onOurName = (url: string): string => url.replace('127.0.0.1', 'shop.example');

  it('notes an IPv6 address at which nothing answers', async () => {
    const url = onOurName(await site({ '/': '<h1>Coffee Lab</h1>' }));
    const result = await measure(url, { ipv6: true, lookup: resolvesTo('127.0.0.1', '::1') });
    expect(result).toMatchObject({ outcome: 'measured', measurements: { status: 200, ipv6Unreachable: 1 } });
    expect(result.measurements['dnsMs']).toBeGreaterThanOrEqual(0);
    expect(result.facts?.['ipv6Unreachable']).toMatch(/the IPv6 address ::1 for \S+, but nothing responds there/);
  });

  it('accuses nobody from a machine that has no IPv6 itself', async () => {
    const url = onOurName(await site({ '/': '<h1>Coffee Lab</h1>' }));
    const result = await measure(url, { ipv6: false, lookup: resolvesTo('::1', '127.0.0.1') });
    expect(result).toMatchObject({ outcome: 'measured', measurements: { status: 200 } });
    expect(result.measurements).not.toHaveProperty('ipv6Unreachable');
  });

  it('blames the site, not the machine, when its IPv4 address refuses', async () => {
    const url = `http://shop.example:${await closedPort()}/`;
    const lookup = resolvesTo('2001:db8::1', '127.0.0.1');
    expect(await measure(url, { ipv6: true, lookup })).toMatchObject({ outcome: 'failed', cause: 'unreachable' });
  });

  it('knows whether this machine can be answered over IPv6', () => {
    const address = (text: string) =>
      ({ address: text, family: 'IPv6', internal: false, netmask: '', mac: '', cidr: null, scopeid: 0 }) as const;
    expect(machineHasIpv6({ eth0: [address('2a02:6b8::1')] })).toBe(true);
    expect(machineHasIpv6({ lo: [address('::1')], eth0: [address('fd00::2'), address('fe80::1')] })).toBe(false);
    expect(machineHasIpv6({})).toBe(false);
  });
});

describe('the unencrypted address of an encrypted site', () => {
  const html = { 'content-type': 'text/html' };
  const url = 'http://shop.example/';
  it.each([
    [
      'leads on to https',
      { status: 301, headers: { location: 'https://shop.example/' }, body: '' },
      { unencrypted: 0 },
    ],
    ['shows the page', { status: 200, headers: html, body: '<h1>Shop</h1>' }, { unencrypted: 1 }],
    ['leads on by script', { status: 200, headers: html, body: '<script>location.protocol = "https:"</script>' }, {}],
    ['refuses', { status: 403, headers: html, body: 'no' }, {}],
  ])('%s', (_, answer, measurements) => {
    expect(copyWithout({ url, ...answer }).measurements).toEqual(measurements);
  });
});
