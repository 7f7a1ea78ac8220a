import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageLoad } from '../../functions/probe-page/page-load/probe.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import { aContext } from '../support/a-context.ts';
import { inEnglish } from '../support/said.ts';
import { serve } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const lateMs = 2_000;
/** To another name of the same server: a browser keeps only six connections to one, and the pictures hold them. */
const saysPainted = `<script>new PerformanceObserver((_, seen) => { seen.disconnect(); navigator.sendBeacon('http://localhost:' + location.port + '/painted') }).observe({ type: 'paint', buffered: true })</script>`;
const paints = new Map<number | undefined, PromiseWithResolvers<void>>();
function paintOf({ socket: { localPort } }: IncomingMessage): PromiseWithResolvers<void> {
  const paint = paints.get(localPort) ?? Promise.withResolvers<void>();
  paints.set(localPort, paint);
  return paint;
}

/** What is late is so by the page's own clock: a busy machine may take longer to paint than a file takes to come. */
const after = (ms: number, type: string, body: string) => (request: IncomingMessage, response: ServerResponse) => {
  const answer = () => response.writeHead(200, { 'content-type': type }).end(body);
  const from = ms < lateMs ? Promise.resolve() : paintOf(request).promise;
  void from.then(() => setTimeout(answer, ms));
};
const svg = (bytes: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(bytes)}--></svg>`;
const picture = (ms: number, bytes = 90_000) => after(ms, 'image/svg+xml', svg(bytes));

async function loadOnDesktop(body: string, files: Parameters<typeof serve>[0] = {}) {
  const page = `<!doctype html><html lang="en"><head><title>Shop</title></head><body style="margin:0"><h1>Roofs and gutters</h1>
    <p>${'Many words of a long text. '.repeat(40)}</p>${body}${saysPainted}</body></html>`;
  const painted = (request: IncomingMessage, response: ServerResponse): void => {
    paintOf(request).resolve();
    response.writeHead(204).end();
  };
  const server = await serve({ '/': page, '/painted': painted, '/late.svg': picture(lateMs), ...files });
  const signal = AbortSignal.timeout(60_000);
  const visit = await openVisit({
    url: server.url,
    device: 'desktop',
    throttled: true,
    benchmarkIndex: 1056,
    signal,
    launch: browser.launch,
  });
  try {
    const { measurements, facts } = inEnglish(await pageLoad.measure(visit, aContext(pageLoad.spec)));
    return { ...measurements, why: facts?.['loadMs'] ?? '' } as { loadMs: number; screenMs: number; why: string };
  } finally {
    await visit.close();
    await server.close();
  }
}

const space = '<div style="height:3000px">More about us</div>';
const image = (more = '') => `<img src="/late.svg" width="400" height="300" alt="" ${more}>`;

describe.concurrent('a page whose pictures further down are late', () => {
  it.each([
    ['a photo', 'may wait', `${space}${image()}`],
    [
      'one by srcset',
      'may wait',
      `${space}<picture><source srcset="/late.svg"><img width="400" height="300" alt=""></picture>`,
    ],
    [
      'the background of a section',
      'cannot wait',
      `${space}<section style="height:300px;background:url(/late.svg)">Call us</section>`,
    ],
    ['the still of a film', 'cannot wait', `${space}<video poster="/late.svg" width="400" height="300"></video>`],
    [
      'just below the edge of the screen',
      'cannot wait',
      `<div style="position:absolute;top:100vh;left:0">${image()}</div>`,
    ],
    [
      'near the edge and far below',
      'cannot wait',
      `<div style="position:absolute;top:120vh;left:0">${image()}</div>${space}${image()}`,
    ],
  ])('has its first screen early: %s, which %s', async (_, lazily, body) => {
    const { loadMs, screenMs, why } = await loadOnDesktop(body);
    expect(loadMs).toBeGreaterThanOrEqual(lateMs);
    expect(screenMs).toBeLessThanOrEqual(loadMs - 500);
    expect(why).toMatch(/complete after .*; only 1 picture further down the page is late: \/late\.svg \(90 kB\)/);
    // A browser fetches what is near the screen all the same, and knows no lazy backgrounds.
    expect(why.includes('loading="lazy"')).toBe(lazily === 'may wait');
  });

  it('names the largest of several', async () => {
    const others = [1, 2, 3].map((n) => `<img src="/${n}.svg" width="40" height="30" alt="">`).join('');
    const files = { '/1.svg': picture(lateMs, 9_000), '/2.svg': picture(lateMs, 50_000), '/3.svg': picture(0, 9_000) };
    const { why } = await loadOnDesktop(`${space}${image()}${others}`, files);
    expect(why).toContain(
      'only 3 pictures further down the page are late (150 kB): chiefly /late.svg (90 kB) and /2.svg (50 kB)',
    );
  });

  it('counts all of many', async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    const others = numbers.map((n) => `<img src="/${n}.svg" width="40" height="30" alt="">`).join('');
    const files = Object.fromEntries(numbers.map((n) => [`/${n}.svg`, picture(lateMs, 9_000)]));
    const { why } = await loadOnDesktop(`${space}${image()}${others}`, files);
    expect(why).toContain('only 9 pictures further down the page are late (164 kB): chiefly /late.svg (90 kB) and');
  });
});

describe.concurrent('what the first screen may need is not taken for further down', () => {
  const late = (type: string, body: string) => ({ '/late.x': after(lateMs, type, body) });

  it.each<[string, string, Parameters<typeof serve>[0]?]>([
    ['a picture on the first screen', image()],
    ['one that reaches into it', `<div style="position:absolute;top:calc(100vh - 20px)">${image()}</div>`],
    ['the same picture in both places', `${image()}${space}${image()}`],
    ['a slide that waits beside the screen', `<div style="position:absolute;left:-9999px;top:40px">${image()}</div>`],
    ['a picture that nothing shows yet', `${space}<div style="display:none">${image()}</div>`],
    [
      'a picture in a layer that stays in place',
      `${space}<div style="position:fixed;bottom:0">${image('style="position:fixed;top:2000px"')}</div>`,
    ],
    [
      'a late script beside it',
      `${space}${image()}<script async src="/late.x"></script>`,
      late('text/javascript', 'window.x = 1'),
    ],
    [
      'a script of its own that keeps the page busy',
      `${space}<img src="/1.svg" width="40" height="30" alt=""><script>addEventListener('DOMContentLoaded', () => setTimeout(() => { for (const t = performance.now(); performance.now() - t < 2500; ); }, 300))</script>`,
      { '/1.svg': picture(600) },
    ],
    ['a page in a frame', `${space}<iframe src="/late.x"></iframe>`, late('text/html', '<p>Map</p>')],
    [
      'a picture that is not late',
      `${space}<img src="/1.svg" width="40" height="30" alt="">`,
      { '/1.svg': picture(50) },
    ],
  ])('%s', async (_, body, files) => {
    const { loadMs, screenMs, why } = await loadOnDesktop(body, files);
    expect(screenMs, why).toBeGreaterThanOrEqual(loadMs);
    expect(why).toContain('the largest is');
  });
});
