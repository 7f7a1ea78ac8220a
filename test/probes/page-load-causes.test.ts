import type { ServerResponse } from 'node:http';
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

const words = `<main><h1>Everything for the home</h1><p>${'Many words of a long text. '.repeat(40)}</p></main>`;
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Shop</title>${head}</head><body>${body}</body></html>`;

function answerAfter(ms: number, type: string, body: string) {
  return (_: unknown, response: ServerResponse): void => {
    setTimeout(() => response.writeHead(200, { 'content-type': type }).end(body), ms);
  };
}

async function whyLateOnAPhone(pages: Parameters<typeof serve>[0]): Promise<string> {
  const server = await serve(pages);
  const signal = AbortSignal.timeout(60_000);
  const speed = { throttled: true, benchmarkIndex: 1056 };
  const visit = await openVisit({ url: server.url, device: 'mobile', signal, launch: browser.launch, ...speed });
  try {
    const { facts } = inEnglish(await pageLoad.measure(visit, aContext(pageLoad.spec)));
    return facts?.['lcpMs'] ?? '';
  } finally {
    await visit.close();
    await server.close();
  }
}

describe('why a real page is late', () => {
  it('a preloader that hides the page until its pictures are there: they are named, its styles are not', async () => {
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(90_000)}--></svg>`;
    const uncover = `<script>onload = () => { document.querySelector('main').style.display = 'block' }</script>`;
    const hidden = '<link rel="stylesheet" href="/a.css"><style>main { display: none }</style>';
    const why = await whyLateOnAPhone({
      '/': page(hidden, `<i>Wait</i>${words}<img src="/1.svg" width="9" height="9">${uncover}`),
      '/a.css': answerAfter(0, 'text/css', 'h1 { color: teal }'),
      '/1.svg': answerAfter(2_500, 'image/svg+xml', picture),
    });
    expect(why).toMatch(/The page hides its content until everything \(9\d kB\) has arrived\./);
    expect(why).toContain('the largest file is /1.svg (90 kB)');
  });

  it('a style sheet holds it up: the script at the end of the page, which comes just before it, is not named', async () => {
    const why = await whyLateOnAPhone({
      '/': page('<link rel="stylesheet" href="/a.css">', `${words}<script src="/end.js"></script>`),
      '/a.css': answerAfter(2_000, 'text/css', 'h1 { color: teal }'),
      '/end.js': answerAfter(1_500, 'text/javascript', 'document.title = "Shop"'),
    });
    expect(why).toMatch(
      /The page shows nothing before \/a\.css has arrived, and its server takes [12](\.\d)? s to send it\./,
    );
    expect(why).not.toContain('end.js');
  });

  it('a heavy style sheet holds it up, and not the script that comes beside it for the end of the page', async () => {
    const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Store' })}</script>`;
    const why = await whyLateOnAPhone({
      '/': page(`<link rel="stylesheet" href="/a.css">${data}`, `${words}<script src="/end.js"></script>`),
      '/a.css': answerAfter(0, 'text/css', `/*${'x'.repeat(320_000)}*/h1 { color: teal }`),
      '/end.js': answerAfter(0, 'text/javascript', `/*${'x'.repeat(89_000)}*/document.title = "Shop"`),
    });
    expect(why).toContain('/a.css (320 kB)');
    expect(why).not.toContain('end.js');
  });
});
