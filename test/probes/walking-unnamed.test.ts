import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Family dentist, Austin, TX 78701</h1>';

/** What a visitor with a minute opens when nothing on the page says "contact". */
const unnamed: { it: string; links: string }[] = [
  { it: 'that invites to talk', links: '<a href="/here">Let’s talk</a>' },
  { it: 'about the team', links: '<a href="/here">Team</a>' },
  { it: 'that tells a story', links: '<a href="/a">Menu of the week</a> <a href="/here">Our story</a>' },
  { it: 'behind a splash screen', links: '<a href="/here">Enter</a>' },
  { it: 'behind a picture', links: '<a href="/here"><svg width=40 height=40><rect width=40 height=40 /></svg></a>' },
  { it: 'that is the third of three', links: '<a href="/a">Pizza</a> <a href="/b">Pasta</a> <a href="/here">Wine</a>' },
  { it: 'with opening hours', links: '<a href="/a">Cakes</a> <a href="/here">Hours</a>' },
  { it: 'for appointments', links: '<a href="/here">Appointments</a> <a href="/a">Prices</a>' },
];

describe.concurrent('a page', () => {
  it.each(unnamed)('$it is looked at before absence is told', async ({ links }) => {
    const site = {
      '/': page(`${austin}<nav>${links}</nav>`),
      '/a': page('<h1>One</h1>'),
      '/b': page('<h1>Two</h1>'),
      '/here': page(`<h1>Here</h1>${phone}`),
    };
    const { of, measurements, reason } = await lookForContacts(site, browser, 'desktop');
    expect(of('phone'), reason).toEqual(dialled);
    expect(measurements['clicksToContact']).toBe(1);
  });

  it('that promises nothing is left alone where a number has been found', async () => {
    const { hits } = await lookForContacts(
      { '/': page(`${austin}${phone}<a href="/a">Prices</a>`), '/a': page('') },
      browser,
    );
    expect(hits.filter((hit) => hit.includes('/a'))).toEqual([]);
  });

  it('of a shop with many of them is opened as long as the budget lasts, and absence is told', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `/cake-${i}`);
    const site = {
      '/': page(`<h1>Cakes</h1>${names.map((name) => `<a href="${name}">Cake ${name}</a>`).join(' ')}`),
      ...Object.fromEntries(names.map((name) => [name, page('<h1>A cake</h1>')])),
    };
    const { outcome, measurements, hits, reason } = await lookForContacts(site, browser, 'desktop');
    expect({ outcome, found: measurements['contactsFound'] }, reason).toEqual({ outcome: 'measured', found: 0 });
    const opened = new Set(hits.filter((hit) => hit.includes('/cake-')));
    expect(opened.size).toBe(6);
  });
});
