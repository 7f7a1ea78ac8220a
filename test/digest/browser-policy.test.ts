import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailForBrowsers } from '../../functions/digest/browser-policy.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { someEvidence } from './some-evidence.ts';
import { aWeek } from './some-weeks.ts';

const report = renderReport(aWeek('everything-red'), someEvidence('everything-red'), 'en');
const mail = mailForBrowsers(renderMail(aWeek('everything-red'), { language: 'en', reportUrl: null }).html);

let browser: LaunchedBrowser;
let elsewhere: TestServer;
let folder: string;
beforeAll(async () => {
  [browser, folder, elsewhere] = await Promise.all([
    launchBrowser(),
    mkdtemp(path.join(tmpdir(), 'touchlight-policy-')),
    serve({ '/style.css': 'body { outline: 9px solid red }', '/x.js': 'window.ran = 1' }),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), elsewhere?.close()]);
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the browser says that it refused, from its console. */
  readonly refused: string[];
}

/** As a person opens it: a file, in a fresh tab. */
async function open(html: string): Promise<Opened> {
  const file = path.join(folder, `${crypto.randomUUID()}.html`);
  await writeFile(file, html);
  const page = await browser.context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  await page.waitForTimeout(200);
  return { page, refused };
}

const hostile = (address: string): string => `
<script>window.ran = 1</script>
<script src="${address}x.js"></script>
<img src="${address}pixel.png" onerror="window.ran = 1">
<svg onload="window.ran = 1"></svg>
<link rel="stylesheet" href="${address}style.css">
<style>@import url(${address}style.css); body { background-image: url(${address}background.png) }</style>
<iframe src="${address}frame.html"></iframe>
<object data="${address}object.swf"></object>
<video src="${address}video.mp4"></video>
<base href="${address}">
<form action="${address}steal"><button id="steal">x</button></form>
<a id="js" href="javascript:window.ran = 1">x</a>`;

describe.each([
  ['report', report],
  ['mail as a file', mail],
])('the %s in a real browser', (_, html) => {
  test('has its policy before everything that it rules over', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"\/>/.exec(html);
    expect(policy?.[1]).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'/);
    expect(html.slice(0, policy?.index)).toMatch(/<head>$/);
    expect(html.indexOf('charset', policy?.index)).toBeLessThan(1024);
  });

  test('shows its styles and pictures, and nothing of it is refused', async () => {
    const { page, refused } = await open(html);
    const seen = await page.evaluate(() => ({
      colours: new Set([...document.querySelectorAll('*')].map((element) => getComputedStyle(element).backgroundColor))
        .size,
      pictures: [...document.images].map(({ naturalWidth }) => naturalWidth),
    }));
    expect(refused).toEqual([]);
    expect(seen.colours).toBeGreaterThan(3);
    expect(seen.pictures.every((width) => width > 0)).toBe(true);
    if (html === report) expect(seen.pictures.length).toBeGreaterThan(0);
    await page.close();
  });

  test('runs nothing, loads nothing and sends nothing of what might be slipped in', async () => {
    const { page, refused } = await open(html.replace('</body>', `${hostile(elsewhere.url)}</body>`));
    await page.evaluate(() => {
      document.getElementById('js')?.click();
      document.getElementById('steal')?.click();
    });
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
    expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).not.toBe('9px');
    expect(elsewhere.hits).toEqual([]);
    expect(refused.length).toBeGreaterThan(5);
    await page.close();
  });
});
