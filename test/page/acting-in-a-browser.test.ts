import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { thisPerson } from '../../cli/local/this-person.ts';
import { incidentPath } from '../../functions/page/paths.ts';
import type { LaunchedBrowser } from '../../shared/browser/launch.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { aBusiness, type Business } from './support/a-business.ts';
import { aServedPage, type ServedPage } from './support/a-served-page.ts';

type Page = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;

const form = 'website/form';
const shopForm = 'shop/form';
const details = ['/touchpoint?id=website', '/check?id=website%2Fform', '/weeks'];
const onIt = "I'm on it";

let business: Business;
let served: ServedPage;
let browser: SharedBrowser;
let openedAt: string;
beforeAll(async () => {
  [business, browser] = await Promise.all([aBusiness(), aSharedBrowser()]);
  await business.visit();
  served = await aServedPage(business);
  openedAt = await business.openIncident(form);
  await business.openIncident(shopForm);
  business.clock.now = Date.now();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await business?.close();
});

let visitor: LaunchedBrowser;
let page: Page;
/** What the browser has against the page: a refused script, a missing file, an error. */
let complaints: string[];
beforeEach(async () => {
  await enter();
});
afterEach(async () => {
  await visitor.close();
  expect(complaints).toEqual([]);
});

/** A browser of its own, without anybody's cookie. */
async function enter(context: NonNullable<Parameters<SharedBrowser['launch']>[0]>['context'] = {}): Promise<void> {
  await visitor?.close();
  complaints = [];
  visitor = await browser.launch({ context: { viewport: { width: 390, height: 844 }, ...context } });
  page = await visitor.context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
}

const acknowledgements = () => business.flow.stores.acknowledgements.list('website', { from: '2000', to: '3000' });
const withdrawAll = async (): Promise<void> => {
  business.clock.now = Date.now();
  for (const each of await acknowledgements()) {
    await business.flow.stores.acknowledgements.put({ ...each, withdrawnAt: each.acknowledgedAt });
  }
  await business.flow.refresh('website');
};
const card = (title: RegExp) => page.getByRole('article').filter({ hasText: title }).first();

describe('the overview', () => {
  it('shows on a phone what is broken now, since when and what to do, before everything else', async () => {
    await page.goto(served.address);
    expect(new URL(page.url()).pathname, 'the key does not stay in the address').toBe('/');
    expect(await page.title()).toContain('Coffee Lab');
    const text = await page.locator('main').innerText();
    expect(text).toContain('The contact form returns HTTP 500.');
    const [broken, fine] = ['The contact form returns HTTP 500.', 'new courses'].map((each) => text.indexOf(each));
    expect(broken).toBeLessThan(fine ?? 0);
    expect(await page.getByRole('button', { name: onIt }).count()).toBe(2);
  });

  it.each([360, 390, 768, 1024, 1440])('fits a window of %i pixels, in light and in dark', async (width) => {
    await page.goto(served.address);
    for (const where of [...details, '/', incidentPath(form, openedAt)]) {
      await page.goto(`${served.origin}${where}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
      }
    }
    const backgrounds = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      backgrounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(backgrounds[0]).not.toBe(backgrounds[1]);
  });

  it.each(['/', incidentPath(form, '{opened}'), ...details, '/nowhere'])(
    'leaves axe nothing to find at %s, in light and in dark',
    async (where) => {
      await page.goto(served.address);
      const url = `${served.origin}${where.replace(encodeURIComponent('{opened}'), encodeURIComponent(openedAt))}`;
      await page.goto(url);
      complaints = complaints.filter((each) => !(where === '/nowhere' && each.includes('404')));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(), colorScheme).toEqual([]);
      }
    },
  );
});

/** The page's own policy lets no script of others run, so axe comes by the debugger. */
async function violations(): Promise<unknown> {
  await page.evaluate(axe.source);
  const found = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary].join(' '))))`;
  return JSON.parse(await page.evaluate<string>(found));
}

describe('acting', () => {
  afterEach(withdrawAll);

  it('from an alert: its link opens the incident, a word and a tap acknowledge it, and it can be taken back', async () => {
    const alert = business.alerts.find((text) => text.includes('website/form')) ?? '';
    await page.goto(/^Open or acknowledge: (http\S+)$/m.exec(alert)?.[1] ?? '');
    expect(page.url()).toBe(`${served.origin}${incidentPath(form, openedAt)}`);
    await page.getByLabel('What are you doing? (optional)').fill('I have called the <b>hosting provider</b>');
    await page.getByRole('button', { name: onIt }).click();
    await page.getByText('Acknowledged. No reminders until it gets worse or is resolved.').waitFor();
    expect(await page.locator('main').innerText()).toContain('I have called the <b>hosting provider</b>');
    expect(await acknowledgements()).toMatchObject([{ by: thisPerson(), withdrawnAt: null }]);
    await page.reload();
    expect(await page.getByRole('status').filter({ hasText: 'Acknowledged.' }).count(), 'said once').toBe(0);
    await page.getByRole('button', { name: "I'm no longer on it" }).click();
    await page.getByText('Acknowledgement withdrawn. Reminders resume.').waitFor();
    expect((await acknowledgements())[0]?.withdrawnAt).not.toBeNull();
  });

  it('with the keyboard alone: every control is reached and seen, and Enter acknowledges', async () => {
    await page.goto(served.address);
    await page.keyboard.press('Tab');
    expect(await focused(), 'the way past the navigation comes first').toContain('Skip');
    const seen: string[] = [];
    for (let steps = 0; steps < 60 && !(await focused()).startsWith('INPUT'); steps++) {
      await page.keyboard.press('Tab');
      seen.push(await focused());
      expect(await page.evaluate(outline), await focused()).toBe(true);
    }
    await page.keyboard.type('on my way');
    await page.keyboard.press('Enter');
    await page.getByText('Acknowledged. No reminders until it gets worse or is resolved.').waitFor();
    expect(seen.some((each) => each.includes('Weeks'))).toBe(true);
  });

  it('announces maintenance and ends it', async () => {
    await page.goto(served.address);
    await page.goto(`${served.origin}/touchpoint?id=shop`);
    const start = page.getByRole('button', { name: 'Start maintenance' });
    if (!(await start.isVisible())) await page.locator('details', { has: start }).locator('summary').click();
    await page.getByLabel('Reason (optional)').fill('move to a new host');
    await page.getByLabel('Length').selectOption({ index: 2 });
    await start.click();
    await page.getByText('Maintenance has started. Checks go on, and no alerts are sent.').waitFor();
    const [window] = await business.flow.stores.maintenance.list('shop', { from: '2000', to: '3000' });
    expect(window).toMatchObject({ why: 'move to a new host', by: thisPerson() });
    await page.getByRole('button', { name: 'End maintenance now' }).click();
    await page.getByText('Maintenance has ended.').waitFor();
  });

  it('runs a check now', async () => {
    const availability = 'website/availability';
    await page.goto(served.address);
    await page.goto(`${served.origin}/check?id=${encodeURIComponent(availability)}`);
    const runs = () => business.flow.stores.results.list(availability, { from: '2000', to: '3000' });
    const before = await runs();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('The check is running. Its result will appear here in a moment.').waitFor();
    await served.idle();
    expect((await runs()).length).toBe(before.length + 1);
  });

  it('works without any script: everything is readable, and forms act', async () => {
    await enter({ javaScriptEnabled: false });
    await page.goto(served.address);
    expect(await page.locator('main').innerText()).toContain('The contact form returns HTTP 500.');
    await page.getByLabel('What are you doing? (optional)').first().fill('without a script');
    await page.getByRole('button', { name: onIt }).first().click();
    await page.getByText('Acknowledged. No reminders until it gets worse or is resolved.').waitFor();
    await page.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    expect(await page.locator('main').innerText()).toContain('without a script');
  });
});

/** Tag, name and text of what has the focus. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName} ${element?.getAttribute('name') ?? ''} ${element?.textContent ?? ''}`.trim();
  });
}

/** Is it seen where the focus is? */
function outline(): boolean {
  if (document.activeElement === null) return false;
  const style = getComputedStyle(document.activeElement);
  return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
}

describe('a page that stays open', () => {
  afterEach(withdrawAll);

  it('shows what has changed without a flicker: the rest stays as it is, with what was half typed and where the reader is', async () => {
    await page.clock.install();
    await page.goto(served.address);
    const shopCard = card(/shop/i);
    await shopCard.evaluate((node) => node.setAttribute('data-marked', 'yes'));
    const field = shopCard.getByLabel('What are you doing? (optional)');
    await field.fill('half a sen');
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(4, 4));
    await page.evaluate(() => window.scrollTo(0, 120));
    const acknowledgement = { touchpointId: 'website', checkId: form, subjectAt: openedAt, withdrawnAt: null };
    const acknowledgedAt = new Date().toISOString();
    await business.flow.stores.acknowledgements.put({ ...acknowledgement, acknowledgedAt, why: 'Petro looks at it' });
    business.clock.now = Date.now();
    await business.flow.refresh('website');
    await page.clock.runFor(31_000);
    await page.getByText('Petro looks at it').waitFor();
    expect(await shopCard.getAttribute('data-marked'), 'what has not changed is the same element').toBe('yes');
    expect(await field.inputValue()).toBe('half a sen');
    expect(
      await field.evaluate((input: HTMLInputElement) => [document.activeElement === input, input.selectionStart]),
    ).toEqual([true, 4]);
    expect(await page.evaluate(() => window.scrollY)).toBe(120);
  });
});

describe('what lies outside', () => {
  let evil: Server;
  let evilOrigin: string;
  beforeAll(async () => {
    evil = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html');
      answer.end(`<!doctype html><form method="post" action="${served.origin}/acknowledge">
        <input name="check" value="${form}"><input name="opened" value="${openedAt}"><input name="why" value="pwned">
        <button>Win a prize</button></form><img src="${served.origin}/page.css" alt="">`);
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const { port } = evil.address() as AddressInfo;
    evilOrigin = `http://127.0.0.1:${port}`;
  });
  afterAll(() => new Promise((resolve) => evil.close(resolve)));

  it('cannot act: a page on another port of this machine has the cookie sent along, and is refused', async () => {
    await page.goto(served.address);
    const before = await acknowledgements();
    await page.goto(evilOrigin);
    const answer = page.waitForResponse((response) => response.url().endsWith('/acknowledge'));
    await page.getByRole('button', { name: 'Win a prize' }).click();
    expect((await answer).status()).toBe(403);
    await page.getByText('The request did not come from this page.').waitFor();
    const stolen = await page.goto(evilOrigin).then(() =>
      page.evaluate(
        (url) =>
          fetch(url, { credentials: 'include' }).then(
            (got) => got.text(),
            () => 'refused',
          ),
        served.origin,
      ),
    );
    expect(stolen).toBe('refused');
    expect(await acknowledgements()).toEqual(before);
    complaints = [];
  });
});
