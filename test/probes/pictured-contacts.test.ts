import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const drawn = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#08f"/></svg>`;
const garage = '<h1>Garage in Austin</h1><p>We mend cars of every make, quickly and at a fair price.</p>';
const long = `${garage}${'<p>Tyres, brakes, exhausts.</p>'.repeat(60)}`;

/** A site whose first page shows pictures; every picture is there. */
function withPictures(body: string, { size = [300, 200], head = '' }: { size?: number[]; head?: string } = {}): Site {
  const files = [...body.matchAll(/(?:src="?|url\()([^"\s>)]+)/g), ...head.matchAll(/url\(([^)]+)\)/g)];
  const [width = 0, height = 0] = size;
  const draw: Exclude<Site, string>[string] = (_, response) =>
    response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawn(width, height));
  return { '/': page(body, { head }), ...Object.fromEntries(files.map(([, file = '']) => [file, draw])) };
}

const told: { it: string; site: Site }[] = [
  { it: 'a banner at the end of the page', site: withPictures(`${long}<img src=/images/banner.svg alt="Our banner">`) },
  {
    it: 'a line of letters in the header, without a description',
    site: withPictures(`<header><img src=/top.svg></header>${long}`, { size: [320, 60] }),
  },
  {
    it: 'a picture under "Contact"',
    site: withPictures(`${garage}<section id=contact><h2>Contact</h2><img src=/scan1.svg></section>`),
  },
  { it: 'a business card', site: withPictures(`${garage}<img src=/wizytowka.svg alt="">`) },
  {
    it: 'a picture behind the header that CSS draws',
    site: withPictures(`<div id=header></div>${long}`, {
      head: '<style>#header{height:120px;background:url(/header-tel.svg)}</style>',
    }),
  },
  { it: 'a picture called after the telephone', site: withPictures(`${garage}<img src=/telefon.svg>`) },
];

describe.concurrent('a number that may be drawn on a picture is not called missing', () => {
  it.each(told)('on $it', async ({ site }) => {
    const { outcome, cause, reason } = await lookForContacts(site, browser);
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toMatch(/a picture \(".+"\) may show it/);
  });

  it('beside an address that is written', async () => {
    const mail = '<a href="mailto:hello@garage.example">hello@garage.example</a>';
    const site = withPictures(`${garage}<p>${mail}</p><img src=/flyer.svg>`);
    const { outcome, measurements } = await lookForContacts(site, browser);
    expect(outcome).toBe('measured');
    expect(measurements).not.toHaveProperty('phonesMissing');
  });

  it('where the file names it', async () => {
    const site = withPictures(`${garage}<p><a href="mailto:a@garage.example">Mail</a></p><img src=/flyer.svg>`);
    const { outcome, reason } = await lookForContacts(site, browser, 'mobile', {
      expect: { phone: '+1 512 555 0143' },
    });
    expect(outcome).toBe('unknown');
    expect(reason).toContain('it may be part of an image ("flyer.svg")');
  });

  it('and one that is written is found all the same', async () => {
    const site = withPictures(`${garage}<p>${phone}</p><img src=/flyer.svg>`);
    const { measurements } = await lookForContacts(site, browser);
    expect(measurements).toMatchObject({ phonesMissing: 0 });
  });
});

const silent: { it: string; site: Site }[] = [
  {
    it: 'a logo in the header',
    site: withPictures(`<header><img src=/logo.svg></header>${long}`, { size: [320, 60] }),
  },
  { it: 'a described photo in the middle', site: withPictures(`<img src=/car.svg alt="A red car">${long}`) },
  { it: 'photos at the end', site: withPictures(`${long}<img src=/p1.svg alt="Our yard"><img src=/p2.svg alt="Us">`) },
  { it: 'small icons', site: withPictures(`${garage}<footer><img src=/tel.svg></footer>`, { size: [24, 24] }) },
  {
    it: 'ways to pay',
    site: withPictures(`${garage}<footer><img src=/visa-mastercard.svg></footer>`, { size: [320, 40] }),
  },
];

describe.concurrent('a picture that shows no number is no excuse', () => {
  it.each(silent)('neither $it', async ({ site }) => {
    const { outcome, measurements, reason } = await lookForContacts(site, browser);
    expect({ outcome, found: measurements['contactsFound'] }, reason).toEqual({ outcome: 'measured', found: 0 });
  });
});

describe.concurrent('a contact that the file calls foreign', () => {
  const site = page(
    `${garage}<p>${phone}</p><p>Webmaster: <a href="mailto:studio@agency.example">studio@agency.example</a>, <a href="tel:+15125550199">(512) 555-0199</a>, <a href="https://t.me/agency">Telegram</a></p>`,
  );

  it('counts as not found', async () => {
    const ignore = ['512 555 0199', 'Studio@agency.example', 'https://t.me/agency'];
    const { of } = await lookForContacts(site, browser, 'mobile', { ignore });
    expect([of('phone'), of('email'), of('messenger')]).toEqual([['+15125550143'], [], []]);
  });

  it('is told to be there otherwise', async () => {
    const { of } = await lookForContacts(site, browser);
    expect([of('phone').length, of('email').length, of('messenger').length]).toEqual([2, 1, 1]);
  });
});
