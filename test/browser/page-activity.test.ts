import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scrollDown } from '../../functions/probe-page/walking/scroll.ts';
import { touch } from '../../functions/probe-page/walking/touch.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

const patienceMs = 1_500;
/** All effects below come by then, and none before a few frames have passed. */
const laterMs = 250;
const signal = AbortSignal.timeout(120_000);
const show = `document.body.dataset.seen = 'yes'`;

let server: TestServer;
let browser: SharedBrowser;
let visit: Visit;
const pages: Record<string, string> = {};

beforeAll(async () => {
  browser = await aSharedBrowser();
  server = await serve(
    new Proxy<Parameters<typeof serve>[0]>(
      {
        '/later': (_, response) => setTimeout(() => response.end('yes'), laterMs),
        '/later.svg': (_, response) => {
          setTimeout(
            () =>
              response
                .writeHead(200, { 'content-type': 'image/svg+xml' })
                .end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
            laterMs,
          );
        },
        '/frame': `<script>setTimeout(() => parent.document.body.dataset.seen = 'yes', ${laterMs})</script>`,
      },
      { get: (own, path) => Reflect.get(own, path) ?? pages[String(path)] },
    ),
  );
  visit = await openVisit({ url: server.url, device: 'mobile', throttled: false, signal, launch: browser.launch });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(body: string): Promise<void> {
  pages['/'] =
    `<!doctype html><html lang="en"><title>Test</title><style>div { transition: opacity ${laterMs}ms }</style>
    <body><h1>Shop</h1><button>Menu</button><div>box</div>${body}<p id="far" style="margin-top: 3000px">far</p></body></html>`;
  await visit.page.goto(server.url);
}

async function press(effect: string): Promise<{ readonly atRest: boolean; readonly seen: boolean }> {
  await open(`<script>document.querySelector('button').onclick = () => { ${effect} }</script>`);
  const click = async (): Promise<true> => {
    await visit.page.evaluate(() => document.querySelector('button')?.click());
    return true;
  };
  const { atRest } = await touch(visit, click, patienceMs, signal);
  return { atRest, seen: await isSeen() };
}

function isSeen(): Promise<boolean> {
  return visit.page.evaluate(() => document.body.dataset['seen'] === 'yes');
}

describe('what comes of a press', () => {
  it.each([
    ['at once', show],
    [
      'with the next task',
      `const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { ${show} }; port2.postMessage(0)`,
    ],
    ['with an answer of the server', `fetch('/later').then(() => { ${show} })`],
    [
      'with a picture that has arrived',
      `const i = new Image(); i.onload = () => { ${show} }; i.src = '/later.svg'; document.body.append(i)`,
    ],
    [
      'with the end of a transition',
      `const d = document.querySelector('div'); d.ontransitionend = () => { ${show} }; d.style.opacity = 0.5`,
    ],
    [
      'with the end of a smooth scroll',
      `onscrollend = () => { ${show} }; document.querySelector('#far').scrollIntoView({ behavior: 'smooth' })`,
    ],
    [
      'with the end of an animation that begins late',
      `document.querySelector('div').animate([{ opacity: 0 }, {}], { delay: ${laterMs}, duration: 50 }).onfinish = () => { ${show} }`,
    ],
  ])('is waited for and no longer, where it comes %s', async (_, effect) => {
    expect(await press(effect)).toEqual({ atRest: true, seen: true });
  });

  it.each([
    ['a timer', `setTimeout(() => { ${show} }, ${laterMs})`],
    ['an interval', `setInterval(() => { ${show} }, ${laterMs})`],
    ['a timer after the answer of the server', `fetch('/later').then(() => setTimeout(() => { ${show} }, ${laterMs}))`],
    [
      'frame after frame',
      `const t = performance.now(); const next = () => performance.now() - t > ${laterMs} ? (${show}) : requestAnimationFrame(next); requestAnimationFrame(next)`,
    ],
    ['an idle moment', `requestIdleCallback(() => requestIdleCallback(() => { ${show} }))`],
    ['a frame', `const f = document.createElement('iframe'); f.src = '/frame'; document.body.append(f)`],
    [
      'a worker',
      `const w = new Worker(URL.createObjectURL(new Blob(['setTimeout(() => postMessage(0), ${laterMs})']))); w.onmessage = () => { ${show} }`,
    ],
    [
      'the shadow of an element',
      `const s = document.querySelector('div').attachShadow({ mode: 'open' }); s.innerHTML = '<p>words</p>';
       s.firstChild.animate([{ opacity: 0 }, {}], ${laterMs}).onfinish = () => { ${show} }`,
    ],
  ])('is given all its time, where the page leaves it to %s', async (_, effect) => {
    expect(await press(effect)).toEqual({ atRest: false, seen: true });
  });

  it('is given all its time, and no more, where the page never holds still', async () => {
    await open(`<script>setInterval(() => { document.title += '.' }, 5)</script>`);
    const { atRest } = await touch(visit, async () => true, patienceMs, signal);
    expect(atRest).toBe(false);
  });

  it('is not waited for where nothing was pressed', async () => {
    await open('');
    const { done, atRest } = await touch(visit, async () => null, patienceMs, signal);
    expect({ done, atRest }).toEqual({ done: null, atRest: true });
  });

  it('is given all its time where the page goes away meanwhile', async () => {
    const startedMs = performance.now();
    const { atRest } = await press(`location.href = '/?elsewhere'`);
    expect(atRest).toBe(false);
    expect(performance.now() - startedMs).toBeGreaterThan(patienceMs);
  });

  it('is not mistaken for what went on before: a slider, a ticker', async () => {
    await open(
      `<script>setInterval(() => {}, 100); document.querySelector('button').onclick = () => { ${show} }</script>`,
    );
    const click = async (): Promise<true> => {
      await visit.page.evaluate(() => document.querySelector('button')?.click());
      return true;
    };
    expect((await touch(visit, click, patienceMs, signal)).atRest).toBe(true);
    expect(await isSeen()).toBe(true);
  });
});

describe('what appears on scrolling', () => {
  const observe = (work: string): string =>
    `<p id="end">end</p><script>new IntersectionObserver(([e]) => { if (e.isIntersecting) { ${work} } }).observe(document.getElementById('end'))</script>`;

  it.each([
    ['at once', observe(show)],
    [
      'with a picture that is fetched only now',
      `<img loading="lazy" src="/later.svg" onload="${show}" width="9" height="9">`,
    ],
    [
      'in the eyes of a script that looks ten times a second',
      `<script>setInterval(() => { if (scrollY > 1000) { ${show} } }, 100)</script>`,
    ],
    [
      'when scrolling has paused for a moment',
      `<script>let t; addEventListener('scroll', () => { clearTimeout(t); t = setTimeout(() => { ${show} }, 200) })</script>`,
    ],
    [
      'in the next frame but one',
      `<script>addEventListener('scroll', () => requestAnimationFrame(() => requestAnimationFrame(() => { ${show} })))</script>`,
    ],
    ['by way of a timer', observe(`setTimeout(() => { ${show} }, 200)`)],
  ])('has appeared %s', async (_, end) => {
    await open(`<p style="height: 3000px">words</p>${end}`);
    await scrollDown(visit, signal);
    expect(await isSeen()).toBe(true);
  });
});
