import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDrawn } from '../../functions/probe-page/contacts/drawn-numbers.ts';
import type { FoundContact } from '../../shared/model/found.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone, type Site } from './walking-site.ts';

// Of twenty labelled sites of small businesses, one shows its number on the home page in a banner only.

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

/** A banner as people draw it: an address, and the number in large letters. */
function banner(number: string, { fill = '#fff', background = '#111', size = 44, turn = 0 } = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="300"><rect width="960" height="300" fill="${background}"/>
    <g transform="rotate(${turn} 200 150)" fill="${fill}" font-family="Arial, sans-serif" font-weight="700"><text x="60" y="100" font-size="28">12 Oak Street, Austin</text>
    <text x="60" y="190" font-size="${size}">${number}</text></g></svg>`;
}

const garage = '<h1>Garage in Austin, TX 78701</h1><p>We mend cars of every make, quickly and at a fair price.</p>';
const picture = '<img src=/banner.svg alt="Our banner" style="width:100%">';

function siteWith(drawing: string, pages: Readonly<Record<string, string>> = {}, body = picture): Site {
  return {
    '/': page(`${garage}${body}<p><a href="/contact">Contact</a></p>`),
    '/contact': page(`<h1>Contact</h1><p>${phone}</p>`),
    ...pages,
    '/banner.svg': (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawing),
  };
}

describe.concurrent('a number in a picture of the page that another page shows in text', () => {
  it.each([
    { it: 'in white on black', drawing: banner('(512) 555-0143') },
    { it: 'in black on white', drawing: banner('512 555 0143', { fill: '#000', background: '#fff' }) },
    { it: 'with its country code', drawing: banner('+1 512-555-0143') },
    { it: 'without any separator', drawing: banner('5125550143') },
    { it: 'with dots', drawing: banner('512.555.0143') },
    { it: 'beside a word', drawing: banner('Call 512-555-0143', { size: 36 }) },
    { it: 'beside a second one', drawing: banner('512-555-0143, 512-555-0144', { size: 32 }) },
    { it: 'in a colour', drawing: banner('512 555 0143', { fill: '#ffd400', background: '#0b3d91' }) },
  ])('is no click away: $it', async ({ drawing }) => {
    const { measurements, details, reason } = await lookForContacts(siteWith(drawing), browser, 'desktop');
    expect(measurements, reason).toMatchObject({ clicksToContact: 0, contactsFound: 1 });
    expect(details['found']).toContainEqual(
      expect.objectContaining({ kind: 'phone', value: '+15125550143', clicks: 0, drawnOn: 'Our banner', usable: true }),
    );
    expect(reason).toContain('only as part of an image ("Our banner")');
  });

  it('is found on a phone, too, where the picture is small', async () => {
    const { measurements } = await lookForContacts(siteWith(banner('512-555-0143', { size: 60 })), browser);
    expect(measurements).toMatchObject({ clicksToContact: 0 });
  });
});

describe.concurrent('a picture is not believed', () => {
  it('where no page shows the number in text: the light is grey', async () => {
    const site = siteWith(banner('512-555-0143'), { '/contact': page('<h1>Contact</h1><p>12 Oak Street</p>') });
    const { outcome, cause } = await lookForContacts(site, browser, 'desktop');
    expect({ outcome, cause }).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
  });

  it('where it shows another number: the nearest stays where it is written', async () => {
    const { measurements } = await lookForContacts(siteWith(banner('512-555-0199')), browser, 'desktop');
    expect(measurements).toMatchObject({ clicksToContact: 1 });
  });

  it('where it shows no number', async () => {
    const { measurements } = await lookForContacts(siteWith(banner('Open all week')), browser, 'desktop');
    expect(measurements).toMatchObject({ clicksToContact: 1 });
  });

  it('where it is no picture', async () => {
    const { measurements } = await lookForContacts(siteWith('not a picture'), browser, 'desktop');
    expect(measurements).toMatchObject({ clicksToContact: 1 });
  });
});

describe.concurrent('a number that the file names', () => {
  const expected = { expect: { phone: '+1 512 555 0143' } };
  const silent = { '/contact': page('<h1>Contact</h1><p>12 Oak Street</p>') };

  it('is there when a picture shows it, and cannot be tapped', async () => {
    const site = siteWith(banner('512-555-0143', { size: 60 }), silent);
    const { measurements, of } = await lookForContacts(site, browser, 'mobile', expected);
    expect(of('phone')).toEqual(['+15125550143']);
    expect(measurements).toMatchObject({ expectedMissing: 0, clicksToContact: 0, phonesNotTappable: 1 });
  });

  it('is not there when the picture shows another: the light is grey', async () => {
    const site = siteWith(banner('512-555-0199', { size: 60 }), silent);
    const { outcome } = await lookForContacts(site, browser, 'mobile', expected);
    expect(outcome).toBe('unknown');
  });
});

describe('what was read on a picture', () => {
  const contact: FoundContact = {
    ...{ kind: 'phone', value: '+48666587488', text: '666 587 488', page: 'http://x/contact', clicks: 1 },
    ...{ aboveFold: false, usable: true, coveredBy: null },
  };
  const known = { url: 'http://x/', expect: {}, hints: { countries: [], certain: false } };
  const clicksWith = (text: string): number | undefined =>
    withDrawn([contact], [{ picture: 'banner.png', text }], known)[0]?.clicks;

  it.each([
    ['666587488 O)', 0],
    ['tel. 666 587 488', 0],
    ['+48 666-587-488\nDrożejowice 110/5', 0],
    ['28-530 666 587 488', 0],
    ['66658748', 1],
    ['666587489', 1],
    ['666 587 48B', 1],
    ['', 1],
  ])('"%s"', (text, clicks) => {
    expect(clicksWith(text)).toBe(clicks);
  });

  it('of fewer than seven digits proves nothing', () => {
    const short = { ...contact, value: '110112' };
    expect(withDrawn([short], [{ picture: 'banner.png', text: '110112' }], known)).toEqual([short]);
  });
});
