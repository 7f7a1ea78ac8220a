import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';

type Page = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;
const thanks = 'Thank you, Olena. We answer within a working day.';
const widths = [360, 390, 768, 1024, 1400];

let demo: Awaited<ReturnType<typeof createDemoBusiness>>;
let browser: LaunchedBrowser;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  demo = await createDemoBusiness();
  browser = await launchBrowser({ context: { viewport: { width: 390, height: 844 } } });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});
beforeEach(async () => {
  complaints = [];
  page = await browser.context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterEach(async () => {
  await page.close();
  await browser.context.clearCookies();
  await demo.repairAll();
  demo.forgetSubmissions();
});

const open = (path: string) => page.goto(new URL(path, demo.url).href, { waitUntil: 'load' });

async function sendMessage(): Promise<void> {
  await open('/contact');
  await page.getByLabel('Your name').fill('Olena');
  await page.getByLabel('E-mail').fill('olena@example.com');
  await page.getByLabel('Message').fill('Two bags, please.');
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Send message' }).click();
}

describe('the healthy site', () => {
  it.each(widths)('fits a window of %i pixels without complaints', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/', '/services', '/prices', '/contact']) {
      await open(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
  });

  it('opens and closes its menu on a phone', async () => {
    await open('/');
    const link = page.getByRole('navigation').getByText('Prices');
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await link.click();
    expect(new URL(page.url()).pathname).toBe('/prices');
  });

  it('sends the form without leaving the page and thanks by name', async () => {
    await sendMessage();
    await page.getByText(thanks).waitFor();
    expect(new URL(page.url()).pathname).toBe('/contact');
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    expect(demo.submissions()).toMatchObject([{ name: 'Olena', email: 'olena@example.com' }]);
    expect(complaints).toEqual([]);
  });

  it('shows what the server has against a message', async () => {
    await open('/contact');
    await page.evaluate(() => document.querySelector('form')?.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByText('Please tell us your name.').waitFor();
    expect(demo.submissions()).toEqual([]);
  });
});

describe('a broken form', () => {
  it('form-500: says that nothing was sent', async () => {
    await demo.switchOn('form-500');
    await sendMessage();
    await page.getByText('Your message was not sent.').waitFor();
    expect(demo.submissions()).toEqual([]);
  });

  it('form-no-confirmation: sends, shows nothing and keeps what was typed', async () => {
    await demo.switchOn('form-no-confirmation');
    await sendMessage();
    await expect.poll(() => demo.submissions()).toHaveLength(1);
    expect(await page.getByRole('status').count()).toBe(0);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Olena');
    expect(complaints).toEqual([]);
  });

  it('script-error: throws and sends nothing', async () => {
    const before = demo.requests()['POST /contact'];
    await demo.switchOn('script-error');
    await sendMessage();
    await expect.poll(() => complaints).toEqual([expect.stringContaining('Cannot read properties of undefined')]);
    expect(demo.requests()['POST /contact']).toBe(before);
    expect(await page.getByRole('status').count()).toBe(0);
  });
});

describe.each([
  ['phone', 390, 844],
  ['small phone', 360, 640],
  ['desktop', 1366, 768],
])('contacts on a %s', (_, width, height) => {
  beforeEach(() => page.setViewportSize({ width, height }));

  it('are free at first sight and in the footer', async () => {
    await open('/');
    expect(await coveredContacts()).toEqual([]);
  });

  it('contacts-under-banner: are all covered until the banner is dismissed', async () => {
    await demo.switchOn('contacts-under-banner');
    await open('/');
    const contacts = await page
      .locator('a[href^="tel:"], a[href^="mailto:"], a[href*="t.me"], a[href*="wa.me"]')
      .count();
    expect(await coveredContacts()).toHaveLength(contacts);
    await page.getByRole('button', { name: 'Got it' }).click();
    expect(await coveredContacts()).toEqual([]);
    await open('/services');
    expect(await page.getByRole('button', { name: 'Got it' }).count()).toBe(0);
  });
});

/** Looks at each contact where it first appears: at the top of the page, or scrolled just into view. */
function coveredContacts(): Promise<string[]> {
  return page.evaluate(() => {
    const contacts = document.querySelectorAll(
      'a[href^="tel:"], a[href^="mailto:"], a[href*="t.me"], a[href*="wa.me"]',
    );
    const covered = [...contacts].filter((contact) => {
      contact.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = contact.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top === null || !contact.contains(top);
    });
    return covered.map((contact) => contact.getAttribute('href') ?? '');
  });
}
