import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { fetchHomePage } from '../../cli/init/home-page.ts';
import { runRequest } from '../../functions/probe-availability/run-request.ts';
import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { guardedRequest } from '../../shared/browser/guarded-request.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';
import { serve, type TestServer, tlsFixture } from '../support/serve.ts';
import { anInside, anInternet, type Inside, publicAddress, secret, untouched } from './an-inside.ts';
import { aVisitOf, onThePublicInternet } from './guarded-deps.ts';

const internet = anInternet({ 'office.example': ['10.0.0.1'] });
let inside: Inside;
let shop: TestServer;

beforeAll(async () => {
  inside = await anInside();
  const page = (target: string, script = '') =>
    `<!doctype html><html lang="en"><title>Shop</title>${target}<h1>Coffee Lab</h1><a href="tel:+380441234567">+380 44 123 45 67</a><script>${script}</script>`;
  shop = await serve({
    '/redirect': (request, response) => response.writeHead(302, { location: targetOf(request.url) }).end(),
    '/twice': (request, response) => response.writeHead(302, { location: `/redirect?${targetOf(request.url)}` }).end(),
    '/header': (request, response) =>
      response.writeHead(200, { 'content-type': 'text/html', refresh: `0;url=${targetOf(request.url)}` }).end(page('')),
    '/markup': (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(page(`<meta http-equiv="refresh" content="0;url=${targetOf(request.url)}">`)),
    '/script': (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(page('', `location.href = '${targetOf(request.url)}'`)),
    '/slow-script': (request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(page('', `setTimeout(() => { location.href = '${targetOf(request.url)}' }, 300)`)),
  });
});
afterAll(async () => {
  await shop.close();
  inside.close();
});

function targetOf(url = ''): string {
  return decodeURIComponent(url.slice(url.indexOf('?') + 1));
}

/** The shop's page that leads to a host inside in the given way. */
function leading(way: string, host: string): string {
  return `http://shop.example:${new URL(shop.url).port}/${way}?${encodeURIComponent(`http://${host}:${inside.port}/`)}`;
}

type Worded = ReturnType<typeof inEnglish<Result>>;

/** In English. */
async function visited(id: Parameters<typeof aCheck>[0], url: string): Promise<Worded | undefined> {
  const visit = aVisitOf(aCheck({ ...id, url }));
  const run = id?.id?.includes('lighthouse') === true ? runAudit : runVisit;
  const [result] = await guardedVisit(
    visit,
    onThePublicInternet,
    (guarding) => run(visit, { ...onThePublicInternet, ...guarding }),
    internet,
  );
  return result && inEnglish(result);
}

async function asked(url: string): Promise<Worded | undefined> {
  const visit = aVisitOf(aCheck({ id: 'website/availability', url }));
  const [result] = await guardedRequest(
    visit,
    onThePublicInternet,
    (guarding) => runRequest(visit, { ...onThePublicInternet, ...guarding }),
    internet,
  );
  return result && inEnglish(result);
}

/** Servers send robots to 127.0.0.1 to be rid of them: it is not known what customers get. */
const grey = (host: string) => ({
  outcome: 'unknown',
  cause: 'private-address',
  reason: expect.stringContaining(`redirects to http://${host}:${inside.port}`),
});

describe('a site that leads inside', () => {
  // Side by side: a visit waits more than it computes.
  it.concurrent.each(['redirect', 'twice', 'header', 'markup', 'script', 'slow-script'])(
    'by way of %s is grey in a browser, says where it leads, and gets nobody there',
    async (way) => {
      const result = await visited({ id: 'website/contacts@desktop' }, leading(way, '127.0.0.1'));
      expect(result).toMatchObject(grey('127.0.0.1'));
      expect(inside).toMatchObject(untouched);
    },
  );

  it.concurrent.each(['page-load@mobile', 'form'] as const)('is grey for %s, too', async (probe) => {
    expect(await visited({ id: `website/${probe}` }, leading('redirect', '[::1]'))).toMatchObject(grey('[::1]'));
    expect(inside).toMatchObject(untouched);
  });

  it('is grey for Lighthouse, which says why', async () => {
    const result = await visited(
      { id: 'website/lighthouse', options: { runs: 1 } },
      leading('redirect', 'office.example'),
    );
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'no-valid-run' });
    expect(result?.reason).toContain('office.example resolves to 10.0.0.1, which is not on the public internet');
    expect(result?.reason).not.toContain('..');
    expect(inside).toMatchObject(untouched);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:7f00:1]', '2130706433', '0x7f.1', 'inside.example'])(
    'at %s is grey for a plain request, behind one redirect and behind two',
    async (host) => {
      const written = new URL(`http://${host}/`).hostname;
      for (const way of ['redirect', 'twice']) expect(await asked(leading(way, host))).toMatchObject(grey(written));
      expect(inside).toMatchObject(untouched);
    },
  );

  it('is not followed there when init reads the home page', async () => {
    const lookup = guardedLookup(internet);
    const signal = AbortSignal.timeout(10_000);
    for (const way of ['redirect', 'twice'])
      expect(await fetchHomePage(leading(way, '127.0.0.1'), signal, lookup)).toBe('');
    expect(inside).toMatchObject(untouched);
    expect(await fetchHomePage(leading('markup', '127.0.0.1'), signal, lookup)).toContain('<h1>Coffee Lab</h1>');
    // The way is real.
    const unguarded = leading('twice', '127.0.0.1').replace('shop.example', '127.0.0.1');
    const other = await anInside();
    expect(await fetchHomePage(unguarded.replace(String(inside.port), String(other.port)), signal)).toBe(secret);
    other.close();
  });
});

test('a certificate that says where its issuer is to be fetched has the guard asked for that place', async () => {
  const tls = { key: tlsFixture('site-key.pem'), cert: tlsFixture('site.pem') };
  const encrypted = await serve({}, { tls });
  try {
    await visited({ id: 'website/contacts@desktop' }, encrypted.url.replace('127.0.0.1', 'shop.example'));
    expect(internet.asked).toContain('authority.example');
    expect(internet.dialled).toEqual(new Set([publicAddress]));
  } finally {
    await encrypted.close();
  }
});

describe('a site that leads to another host, where there is no page', () => {
  it.each(['redirect', 'script'])('by way of %s is red for that host', async (way) => {
    const away = leading(way, 'other.example'); // public, and nobody listens there
    const nowhere = away.replace(String(inside.port), '1080');
    const result = await visited({ id: 'website/contacts@desktop' }, nowhere);
    expect(result).toMatchObject({ outcome: 'failed', cause: 'unreachable' });
    expect(result?.reason).toMatch(
      /^shop\.example:\d+ redirects to other\.example:1080, where visitors get no page\. other/,
    );
  });
});

test.each(['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://localhost./', 'http://office.example/'])(
  'a touchpoint that is configured as %s is grey, and nobody is asked',
  async (url) => {
    const visit = aVisitOf(aCheck({ id: 'website/page-load@mobile', url }));
    const nobody = (): never => {
      throw new Error('The site was visited.');
    };
    for (const guarded of [guardedVisit, guardedRequest]) {
      const results = (await guarded(visit, onThePublicInternet, nobody, internet)).map((each) => inEnglish(each));
      expect(results).toMatchObject([{ outcome: 'unknown', cause: 'private-address' }]);
      expect(results[0]?.reason).toMatch(
        /is not on the public internet\. In AWS, Touchlight visits public addresses only/,
      );
    }
  },
);

test('a visit that should keep to the public internet is not made without its guard', () => {
  const checks = (id: Parameters<typeof aCheck>[0]) => aVisitOf(aCheck(id));
  const page = checks({ id: 'website/contacts@desktop' });
  expect(() => runVisit(page, onThePublicInternet)).toThrow('needs the address guard');
  expect(() => runVisit(page, { ...onThePublicInternet, lookup: guardedLookup() })).toThrow('needs the address guard');
  expect(() => runAudit(checks({ id: 'website/lighthouse' }), onThePublicInternet)).toThrow('needs the address guard');
  expect(() => runRequest(checks({ id: 'website/availability' }), onThePublicInternet)).toThrow(
    'needs the address guard',
  );
});
