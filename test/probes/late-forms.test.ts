import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { formText, lookForForm, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

/** A form takes the place of what stands in `#host`, later than anybody waits who is not told to. */
const later = (ms: number): string =>
  `<script>setTimeout(() => { document.getElementById('host').outerHTML = ${formText} }, ${ms})</script>`;

const announced: readonly { readonly it: string; readonly lang?: string; readonly place: string }[] = [
  { it: 'in words', place: '<h1>Roofs</h1><div id=host>Loading form&hellip;</div>' },
  { it: 'in German', lang: 'de', place: '<h1>Dachbau</h1><p id=host>Das Kontaktformular wird geladen …</p>' },
  { it: 'in Ukrainian', lang: 'uk', place: '<h1>Дахи</h1><div id=host><span>Завантаження форми...</span></div>' },
  { it: 'in Polish', lang: 'pl', place: '<h1>Dachy</h1><div id=host>Ładowanie formularza…</div>' },
  { it: 'as "please wait" where visitors are to write', place: '<h1>Write to us</h1><div id=host>Please wait…</div>' },
  {
    it: 'by a busy box where visitors are to write',
    place: '<h2>Send us a message</h2><div id=host aria-busy=true style="height:300px;background:#eee"></div>',
  },
  {
    it: 'by a spinner with a name',
    place:
      '<h1>Roofs</h1><div id=host><div role=status aria-label="Loading contact form" style="height:40px;width:40px"></div></div>',
  },
  {
    it: 'by the empty place of a form service',
    place: '<h2>Get in touch</h2><div id=host class="typeform-widget" style="height:200px"></div>',
  },
];

describe.concurrent('a form that is announced', { timeout: 90_000 }, () => {
  it.each(announced)('is waited for: $it', async ({ place, lang = 'en-US' }) => {
    const { outcome, reason } = await lookForForm(page(place + later(7_500), { lang }), browser);
    expect(outcome, reason).toBe('measured');
    expect(reason).toMatch(/the form sends what a visitor types/i);
  });

  it('is waited for on the page of contacts', async () => {
    const site: Site = {
      '/': page('<h1>Roofs</h1><a href="/contact">Contact</a>'),
      '/contact': page(`<h1>Contact</h1><div id=host>Loading form…</div>${later(7_500)}`),
    };
    const { outcome, reason, measurements } = await lookForForm(site, browser);
    expect(outcome, reason).toBe('measured');
    expect(measurements['clicksToForm']).toBe(1);
  });

  it.each([{}, { page: '/' }])('and does not come is not denied (%j)', async (options) => {
    const built = page(`<h1>Roofs</h1><div id=host>Loading form…</div>${phone}`);
    const { outcome, cause, reason } = await lookForForm(built, browser, options);
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toMatch(
      /says that it is loading \("Loading form…"\), but it did not appear while Touchlight waited/,
    );
  });
});

describe.concurrent('nothing announces a form', { timeout: 90_000 }, () => {
  it.each<[string, string]>([
    ['where a gallery is loading', '<h1>Roofs</h1><h2>Our work</h2><div>Loading…</div>'],
    ['where a busy list holds reviews', '<h1>Roofs</h1><h2>Reviews</h2><ul><li aria-busy=true>…</li></ul>'],
    ['where a map is loading beside an address', '<h1>Contact us</h1><div>Loading map…</div><p>Austin, TX 78701</p>'],
    ['where a page sells loading platforms', '<h1>Docks</h1><p>Loading platforms and docks</p>'],
    ['where a link leads to a sheet', '<h1>Freight</h1><p><a href="/sheet.pdf">Loading form (PDF)</a></p>'],
    ['where what is loading is hidden', '<h1>Roofs</h1><div hidden>Loading form…</div>'],
    [
      'where an article speaks of it',
      `<h1>Roofs</h1><p>Please wait for the surveyor before you sign any form: ${'he explains it. '.repeat(8)}</p>`,
    ],
  ])('%s', async (_, body) => {
    const { outcome, reason } = await lookForForm(page(body + phone), browser);
    expect(outcome, reason).toBe('not-applicable');
  });
});
