import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

describe.concurrent('absence', () => {
  it('is red where all ways have been walked', async () => {
    const { outcome, measurements } = await lookForContacts(
      {
        '/': page('<h1>Roofs</h1><a href="/contact">Contact</a>'),
        '/contact': page('<h1>Contact</h1><p>Come by.</p>'),
      },
      browser,
    );
    expect({ outcome, found: measurements['contactsFound'] }).toEqual({ outcome: 'measured', found: 0 });
  });

  it('is left open where the walk ended before all ways were walked, and says what was left', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `contact-${i}`);
    const links = names.map((name) => `<a href="/contacts/${name}">Contact ${name}</a>`).join(' ');
    const site = {
      '/': page(`<h1>Roofs</h1>${links}`),
      ...Object.fromEntries(names.map((name) => [`/contacts/${name}`, page('<h1>Branch</h1>')])),
    };
    const { outcome, cause, reason } = await lookForContacts(site, browser, 'desktop');
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toMatch(/search ended after \d+ pages.*Not looked at: "\/contacts\/contact-/);
  });

  it('is left open where the menu speaks a language that we do not read', async () => {
    const { outcome, reason } = await lookForContacts(
      {
        '/': page(
          '<nav><a href="/a">会社概要</a> <a href="/b">お問い合わせ</a></nav><h1>屋根修理の専門店です。三十年の経験と確かな技術で、地域の皆様の屋根をお守りいたします。</h1>',
          { lang: 'ja' },
        ),
      },
      browser,
    );
    expect(outcome, reason).toBe('unknown');
  });
});
