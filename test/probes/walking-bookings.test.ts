import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Family dentist, Austin, TX 78701</h1>';

describe.concurrent('where customers book', () => {
  const chat = '<a href="https://wa.me/15125550199">Book by WhatsApp</a>';
  const home = (links: string): string => page(`${austin}<p>${phone}</p><nav>${links}</nav>`);

  it.each([
    ['beside a number on the first page', { '/': home('<a href="/b">Book now</a>'), '/b': page(chat) }],
    [
      'after the page of contacts',
      {
        '/': home('<a href="/b">Reservations</a> <a href="/contact">Contact</a>'),
        '/b': page(chat),
        '/contact': page(phone),
      },
    ],
    [
      'rather than on a page about the business',
      {
        '/': home('<a href="/about">About us</a> <a href="/b">Make an appointment</a>'),
        '/b': page(chat),
        '/about': page('Us'),
      },
    ],
  ])('the chat is found %s', async (_, site) => {
    const { of } = await lookForContacts(site, browser);
    expect(of('messenger').join()).toContain('15125550199');
  });

  it('no third page is opened once a contact is found', async () => {
    const links = '<a href="/contact">Contact</a> <a href="/b">Book</a> <a href="/c">Booking</a>';
    const { hits } = await lookForContacts(
      { '/': home(links), '/contact': page('.'), '/b': page('.'), '/c': page('.') },
      browser,
    );
    expect(hits.filter((hit) => /\/(b|c|contact)\b/.test(hit))).toHaveLength(2);
  });

  it('a chat that stands nowhere else is one click away', async () => {
    const { measurements } = await lookForContacts(
      { '/': page(`<h1>Spa</h1><a href="/b">Book now</a>`), '/b': page(chat) },
      browser,
    );
    expect(measurements['clicksToContact']).toBe(1);
  });
});
