import { afterEach, describe, expect, it } from 'vitest';
import { availability } from '../../functions/probe-availability/availability/probe.ts';
import { Cookies } from '../../shared/answers/cookies.ts';
import { aContext } from '../support/a-context.ts';
import { inEnglish } from '../support/said.ts';
import { serve, type TestServer } from '../support/serve.ts';

const nowMs = Date.parse('2026-11-22T12:00:00.000Z');

/** What a visitor who was given this at one address sends to another. */
function sent(given: string | readonly string[], at: string, to: string): string {
  const cookies = new Cookies(nowMs);
  cookies.keep(at, typeof given === 'string' ? [given] : given);
  return cookies.headerFor(to);
}

const shop = 'https://www.shop.example/';

describe('a cookie', () => {
  it.each([
    ['seen=1', shop, shop, 'seen=1'],
    ['seen=1', shop, 'https://shop.example/', ''],
    ['seen=1', shop, 'https://m.www.shop.example/', ''],
    ['seen=1; Domain=shop.example', shop, 'https://m.shop.example/', 'seen=1'],
    ['seen=1; domain=.Shop.Example', shop, 'https://shop.example/', 'seen=1'],
    ['seen=1; Domain=other.example', shop, 'https://other.example/', ''],
    ['seen=1; Domain=example', 'https://shop.example/', 'https://shop.example/', ''],
    ['seen=1; Domain=co.uk', 'https://shop.co.uk/', 'https://bank.co.uk/', ''],
    ['seen=1; Domain=127.0.0.1', 'http://127.0.0.1/', 'http://127.0.0.1/', 'seen=1'],
    ['seen=1', 'https://shop.example/a/b', 'https://shop.example/a/c', 'seen=1'],
    ['seen=1', 'https://shop.example/a/b', 'https://shop.example/', ''],
    ['seen=1; Path=/', 'https://shop.example/a/b', 'https://shop.example/', 'seen=1'],
    ['seen=1; Path=/ab', shop, `${shop}abc`, ''],
    ['seen=1; Path=/ab', shop, `${shop}ab/c`, 'seen=1'],
    ['seen=1; Secure', shop, 'http://www.shop.example/', ''],
    ['seen=1; Secure', 'http://www.shop.example/', shop, ''],
    ['seen=1; Secure', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/', 'seen=1'],
    ['__Secure-seen=1', shop, shop, ''],
    ['__Host-seen=1; Secure; Path=/', shop, shop, '__Host-seen=1'],
    ['__Host-seen=1; Secure; Path=/; Domain=shop.example', shop, shop, ''],
    ['seen=1; Max-Age=0', shop, shop, ''],
    ['seen=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', shop, shop, 'seen=1'],
    ['seen=1; Expires=Thu, 01-Jan-1970 00:00:00 GMT', shop, shop, ''],
    ['seen=1; Expires=Sun, 22 Nov 2026 13:00:00 GMT', shop, shop, 'seen=1'],
    ['seen=1; Expires=whenever', shop, shop, 'seen=1'],
    ['seen', shop, shop, 'seen'],
    ['seen=a=b', shop, shop, 'seen=a=b'],
    ['seen=a\u0001b', shop, shop, ''],
    [`seen=${'x'.repeat(5000)}`, shop, shop, ''],
  ])('"%s" from %s goes to %s as "%s"', (given, at, to, header) => {
    expect(sent(given, at, to)).toBe(header);
  });

  it('is replaced and taken back by one of the same name, domain and path', () => {
    expect(sent(['a=1', 'b=2', 'a=3'], shop, shop)).toBe('b=2; a=3');
    expect(sent(['a=1', 'a=; Max-Age=-1'], shop, shop)).toBe('');
  });

  it('of a longer path goes first', () => {
    expect(sent(['a=1; Path=/', 'b=2; Path=/menu'], shop, `${shop}menu`)).toBe('b=2; a=1');
  });
});

describe('a visitor who keeps cookies on the way', () => {
  const started: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
  });

  const page = '<h1>Roof repair</h1>';
  async function measure(pages: Parameters<typeof serve>[0]) {
    const server = await serve(pages);
    started.push(server);
    const { url, hits } = server;
    return { ...inEnglish(await availability.measure({ url, nowMs }, aContext(availability.spec))), hits };
  }

  /** Redirects requests that come without the cookie. */
  const unless =
    (cookie: string, location: string, given: string | string[]): Parameters<typeof serve>[0][string] =>
    ({ headers }, response) => {
      if (headers.cookie?.includes(cookie)) response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      else response.writeHead(302, { location, 'set-cookie': given }).end();
    };

  // Shapes of louislam/uptime-kuma#2292 and #5105, aio-libs/aiohttp#56, encode/httpx#821, ooni/probe#2412.
  it.each<[string, Parameters<typeof serve>[0]]>([
    ['at the same address with a new cookie', { '/': unless('seen=1', '/', 'seen=1; Path=/') }],
    [
      'with the cookie that another page gives',
      {
        '/': unless('seen=1', '/gate', []),
        '/gate': (_, response) => response.writeHead(303, { location: '/', 'set-cookie': 'seen=1; Path=/' }).end(),
      },
    ],
    [
      'with two cookies, of which one is taken back',
      {
        '/': unless('seen=1', '/', ['seen=1; Path=/; HttpOnly; SameSite=Lax', 'old=; Max-Age=0']),
      },
    ],
    [
      'with a language chosen by cookie',
      {
        '/': unless('lang=en', '/set?lang=en', []),
        '/set': (_, response) =>
          response.writeHead(307, { location: '../', 'set-cookie': 'lang=en; Path=/; Max-Age=31536000' }).end(),
      },
    ],
    [
      'with three cookies, one at each asking',
      {
        '/': ({ headers }, response) => {
          const step = (headers.cookie ?? '').split(';').filter(Boolean).length;
          if (step === 3) response.writeHead(200, { 'content-type': 'text/html' }).end(page);
          else response.writeHead(302, { location: '/', 'set-cookie': `step${step}=1; Path=/` }).end();
        },
      },
    ],
  ])('gets in %s', async (_, pages) => {
    expect(await measure(pages)).toMatchObject({ outcome: 'measured', measurements: { status: 200 } });
  });

  it('gets in where the server knows his address at the second time of asking', async () => {
    let asked = 0;
    const result = await measure({
      '/': (_, response) => {
        if (asked++ > 0) response.writeHead(200, { 'content-type': 'text/html' }).end(page);
        else response.writeHead(302, { location: '/' }).end();
      },
    });
    expect(result).toMatchObject({ outcome: 'measured', measurements: { redirects: 1 } });
  });

  it('goes round in a circle where the cookie is of no use', async () => {
    const result = await measure({ '/': unless('never', '/', 'seen=1; Path=/') });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'redirect-loop' });
    expect(result.hits.length).toBeLessThanOrEqual(3);
  });

  it('gives up with browsers where each answer brings another cookie', async () => {
    let given = 0;
    const result = await measure({
      '/': (_, response) => response.writeHead(302, { location: '/', 'set-cookie': `token=${given++}` }).end(),
    });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'redirect-loop' });
    expect(result.reason).toContain('keeps redirecting (21 redirects)');
  });
});
