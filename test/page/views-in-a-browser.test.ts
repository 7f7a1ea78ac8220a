import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedBrowser } from '../../shared/browser/launch.ts';
import { type Language, languages } from '../../shared/model/business.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { aPage } from './a-page.ts';
import { acknowledged, allGreen, brokenForm, coffeeLab, ill, openedAt, storesOf, withStatuses } from './coffee-lab.ts';
import { incidentAddress, incidents, states } from './states.ts';

type Tab = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;

/** What the server shows; a test changes it under the open page. */
let shown: { language: Language; stores: Stores };
let failing = false;
const answer = getRequestListener((request) => {
  if (failing) return new Response('down', { status: 503 });
  const url = new URL(request.url);
  const { language, stores } = shown;
  return aPage({ configuration: coffeeLab(language), stores }).get(`${url.pathname}${url.search}`);
});
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
const show = (language: Language, known: Parameters<typeof storesOf>[1]): void => {
  shown = { language, stores: storesOf(coffeeLab(language), known) };
};

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
  failing = false;
  browser = await shared.launch({ context: { viewport: { width: 360, height: 740 } } });
  tab = await browser.context.newPage();
});
afterEach(() => browser.close());

/** Looks for news at once, as when the reader comes back to the tab. */
const lookNow = async (): Promise<void> => {
  const answered = tab.waitForResponse((response) => response.request().resourceType() === 'fetch');
  await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await answered;
};

const pages = [
  ...Object.entries(states).map(([name, known]) => ({ name, known, address: '/' })),
  ...Object.entries(incidents).map(([name, known]) => ({ name: `incident ${name}`, known, address: incidentAddress })),
  { name: 'plan', known: states.trouble, address: '/plan' },
];

describe('the page in a browser', () => {
  it.each(pages)('fits every width in every language: $name', async ({ known, address }) => {
    for (const language of languages) {
      show(language, known(language));
      await tab.goto(`${origin}${address}`);
      for (const width of [360, 768, 1440]) {
        await tab.setViewportSize({ width, height: 900 });
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), `${language} ${width}`).toBe(width);
      }
    }
  });

  it.each(pages)('can be read with any aid, in light and in dark: $name', async ({ known, address }) => {
    show('uk', known('uk'));
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(`${origin}${address}`);
      await tab.evaluate(axe.source);
      const found = await tab.evaluate<string[]>(
        `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(found, colorScheme).toEqual([]);
    }
  });

  it('leads the keyboard past the navigation, and on to what can be done', async () => {
    show('en', { statuses: [ill(brokenForm)] });
    await tab.goto(origin);
    const focused = () => tab.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    await tab.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await tab.keyboard.press('Enter');
    const stops: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      await tab.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual(['Website: Contact form', `why-website/form-${openedAt}`, "I'm on it", '']);
  });

  it('breaks no rule of its own policy', async () => {
    const refused: string[] = [];
    tab.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    show('en', states['all-green']('en'));
    await tab.goto(origin);
    expect(await tab.evaluate(() => document.body.className)).toBe('lively');
    expect(refused).toEqual([]);
  });
});

describe('the page that stays open', () => {
  const before = withStatuses(allGreen(coffeeLab()), ill(brokenForm));

  it('puts in what has changed and leaves the rest as it is: nodes, focus and half a sentence', async () => {
    show('en', { statuses: before });
    await tab.goto(`${origin}/?done=acknowledged`);
    expect(tab.url()).toBe(`${origin}/`);
    await tab.locator('input[name=why]').fill('Calling the ho');
    await tab.evaluate(() => {
      for (const id of ['incident website/form 2026-11-23T09:05:00.000Z', 'touchpoint youtube']) {
        document.querySelector(`[data-live="${id}"]`)?.setAttribute('data-marked', '');
      }
    });
    const incident = ill({ ...brokenForm, light: 'yellow' });
    show('en', { statuses: withStatuses(before, { ...incident, light: 'yellow' }) });
    await lookNow();
    await expect.poll(() => tab.locator('h1').textContent()).toBe('▲ 1 yellow, 3 green');
    expect(await tab.title()).toBe('▲ 1 yellow, 3 green – Coffee Lab');
    expect(await tab.locator('#news').textContent()).toContain('▲ 1 yellow, 3 green');
    // The worst light brought a line with it; the article around it and its form stayed the very nodes.
    const marked = await tab.locator('[data-marked]').all();
    expect(await Promise.all(marked.map((node) => node.getAttribute('data-live')))).toEqual([
      'incident website/form 2026-11-23T09:05:00.000Z',
      'touchpoint youtube',
    ]);
    expect(await tab.locator('input[name=why]').inputValue()).toBe('Calling the ho');
    await tab.keyboard.type('st');
    expect(await tab.locator('input[name=why]').inputValue()).toBe('Calling the host');
  });

  it('takes half a sentence and the focus along where a form is replaced around them', async () => {
    show('en', { statuses: before });
    await tab.goto(origin);
    await tab.locator('input[name=why]').fill('Calling the ho');
    // Without its picture the card has another shape.
    const evidence: string[] = [];
    show('en', { statuses: withStatuses(before, ill({ ...brokenForm, evidence })) });
    await lookNow();
    await expect.poll(() => tab.locator('article img').count()).toBe(0);
    await tab.keyboard.type('st');
    expect(await tab.locator('input[name=why]').inputValue()).toBe('Calling the host');
  });

  it('takes away what is over and brings in what is new', async () => {
    show('en', { statuses: before });
    await tab.goto(origin);
    expect(await tab.locator('article').count()).toBe(1);
    show('en', { statuses: allGreen(coffeeLab()) });
    await lookNow();
    await expect.poll(() => tab.locator('article').count()).toBe(0);
    expect(await tab.locator('h1').textContent()).toBe('● 4 green');
    show('en', { statuses: before, acknowledgements: [acknowledged()] });
    await lookNow();
    await expect.poll(() => tab.locator('article').count()).toBe(1);
    expect(await tab.locator('article').textContent()).toContain('olena@coffeelab.example');
  });

  it('says since when it has not been updated, once that has lasted for two minutes', async () => {
    show('en', { statuses: before });
    await tab.clock.install({ time: Date.parse('2026-11-23T10:00:00.000Z') });
    await tab.goto(origin);
    failing = true;
    await lookNow();
    expect(await tab.locator('#late').isVisible()).toBe(false);
    await tab.clock.fastForward(130_000);
    await expect.poll(() => tab.locator('#late').isVisible()).toBe(true);
    expect(await tab.locator('#late').textContent()).toContain('Not updated since 12:00.');
    failing = false;
    await lookNow();
    await expect.poll(() => tab.locator('#late').isVisible()).toBe(false);
  });
});
