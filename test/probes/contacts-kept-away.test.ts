import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const bottom = 'position:fixed;left:0;right:0;bottom:0;height:80px;box-sizing:border-box;padding:16px;color:#fff';
const callBar = `<div style="${bottom};background:#060;z-index:1">${phone.replace('<a ', '<a style="color:#fff" ')}</div>`;
const over = (inside: string, more = ''): string =>
  page(
    `<h1>Taxi, Austin, TX 78701</h1><p>Day and night.</p>${callBar}<div class=appbar style="${bottom};background:#222;z-index:9${more}">${inside}</div>`,
  );

describe.concurrent('a part over the only contact', () => {
  it.each<[string, string]>([
    [
      'that has a link to another page only',
      over('<b>Our app</b> Book faster <a href="/app" style="color:#9cf">Open</a>'),
    ],
    ['that has nothing to press', over('Open on holidays, too')],
    [
      'that is a picture',
      over('<img alt="Summer sale" width=300 height=40 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    ],
  ])('is red: %s', async (_, site) => {
    const { outcome, cause, reason } = await lookForContacts(site, browser);
    expect({ outcome, cause }).toEqual({ outcome: 'failed', cause: 'page-covered' });
    expect(reason).toContain(
      '(div.appbar) covers +15125550143 and cannot be closed, so visitors cannot see or tap it.',
    );
  });

  it.each<[string, string]>([
    ['a button', over('Our app <button>Not now</button>')],
    [
      'an end of its own',
      over("Our app<script>setTimeout(() => document.querySelector('.appbar').remove(), 5000)</script>"),
    ],
    [
      'an ear for Escape',
      over(
        "Our app<script>addEventListener('keydown', (e) => e.key === 'Escape' && document.querySelector('.appbar').remove())</script>",
      ),
    ],
    [
      'a cross that a script closes',
      over('Our app <span style="cursor:pointer" onclick="this.parentNode.remove()">×</span>'),
    ],
    ['a link that closes it', over('Our app <a href="#" onclick="this.parentNode.remove()">hide</a>')],
  ])('is no more than a nuisance with %s', async (_, site) => {
    const { outcome, of } = await lookForContacts(site, browser);
    expect(outcome).toBe('measured');
    expect(of('phone')).toEqual(dialled);
  });

  it('is not told where there is no contact under it', async () => {
    const site = page(
      `<h1>Taxi</h1><p>Day and night.</p><div style="${bottom}"><a href="https://facebook.com/taxi.austin">Facebook</a></div><div class=appbar style="${bottom};background:#222;z-index:9">Our app</div>`,
    );
    const { outcome, measurements, reason } = await lookForContacts(site, browser);
    expect({ outcome, found: measurements['contactsFound'] }).toEqual({ outcome: 'measured', found: 0 });
    expect(reason).not.toContain('cannot be closed');
  });

  it('is no more than a nuisance where another contact is free', async () => {
    const site = over('Our app').replace(
      '<p>Day',
      '<p><a href="mailto:taxi@fleet.example">taxi@fleet.example</a></p><p>Day',
    );
    const { outcome, measurements } = await lookForContacts(site, browser);
    expect(outcome).toBe('measured');
    expect(measurements).toMatchObject({ contactsCovered: 1, contactsFound: 2 });
  });
});

const burger =
  '<style>nav:not(.open) { display: none }</style><button aria-label="Menu">☰</button><nav><a href="tel:+351213456789">213 456 789</a></nav>';

describe.concurrent('a menu that does not open, in a language of which we know a few words', () => {
  it.each([
    ['pt-PT', '<h1>Cozinha portuguesa em Lisboa</h1><p>Peixe fresco todos os dias.</p>'],
    ['nl-NL', '<h1>Bloemen in Utrecht</h1><p>Elke dag vers van de veiling.</p>'],
    ['it-IT', '<h1>Trattoria a Bologna</h1><p>Pasta fresca ogni giorno.</p>'],
  ])('is red once every page has been seen: %s', async (lang, words) => {
    const { outcome, measurements } = await lookForContacts(page(burger + words, { lang }), browser);
    expect(outcome).toBe('measured');
    expect(measurements).toMatchObject({ contactsFound: 0 });
  });

  it('is no reason to overlook a button that shows the number', async () => {
    const button = `<button onclick="this.outerHTML='<a href=tel:+31201234567>020 123 4567</a>'">Toon telefoonnummer</button>`;
    const { of } = await lookForContacts(page(`<h1>Bloemen in Utrecht</h1>${button}`, { lang: 'nl-NL' }), browser);
    expect(of('phone')).toEqual(['+31201234567']);
  });

  it('is grey in one of which we know none', async () => {
    const words = '<h1>Blómabúð í Reykjavík</h1><p>Fersk blóm á hverjum degi, allan ársins hring.</p>';
    const { outcome, reason } = await lookForContacts(page(burger + words, { lang: 'is' }), browser);
    expect(outcome).toBe('unknown');
    expect(reason).toContain('cannot read the language');
  });
});
