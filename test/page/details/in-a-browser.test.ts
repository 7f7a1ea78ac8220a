import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedBrowser } from '../../../shared/browser/launch.ts';
import { type Language, languages } from '../../../shared/model/business.ts';
import { aSharedBrowser, type SharedBrowser } from '../../support/shared-browser.ts';
import { aPage } from '../a-page.ts';
import { coffeeLab } from '../coffee-lab.ts';
import { detailPages, inTrouble, weeks } from './detail-states.ts';
import { detailStores } from './detail-stores.ts';

type Tab = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;

let language: Language = 'en';
/** A picture of a phone's screen, as evidence is. */
let picture: Uint8Array = new Uint8Array();
const answer = getRequestListener((request) => {
  const { pathname, search } = new URL(request.url);
  const configuration = coffeeLab(language);
  const opened = { kind: 'file', bytes: picture, contentType: 'image/jpeg' } as const;
  const others = { weeks, openEvidence: async () => opened };
  const stores = detailStores(configuration, inTrouble(language));
  return aPage({ configuration, stores, others }).get(`${pathname}${search}`);
});
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));

let shared: SharedBrowser;
let browser: LaunchedBrowser;
let tab: Tab;
let origin: string;
beforeAll(async () => {
  shared = await aSharedBrowser();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await shared?.close();
  server.close();
  server.closeAllConnections();
});
beforeEach(async () => {
  browser = await shared.launch({ context: { viewport: { width: 360, height: 740 } } });
  tab = await browser.context.newPage();
  const drawn = await tab.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 360, height: 740 });
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  picture = new Uint8Array(Buffer.from(drawn, 'base64'));
});
afterEach(() => browser.close());

const pages = Object.entries(detailPages).map(([name, address]) => ({ name, address }));

describe('the pages of one touchpoint in a browser', () => {
  it.each(pages)('fit every width in every language: $name', async ({ address }) => {
    for (language of languages) {
      const answer = await tab.goto(origin + address);
      expect(answer?.status()).toBe(200);
      for (const width of [360, 768, 1440]) {
        await tab.setViewportSize({ width, height: 900 });
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), `${language} ${width}`).toBe(width);
      }
    }
  });

  it.each(pages)('can be read with any aid, in light and in dark: $name', async ({ address }) => {
    language = 'uk';
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(origin + address);
      await tab.evaluate(axe.source);
      const found = await tab.evaluate<string[]>(
        `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(found, colorScheme).toEqual([]);
    }
  });

  it('break no rule of their own policy, and show the pictures of what was seen', async () => {
    const refused: string[] = [];
    tab.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    language = 'en';
    await tab.goto(origin + detailPages.website);
    for (const image of await tab.locator('img').all()) {
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((seen) => (seen as HTMLImageElement).naturalWidth)).toBe(360);
    }
    expect(await tab.locator('img').count()).toBeGreaterThan(2);
    // What is marked as hard to see is not hard to see here.
    for (const state of ['.state.unseen', '.view .unseen .badge']) {
      expect((await tab.locator(state).boundingBox())?.width ?? 0, state).toBeGreaterThan(10);
    }
    expect(refused).toEqual([]);
  });

  it('draw each trend with its bound, and say it in words for who cannot see it', async () => {
    language = 'en';
    await tab.goto(origin + detailPages.website);
    const trends = tab.locator('figure.trend');
    expect(await trends.count()).toBeGreaterThan(0);
    for (const trend of await trends.all()) {
      await trend.scrollIntoViewIfNeeded();
      const drawn = await trend.getByRole('img').boundingBox();
      expect(drawn?.width ?? 0).toBeGreaterThan(200);
      expect(drawn?.width ?? 0, 'within a phone').toBeLessThanOrEqual(360);
      expect((await trend.locator('path.value').boundingBox())?.width ?? 0, 'more than a dot').toBeGreaterThan(10);
      // The latest value and the range, or one of them where all days are alike.
      expect(await trend.locator('p').first().innerText()).toMatch(/\d/);
    }
    expect(await tab.locator('figure.trend line.bound').count()).toBeGreaterThan(0);
  });

  it('lead from a touchpoint to its check without a mouse', async () => {
    language = 'en';
    await tab.goto(origin + detailPages.website);
    const link = tab.getByRole('link', { name: 'Page speed, on a phone', exact: true });
    await link.focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(origin + detailPages.check);
    expect(await tab.locator('h1').textContent()).toBe('Page speed, on a phone');
  });
});
