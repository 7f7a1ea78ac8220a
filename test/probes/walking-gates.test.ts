import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { behind, dialled, lookForContacts, over, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const away = `onclick="location.href='/bye'"`;

/** Questions before a page. duckduckgo/autoconsent#1350 */
const gates: { it: string; site: Site }[] = [
  {
    it: 'in English, with the refusal first',
    site: page(
      `${over(`<h2>Are you 21 or older?</h2><button ${away}>No</button><button onclick="g.remove()">Yes</button>`)}${behind}`,
    ),
  },
  {
    it: 'that mentions cookies',
    site: page(
      `${over(`<h2>Adults only</h2><p>You must be 18 or older. We use cookies to remember your answer.</p><button ${away}>I decline</button><button onclick="g.remove()">I am over 18</button>`)}${behind}`,
    ),
  },
  {
    it: 'in German',
    site: page(
      `${over(`<h2>Sind Sie mindestens 18 Jahre alt?</h2><button ${away}>Nein, verlassen</button><button onclick="g.remove()">Ja, ich bin volljährig</button>`)}${behind}`,
      { lang: 'de' },
    ),
  },
  {
    it: 'in Russian',
    site: page(
      `${over(`<h2>Вам исполнилось 18 лет?</h2><button ${away}>Нет</button><button onclick="g.remove()">Да</button>`)}${behind}`,
      { lang: 'ru' },
    ),
  },
  {
    it: 'in Polish',
    site: page(
      `${over(`<h2>Czy masz ukończone 18 lat?</h2><a href="#" ${away}>Nie</a> <a href="#" onclick="g.remove()">Tak</a>`)}${behind}`,
      { lang: 'pl' },
    ),
  },
  {
    it: 'that wants a box ticked',
    site: page(
      `${over(`<h2>Age verification</h2><label><input type=checkbox id=k onchange="b.disabled = !this.checked"> I confirm that I am of legal drinking age</label><button id=b disabled onclick="g.remove()">Enter</button>`)}${behind}`,
    ),
  },
  {
    it: 'that wants the year of birth',
    site: page(
      `${over(`<h2>Verify your age</h2><p>You must be 21 years or older.</p><input id=y name=year placeholder=YYYY><button onclick="if (Number(y.value) > 1900 && Number(y.value) < 2000) g.remove()">Enter</button>`)}${behind}`,
    ),
  },
  {
    it: 'that wants a date of birth chosen',
    site: page(
      `${over(`<h2>Verify your age</h2><p>You must be 21 years or older.</p><select id=y name=year><option>Year<option>2015<option>1984</select><button onclick="if (y.value === '1984') g.remove()">Submit</button><button onclick="if (y.value === '1984') g.remove()">Confirm</button>`)}${behind}`,
    ),
  },
  {
    it: 'that is a page of its own',
    site: {
      '/': page(
        `<h2>Are you over 18?</h2><a href="https://www.google.com/">No</a> <a href="/in">Yes, I am over 18</a>`,
      ),
      '/in': page(behind),
    },
  },
  {
    it: 'that is a choice of languages',
    site: {
      '/': page('<a href="/uk/">Українська</a> <a href="/en/">English</a>'),
      '/en/': page(behind),
      '/uk/': page('<h1>Не тут</h1>'),
    },
  },
  {
    it: 'that is a choice of a country',
    site: page(
      `${over(`<h2>Choose your country</h2><button onclick="g.remove()">United Kingdom</button><button onclick="g.remove()">Ireland</button>`)}${behind}`,
    ),
  },
  // Bloodmallet/bloodmallet.github.io#101, kimai/www.kimai.org#694
  {
    it: 'that guesses the country and asks for a word',
    site: page(
      `${over(`<h2>Where are you shopping from?</h2><label>Ship to <select><option value=GB>United Kingdom<option value=DE>Germany</select></label><button onclick="if (document.querySelector('select').value === 'GB') g.remove()">Start shopping</button>`)}${behind}`,
    ),
  },
  {
    it: 'that is an opening screen',
    site: { '/': page(`<video width=300 height=200></video><a href="/home">Enter site</a>`), '/home': page(behind) },
  },
  {
    it: 'in a shadow tree',
    site: page(
      `<x-gate></x-gate><script>customElements.define('x-gate', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<div role=dialog style="position:fixed;inset:0;background:#222"><p>Are you 18 or older?</p><button>No</button><button id=y>Yes</button></div>'; root.querySelector('#y').onclick = () => this.remove(); } });</script>${behind}`,
    ),
  },
  {
    it: 'behind which the page is only built',
    site: page(
      `${over(`<h2>Are you 21 or older?</h2><button id=y>Yes, enter</button> <button ${away}>No</button>`)}<main id=m></main><script>y.onclick = () => { g.remove(); m.innerHTML = ${JSON.stringify(behind)}; };</script>`,
    ),
  },
];

describe.concurrent('a gate is a step that a visitor takes', () => {
  it.each(gates)('$it', async ({ site }) => {
    const { of, measurements, reason, hits } = await lookForContacts(site, browser);
    expect(of('phone'), reason).toEqual(dialled);
    expect(measurements).toMatchObject({ clicksToContact: 1, contactsCovered: 0 });
    expect(hits).not.toContain('GET /bye');
    expect(reason).not.toMatch(/cookie/);
  });

  it('and one that cannot be passed leaves open what stands behind it', async () => {
    const site = page(
      `${over('<h2>Verify your age</h2><p>You must be 21 years or older.</p><a href="https://id.example/">Sign in with your bank</a>')}<main></main>`,
    );
    const { outcome, cause, reason } = await lookForContacts(site, browser);
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
  });

  it('but a pop-up that mentions cookies is no banner', async () => {
    const site = page(
      `${over(`<h2>10% off</h2><p>Get our letters. We use cookies, see our privacy policy.</p><input type=email placeholder=E-mail><button>Subscribe</button><button onclick="g.remove()">No, thanks</button>`, 'class=offer')}${behind}`,
    );
    const { of, reason } = await lookForContacts(site, browser);
    expect(of('phone')).toEqual(dialled);
    expect(reason).toContain('div#g');
    expect(reason).not.toMatch(/cookie banner/);
  });
});
