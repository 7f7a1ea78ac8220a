import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageLoad } from '../../functions/probe-page/page-load/probe.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import type { Device } from '../../shared/model/device.ts';
import { waterfallSchema } from '../../shared/model/waterfall.ts';
import { aContext } from '../support/a-context.ts';
import { inEnglish } from '../support/said.ts';
import { closedPort, serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

const started: TestServer[] = [];
let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function site(pages: Parameters<typeof serve>[0]): Promise<string> {
  const server = await serve(pages);
  started.push(server);
  return server.url;
}

/** On the reference host, so that no test depends on how busy this one is. */
async function measure(
  url: string,
  device: Device = 'desktop',
  options: { loadTimeoutMs?: number; benchmarkIndex?: number } = {},
) {
  const signal = AbortSignal.timeout(60_000);
  const visit = await openVisit({
    url,
    device,
    throttled: true,
    signal,
    benchmarkIndex: 1056,
    launch: browser.launch,
    ...options,
  });
  try {
    return inEnglish(await pageLoad.measure(visit, aContext(pageLoad.spec)));
  } finally {
    await visit.close();
  }
}

const page = (body: string): string => `<!doctype html><html lang="en"><title>Test</title><body>${body}</body></html>`;

const busy = (ms: number): string => `for (const t = performance.now(); performance.now() - t < ${ms}; );`;

/** A page script that waits for the browser to say that it has painted: after how long it does depends on how busy the machine is. */
const afterFirstPaint = (script: string): string =>
  `new PerformanceObserver((_, painted) => { painted.disconnect(); setTimeout(() => { ${script} }, 50) }).observe({ type: 'paint', buffered: true });`;

describe('page-load', () => {
  it('measures web vitals, weight and requests, and keeps a screenshot', async () => {
    const url = await site({ '/': page('<h1>Coffee Lab</h1>') });
    const result = await measure(url);
    expect(result.outcome).toBe('measured');
    expect(Object.keys(result.measurements).toSorted()).toEqual(Object.keys(pageLoad.spec.measurements).toSorted());
    expect(result.measurements).toMatchObject({ cls: 0, requests: 1, thirdPartyRequests: 0 });
    expect(result.measurements).toMatchObject({ cpuSlowdown: 1, hostBenchmarkIndex: 1056 });
    const [shot] = result.evidence ?? [];
    expect(shot).toMatchObject({ name: 'desktop.jpg', contentType: 'image/jpeg' });
    expect(Array.from(shot?.bytes?.subarray(0, 3) ?? [])).toEqual([0xff, 0xd8, 0xff]);
  });

  it('lets the phone wait for the slow network that it is given', async () => {
    const url = await site({ '/': page('<h1>Coffee Lab</h1>') });
    const phone = await measure(url, 'mobile');
    const desktop = await measure(url, 'desktop');
    // One request pays the phone's 562 ms of latency, the desktop's 40 ms.
    expect(phone.measurements['lcpMs']).toBeGreaterThan(500);
    expect(phone.measurements['lcpMs']).toBeGreaterThan((desktop.measurements['lcpMs'] ?? 0) + 300);
    expect(phone.measurements['cpuSlowdown']).toBe(4);
  });

  it('sees a script that blocks the page after its first paint', async () => {
    const url = await site({ '/': page(`<h1>Busy</h1><script>${afterFirstPaint(busy(400))}</script>`) });
    const result = await measure(url);
    expect(result.measurements['tbtMs']).toBeGreaterThanOrEqual(300);
  });

  it('sees content that jumps', async () => {
    const jump = `setTimeout(() => document.body.insertAdjacentHTML('afterbegin', '<div style="height:300px">banner</div>'), 200)`;
    const url = await site({
      '/': page(`<h1>Jumpy</h1><p style="height:300px">text</p><img hidden src="/slow"><script>${jump}</script>`),
      '/slow': (_, r) => setTimeout(() => r.end(), 700),
    });
    expect((await measure(url)).measurements['cls']).toBeGreaterThan(0.1);
  });

  it.each([
    [
      'most of the text fades in late',
      'p{opacity:0;animation:in .8s 2.6s forwards}',
      /first screen back until [\d.]+ s/,
    ],
    ['only a line fades in late', 'h1{opacity:0;animation:in .8s 2.6s forwards}', null],
    ['the text fades in at once', 'p{opacity:0;animation:in .4s forwards}', null],
    ['something slides for ever', 'p{animation:in 4s 1s infinite}', null],
  ])('says what animations hold back, where %s', async (_, css, expected) => {
    const text = '<p>Bread and rolls, baked each morning from the flour of our own mill.</p>'.repeat(6);
    const url = await site({
      '/': page(`<style>@keyframes in{from{opacity:0}to{opacity:1}}${css}</style><h1>Mill</h1><b>Open</b>${text}`),
    });
    const { outcome, reason } = await measure(url);
    expect(outcome).toBe('measured');
    if (expected === null) expect(reason).not.toMatch(/Animations/);
    else expect(reason).toMatch(expected);
  });

  it('says that a page never finishes loading, and for what it waits', async () => {
    const url = await site({ '/': page('<h1>Waiting</h1><img src="/never.png">'), '/never.png': () => {} });
    const result = await measure(url, 'desktop', { loadTimeoutMs: 2_000 });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'never-loads' });
    expect(result.reason).toBe(
      'The page never finishes loading. It is still waiting for /never.png: ask your developer to fix it or remove it from the page.',
    );
    expect(result.measurements['lcpMs']).toBeGreaterThan(0);
    expect(result.measurements).not.toHaveProperty('loadMs');
  });

  it('tells a page that answers 500', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>'),
    });
    expect(await measure(url)).toMatchObject({
      outcome: 'failed',
      cause: 'http-error',
      reason: expect.stringContaining('500 Internal Server Error'),
    });
  });

  it('tells a site that refuses the connection', async () => {
    expect(await measure(`http://127.0.0.1:${await closedPort()}/`)).toMatchObject({
      outcome: 'failed',
      cause: 'unreachable',
    });
  });

  it('does not take a PDF for a web page', async () => {
    const url = await site({
      '/': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4'),
    });
    expect(await measure(url)).toMatchObject({ outcome: 'unknown', cause: 'not-a-page' });
  });

  it('says what the wait goes to: the element, the files, and whose servers they come from', async () => {
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="teal"/><!--${'x'.repeat(80_000)}--></svg>`;
    const script = `document.title = 'Loaded';${' '.repeat(40_000)}`;
    const other = await serve({
      '/widget.js': (_, r) => r.writeHead(200, { 'content-type': 'text/javascript' }).end(script),
    });
    started.push(other);
    const elsewhere = other.url.replace('127.0.0.1', 'localhost');
    const url = await site({
      '/': (_, r) => r.writeHead(302, { location: '/home' }).end(),
      '/home': page(`<h1>Shop</h1><img src="/hero.svg" alt="Hero"><script src="${elsewhere}widget.js"></script>`),
      '/hero.svg': (_, r) => r.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture),
    });
    const { measurements, details, facts, evidence } = await measure(url, 'mobile');
    expect(measurements).toMatchObject({ requests: 4, thirdPartyRequests: 1 });
    expect(measurements['thirdPartyBytes']).toBeGreaterThan(40_000);
    const {
      lcpMs = 0,
      paintServerMs = 0,
      paintLoadDelayMs = 0,
      paintLoadMs = 0,
      paintRenderDelayMs = 0,
    } = measurements;
    expect(Math.abs(paintServerMs + paintLoadDelayMs + paintLoadMs + paintRenderDelayMs - lcpMs)).toBeLessThan(5);
    expect(details).toMatchObject({
      largestPaint: { element: 'the image /hero.svg', url: `${url}hero.svg` },
      thirdParties: [{ domain: 'localhost', requests: 1 }],
      heaviest: [{ url: `${url}hero.svg` }, {}, {}, {}],
    });
    expect(facts?.['lcpMs']).toContain('On a phone with a slow connection, the longest part of that');
    const file = evidence?.find(({ name }) => name === 'mobile-requests.json');
    const waterfall = waterfallSchema.parse(JSON.parse(new TextDecoder().decode(file?.bytes ?? undefined)));
    expect(waterfall.requests.map(({ url: asked, status, thirdParty }) => [asked, status, thirdParty])).toEqual([
      [url, 302, null],
      [`${url}home`, 200, null],
      [`${url}hero.svg`, 200, null],
      [`${elsewhere}widget.js`, 200, 'localhost'],
    ]);
    expect(waterfall.requests.every(({ durationMs }) => durationMs !== null)).toBe(true);
  });

  it('is grey, with its numbers, where the host is too slow to say anything', async () => {
    const url = await site({ '/': page('<h1>Coffee Lab</h1>') });
    const result = await measure(url, 'mobile', { benchmarkIndex: 90 });
    expect(result).toMatchObject({
      outcome: 'unknown',
      cause: 'slow-host',
      measurements: { cpuSlowdown: 1, hostBenchmarkIndex: 90, lcpMs: expect.any(Number) },
    });
  });

  it('reads its figures where no script of the page can put or hide any', async () => {
    const meddling = `window.PerformanceObserver = function () { throw new Error('No observers here.') };
      window.readVitals = () => ({ lcpMs: 1, fcpMs: 1, longTasks: 7 });`;
    const url = await site({ '/': page(`<h1>Odd</h1><script>${afterFirstPaint(busy(200))} ${meddling}</script>`) });
    const { outcome, measurements } = await measure(url);
    expect(outcome).toBe('measured');
    expect(measurements['tbtMs']).toBeGreaterThanOrEqual(140);
    // The latency of the network alone takes longer than what the page claims.
    expect(measurements['lcpMs']).toBeGreaterThan(40);
    expect(measurements['fcpMs']).toBeGreaterThan(40);
  });

  it('sees what happened before it began to look: the work and the shifts of a load', async () => {
    const work = `${busy(200)} document.querySelector('h1').style.marginTop = '200px'; fetch('/worked')`;
    const worked = Promise.withResolvers<void>();
    const url = await site({
      '/': page(
        `<h1>Shop</h1><p>Words</p><img src="/late.svg" width="10" height="10"><script>${afterFirstPaint(work)}</script>`,
      ),
      '/worked': (_, r) => {
        worked.resolve();
        r.end();
      },
      '/late.svg': (_, r) => {
        const answer = () => r.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>');
        void worked.promise.then(() => setTimeout(answer, 300));
      },
    });
    const { measurements } = await measure(url);
    expect(measurements['loadMs']).toBeGreaterThan(500);
    expect(measurements['lcpMs']).toBeLessThan(measurements['loadMs'] ?? 0);
    expect(measurements['cls']).toBeGreaterThan(0);
    expect(measurements['tbtMs']).toBeGreaterThanOrEqual(140);
  });

  const jump = `document.querySelector('h1').style.marginTop = '200px'`;
  it.each([
    ['a timer', `<script>onload = () => setTimeout(() => { ${jump} }, 300)</script>`],
    ['an interval', `<script>onload = () => setInterval(() => { ${jump} }, 300)</script>`],
    ['a late answer', `<script>onload = () => fetch('/late').then(() => { ${jump} })</script>`],
    [
      'a picture that is fetched last',
      `<script>onload = () => { const i = new Image(); i.onload = () => { ${jump} }; i.src = '/late.svg' }</script>`,
    ],
    [
      'the end of an animation',
      `<style>@keyframes wait { to { opacity: 1 } } p { animation: wait 100ms 250ms }</style><script>onanimationend = () => { ${jump} }</script>`,
    ],
    [
      'an event of the server',
      `<script>onload = () => { new EventSource('/events').onmessage = () => { ${jump} } }</script>`,
    ],
    [
      'a frame',
      `<iframe srcdoc="<script>setTimeout(() => parent.postMessage(0), 300)</script>"></iframe><script>onmessage = () => { ${jump} }</script>`,
    ],
    [
      'a worker',
      `<script>onload = () => { new Worker('data:text/javascript,setTimeout(() => postMessage(0), 300)').onmessage = () => { ${jump} } }</script>`,
    ],
  ])('sees what a page does within half a second of its load: %s', async (_, body) => {
    const url = await site({
      '/': page(`<h1>Shop</h1><p>Words</p>${body}`),
      '/late': (_, r) => setTimeout(() => r.end(), 300),
      '/late.svg': (_, r) => {
        setTimeout(
          () => r.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
          300,
        );
      },
      '/events': (_, r) => {
        r.writeHead(200, { 'content-type': 'text/event-stream' });
        setTimeout(() => r.write('data: now\n\n'), 300);
      },
    });
    expect((await measure(url)).measurements['cls']).toBeGreaterThan(0);
  });

  it.each([
    ['its head', {}, '<meta http-equiv="refresh" content="0; url=/shop">'],
    ['a header', { refresh: '0; url=/shop' }, ''],
  ])('follows a page that sends the visitor on by %s', async (_, headers, head) => {
    const url = await site({
      '/': (_, r) => r.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page(`${head}<h1>Welcome</h1>`)),
      '/shop': page('<h1>Shop</h1>'),
    });
    const { evidence } = await measure(url);
    const file = evidence?.find(({ name }) => name === 'desktop-requests.json');
    expect(JSON.parse(new TextDecoder().decode(file?.bytes ?? undefined))).toMatchObject({ url: `${url}shop` });
  });
});
