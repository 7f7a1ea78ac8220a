import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const folded = (inside: string): string =>
  page(
    `<h1>Yoga in Austin, TX 78701</h1>${['What should I bring?', 'Where do I park?', 'And if I am late?']
      .map(
        (question, at) =>
          `<div class=f><h3><button>${question}</button></h3><div class=a><div>${at === 2 ? inside : 'Nothing.'}</div></div></div>`,
      )
      .join(
        '',
      )}<script>document.querySelectorAll('button').forEach((b) => { b.onclick = () => b.closest('.f').classList.toggle('on') })</script>`,
    {
      head: '<style>.a{display:grid;grid-template-rows:0fr}.a>div{overflow:hidden}.on .a{grid-template-rows:1fr}</style>',
    },
  );

// HHS/OPRE-OPS#1546, statmuse/statmuse.com#61
describe.concurrent('a number behind words that promise nothing', () => {
  it.each<[string, Site]>([
    ['as a link', folded(`Call ${phone}`)],
    ['as text', folded('<p>Call (512) 555-0143</p>')],
    [
      'behind a tab that says a town',
      page(
        `<h1>Bakery</h1><ul><li><a href="#a">Round Rock</a></li><li><a href="#b">Austin, TX 78701</a></li></ul><div id=a>Open daily.</div><div id=b hidden>Call ${phone}</div><script>addEventListener('click', (e) => { if (e.target.hash) { e.preventDefault(); a.hidden = e.target.hash !== '#a'; b.hidden = !a.hidden } })</script>`,
      ),
    ],
    [
      'in a dialog that a button opens without naming it',
      page(
        `<h1>Concrete, Austin, TX 78701</h1><button class=s>Sales team</button><dialog>Oksana: ${phone}</dialog><script>document.querySelector('.s').onclick = () => document.querySelector('dialog').showModal()</script>`,
      ),
    ],
  ])('is one click away %s', async (_, site) => {
    const { of, measurements, reason } = await lookForContacts(site, browser, 'desktop');
    expect(
      of('phone').map((value) => value.slice(-10)),
      reason,
    ).toEqual(['5125550143']);
    expect(measurements).toMatchObject({ clicksToContact: 1 });
  });
});

// jasonbellamy/react-mailto#5, simpliko/wpadverts#122, dcc123456/browser-copilot#4
describe.concurrent('a contact that scripts keep', () => {
  it('is the address that a press opens where the link holds none', async () => {
    const site = page(
      `<h1>Flowers</h1><a href="mailto:obfuscated">Email me!</a><script>document.querySelector('a').onclick = (e) => { e.preventDefault(); location.href = 'mailto:' + 'hello' + '@fern.example' }</script>`,
    );
    const { of, unusable } = await lookForContacts(site, browser);
    expect([of('email'), unusable]).toEqual([['hello@fern.example'], []]);
  });

  it('is one click away where a button of a phone shows it', async () => {
    const site = page(
      `<h1>Gardens, Austin, TX 78701</h1><button onclick="this.outerHTML='${phone.replaceAll('"', '')}'">📞 Our number</button>`,
    );
    const { of, measurements } = await lookForContacts(site, browser);
    expect(of('phone')).toEqual(dialled);
    expect(measurements).toMatchObject({ clicksToContact: 1 });
  });

  it('is read in a shadow tree that is closed to scripts', async () => {
    const site = page(
      `<h1>Vet, Austin, TX 78701</h1><contact-card></contact-card><script>customElements.define('contact-card', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(`<p>${phone}</p>`)} } })</script>`,
    );
    const { of, unusable } = await lookForContacts(site, browser);
    expect([of('phone'), unusable]).toEqual([dialled, []]);
  });

  // elementor/elementor#11104
  it('cannot be called where a router takes its link for a page of the site', async () => {
    const router =
      "<script>addEventListener('click', (e) => { const a = e.target.closest('a'); if (a) { e.preventDefault(); location.href = '/' + encodeURIComponent(a.getAttribute('href')) } })</script>";
    const { measurements } = await lookForContacts(page(`<h1>Roofs, Austin, TX 78701</h1>${phone}${router}`), browser);
    expect(measurements).toMatchObject({ contactsUnusable: 1, phonesNotTappable: 1 });
  });
});
