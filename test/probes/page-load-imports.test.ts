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

const css = (ms: number, body: string) => (_: unknown, response: ServerResponse) => {
  setTimeout(() => response.writeHead(200, { 'content-type': 'text/css' }).end(body), ms);
};

/** Why the screen stays blank, in English. */
async function whyBlank(head: string, files: Parameters<typeof serve>[0]): Promise<string> {
  const page = `<!doctype html><html lang="en"><head><title>Shop</title>${head}</head><body><h1>Roofs and gutters</h1></body></html>`;
  const server = await serve({ '/': page, ...files });
  const signal = AbortSignal.timeout(60_000);
  const { launch } = browser;
  const visit = await openVisit({
    ...{ url: server.url, device: 'desktop', throttled: true, benchmarkIndex: 1056, signal, launch },
  });
  try {
    return inEnglish(await pageLoad.measure(visit, aContext(pageLoad.spec))).facts?.['fcpMs'] ?? '';
  } finally {
    await visit.close();
    await server.close();
  }
}

const chained = 'learns of /colours.css only when /main.css has arrived (@import)';

describe.concurrent('style sheets that the screen waits for', () => {
  it.each<[string, string, Parameters<typeof serve>[0]]>([
    [
      'one asks for the next',
      '<link rel="stylesheet" href="/main.css">',
      {
        '/main.css': css(900, '@import "colours.css"; h1 { margin: 0 }'),
        '/colours.css': css(700, 'h1 { color: navy }'),
      },
    ],
    [
      'the last of a chain of three',
      '<link rel="stylesheet" href="/site.css">',
      {
        '/site.css': css(300, '@import url(/main.css);'),
        '/main.css': css(800, '@import url("/colours.css") screen;'),
        '/colours.css': css(600, 'h1 { color: navy }'),
      },
    ],
  ])('come one after the other where %s', async (_, head, files) => {
    expect(await whyBlank(head, files)).toContain(chained);
  });

  it.each<[string, string, Parameters<typeof serve>[0]]>([
    [
      'the page asks for both',
      '<link rel="stylesheet" href="/main.css"><link rel="stylesheet" href="/colours.css">',
      { '/main.css': css(900, 'h1 { margin: 0 }'), '/colours.css': css(1_000, 'h1 { color: navy }') },
    ],
    [
      'the page itself imports them',
      '<style>@import "/main.css"; @import "/colours.css";</style>',
      { '/main.css': css(900, 'h1 { margin: 0 }'), '/colours.css': css(1_000, 'h1 { color: navy }') },
    ],
  ])('come together where %s', async (_, head, files) => {
    const why = await whyBlank(head, files);
    expect(why).toContain('colours.css');
    expect(why).not.toContain('@import');
  });
});
