import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runRequest } from '../../functions/probe-availability/run-request.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import { read } from '../config/reading.ts';

/** Asked of any host: the browser comes through it as a proxy, plain requests by the lookup. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly userAgent: string;
}

type Site = Readonly<Record<string, string | { readonly status: number; readonly location?: string }>>;

let site: Site = {};
let asked: Asked[] = [];
let server: Server;
/** Robots' rules are kept for a day by host, so each story has a host of its own. */
let host = '';
let stories = 0;

beforeEach(async () => {
  asked = [];
  stories += 1;
  server = createServer(answer);
  server.on('connect', (request, socket) => {
    asked.push({ method: 'CONNECT', url: `https://${request.url}/`, userAgent: '' });
    socket.destroy();
  });
  server.on('upgrade', (request, socket) => {
    asked.push({ method: 'UPGRADE', url: request.url ?? '', userAgent: '' });
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `rival-${stories}.example:${portOf(server)}`;
});
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

function portOf(listening: Server): number {
  return (listening.address() as AddressInfo).port;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  asked.push({ method: request.method ?? '', url: url.href, userAgent: request.headers['user-agent'] ?? '' });
  const found = url.host === host ? (site[url.pathname] ?? { status: 404 }) : { status: 502 };
  if (typeof found === 'string') {
    response.writeHead(200, { 'content-type': url.pathname.endsWith('.txt') ? 'text/plain' : 'text/html' }).end(found);
    return;
  }
  response.writeHead(found.status, found.location === undefined ? {} : { location: found.location }).end();
}

const lookup: LookupFunction = (_host, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** As the file has them. */
function checksOf(probes: readonly string[]): Check[] {
  const { competitors } = read(`business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]
competitors: [{ name: Rival, url: "http://${host}/" }]
`);
  return competitors.flatMap(({ checks }) => checks).filter(({ probe }) => probes.includes(probe));
}

const deps = {
  evidence: { put: () => Promise.reject(new Error('Nothing of a competitor is stored.')) },
  now: Date.now,
  progress: () => {},
  onFault: (checkId: string, error: unknown) => {
    throw new Error(checkId, { cause: error });
  },
  network: 'any' as const,
  lookup,
};

const visit = (): Promise<Result[]> =>
  runVisit(
    { scheduledAt: '2026-11-23T00:00:00.000Z', confirmation: false, checks: checksOf(['page-load', 'contacts']) },
    { ...deps, proxyUrl: `http://127.0.0.1:${portOf(server)}` },
  );
const request = (): Promise<Result[]> =>
  runRequest(
    { scheduledAt: '2026-11-23T00:00:00.000Z', confirmation: false, checks: checksOf(['availability']) },
    deps,
  );
const paths = (): string[] => asked.map(({ url }) => new URL(url).pathname);

describe('a visit to a competitor', () => {
  it('reads robots.txt first, asks for allowed pages only, sends nothing and presses nothing', async () => {
    site = {
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n',
      '/': `<!doctype html><html lang=en><title>Rival</title><h1>Rival coffee</h1>
        <img src="/private/pixel.png" width=1 height=1><img src="/logo.png" alt="Rival" width=40 height=40>
        <script src="http://www.google-analytics.com/analytics.js"></script>
        <script src="http://code.jivo.ru/widget/x"></script>
        <a href="/contacts">Contacts</a>
        <form action="/order" method="post"><input name="phone" oninput="fetch('/typed')"><button>Call me back</button></form>
        <button onclick="fetch('/pressed')">Show the phone number</button>
        <script>
          fetch('/api', { method: 'POST', body: 'seen' });
          navigator.sendBeacon('/beacon', 'seen');
          new WebSocket('ws://' + location.host + '/chat');
          document.addEventListener('click', () => fetch('/clicked'));
        </script>`,
      '/contacts': `<!doctype html><html lang=en><title>Contacts</title><h1>Contacts</h1>
        <a href="tel:+15125550143">+1 512 555 0143</a>`,
    };
    const results = await visit();
    expect(results.map(({ checkId, outcome }) => [checkId.split('/')[1], outcome])).toEqual([
      ['page-load@mobile', 'measured'],
      ['contacts@mobile', 'measured'],
    ]);
    expect(results[0]?.measurements['lcpMs']).toBeGreaterThan(0);
    expect(results[1]?.measurements).toEqual({ clicksToContact: 1, contactsFound: 1 });
    expect(results.map(({ details, evidence, attempts }) => ({ details, evidence, attempts }))).toEqual([
      { details: {}, evidence: [], attempts: 1 },
      { details: {}, evidence: [], attempts: 1 },
    ]);
    expect(paths()[0]).toBe('/robots.txt');
    expect(asked[0]?.userAgent).toBe('Mozilla/5.0 (compatible; Touchlight/1; +https://coffeelab.example)');
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(new Set(asked.map(({ url }) => new URL(url).host))).toEqual(new Set([host]));
    expect(new Set(paths())).toEqual(
      new Set(['/robots.txt', '/', '/logo.png', '/contacts', '/favicon.ico'].filter((path) => paths().includes(path))),
    );
    expect(paths()).toEqual(expect.arrayContaining(['/', '/logo.png', '/contacts']));
  });

  it('asks for nothing but robots.txt where that forbids the page, and says so', async () => {
    site = { '/robots.txt': 'User-agent: Touchlight\nDisallow: /\n\nUser-agent: *\nAllow: /\n', '/': '<h1>Rival</h1>' };
    const results = [...(await visit()), ...(await request())];
    expect(results.map(({ outcome, cause }) => [outcome, cause])).toEqual([
      ['unknown', 'robots-forbid'],
      ['unknown', 'robots-forbid'],
      ['unknown', 'robots-forbid'],
    ]);
    // What was read by the first visit holds for the second, for a day.
    expect(paths()).toEqual(['/robots.txt']);
  });

  it('follows no redirect to where robots must not go', async () => {
    site = {
      '/robots.txt': 'User-agent: *\nDisallow: /private\n',
      '/': { status: 302, location: '/private/home' },
      '/private/home': '<h1>Rival</h1>',
    };
    const results = [...(await visit()), ...(await request())];
    expect(results.map(({ outcome, cause }) => [outcome, cause])).toEqual([
      ['unknown', 'robots-forbid'],
      ['unknown', 'robots-forbid'],
      ['unknown', 'robots-forbid'],
    ]);
    expect(new Set(paths())).toEqual(new Set(['/robots.txt', '/']));
  });

  it('reads no robots.txt of what stands in a frame, and is not kept away by one', async () => {
    const widget = `http://widget.example:${portOf(server)}`;
    site = {
      '/': `<!doctype html><html lang=en><title>Rival</title><h1>Rival</h1><iframe src="${widget}/map"></iframe>`,
    };
    expect((await visit()).map(({ cause }) => cause)).not.toContain('robots-unread');
    const urls = asked.map(({ url }) => url);
    expect(urls).toContain(`${widget}/map`);
    expect(urls).not.toContain(`${widget}/robots.txt`);
  });

  it('opens no further window, however often the page asks for one', async () => {
    site = {
      '/': `<!doctype html><html lang=en><title>Rival</title><h1>Rival coffee</h1>
        <script>for (let n = 0; n < 3; n++) window.open('/window?' + n);</script>`,
      '/window': '<h1>Our newsletter</h1>',
    };
    expect(await visit()).toHaveLength(2);
    expect(paths()).toContain('/');
    expect(paths()).not.toContain('/window');
  });
});

describe('a plain request to a competitor', () => {
  it('is one GET with an address to write to, and no second one of any kind', async () => {
    site = { '/': '<!doctype html><title>Rival</title><h1>Rival coffee, open every day</h1>' };
    const [result] = await request();
    expect(result).toMatchObject({ outcome: 'measured', attempts: 1, details: {}, measurements: { status: 200 } });
    expect(asked).toEqual([
      {
        method: 'GET',
        url: `http://${host}/robots.txt`,
        userAgent: expect.stringContaining('+https://coffeelab.example'),
      },
      { method: 'GET', url: `http://${host}/`, userAgent: expect.stringContaining('+https://coffeelab.example') },
    ]);
  });

  it('is not made while robots.txt cannot be read', async () => {
    site = { '/robots.txt': { status: 503 }, '/': '<h1>Rival</h1>' };
    const [result] = await request();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'robots-unread', attempts: 1 });
    expect(paths()).toEqual(['/robots.txt']);
  });

  it('takes a site that does not answer as that, and asks once', async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const [result] = await request();
    expect(result).toMatchObject({ outcome: 'failed', cause: 'unreachable', attempts: 1 });
    expect(asked).toEqual([]);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});
