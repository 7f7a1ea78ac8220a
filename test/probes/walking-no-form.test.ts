import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { formText, lookForForm, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const dead = (port: number): string => `http://127.0.0.1:${port}/form`;

/** No form came up, but there may be one: that is grey, and says why. */
const perhaps: { it: string; site: (port: number) => Site; why: RegExp }[] = [
  {
    it: 'of a service whose script does not answer',
    why: /form service/,
    site: (port) =>
      page(
        `<h1>Contact</h1><div class="hs-form-frame" data-region="eu1" data-form-id="x" data-portal-id="1"></div><script src="${dead(port)}/js.hsforms.net/embed.js"></script>`,
      ),
  },
  {
    it: 'of a service that a script asks for',
    why: /form service/,
    site: () =>
      page(
        '<h1>Contact</h1><div id=f></div><script>window.hbspt?.forms.create({ portalId: "1", formId: "x", target: "#f" });</script>',
      ),
  },
  {
    it: 'in a frame of another host that does not answer',
    why: /did not load/,
    site: (port) => page(`<h1>Contact</h1><iframe src="${dead(port)}" width=600 height=500></iframe>`),
  },
  {
    it: 'in an element that keeps its inside closed',
    why: /cannot see into a part/,
    site: () =>
      page(
        `<h1>Contact</h1><contact-form></contact-form><script>customElements.define('contact-form', class extends HTMLElement { connectedCallback() { this.style.cssText = 'display:block;width:400px;height:300px'; this.attachShadow({ mode: 'closed' }).innerHTML = ${formText}; } });</script>`,
      ),
  },
  {
    it: 'in an element whose script has not come',
    why: /cannot see into a part/,
    site: () => page('<h1>Contact</h1><lead-form style="display:block;width:400px;height:300px"></lead-form>'),
  },
  {
    it: 'behind a consent that cannot be given',
    why: /accept cookies/,
    site: () =>
      page(
        '<h1>Contact</h1><div>This form needs marketing cookies. Please accept them in the settings of your account.</div>',
      ),
  },
  {
    it: 'behind a question that nobody can answer here',
    why: /must answer a question/,
    site: () =>
      page(
        `<div role=dialog style="position:fixed;inset:0;background:#222;color:#fff"><h2>Verify your age</h2><p>You must be 21 years or older.</p><a href="https://id.example/">Sign in with your bank</a></div><h1>Wine</h1>`,
      ),
  },
];

describe.concurrent('a form that may be there is not denied', () => {
  it.each(perhaps)('$it', async ({ site, why }) => {
    const built = site(await closedPort());
    const { outcome, cause, reason } = await lookForForm(built, browser);
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toMatch(why);
    const named = await lookForForm(built, browser, { page: '/' });
    expect({ outcome: named.outcome, cause: named.cause }, named.reason).toEqual({
      outcome: 'unknown',
      cause: 'walk-unfinished',
    });
  });
});

describe.concurrent('no form is claimed', () => {
  it.each<[string, Site]>([
    ['where there is a number to call', page(`<h1>Roofs</h1><p>Call ${phone}</p>`)],
    [
      'where buttons only put things into a cart',
      page('<h1>Shop</h1><button>Add to cart</button><button>Buy</button>'),
    ],
    [
      'on two pages with nothing to fill in',
      {
        '/': page('<h1>Roofs</h1><a href="/contact">Contact</a>'),
        '/contact': page(`<h1>Contact</h1><p>Call ${phone}</p>`),
      },
    ],
    [
      'where only a policy speaks of forms and cookies',
      page(
        '<h1>Roofs</h1><footer><p>We use cookies and handle the data of our forms as our policy says. By using the site you accept it.</p></footer>',
      ),
    ],
    [
      'where a button opens a chat',
      page(
        `<h1>Roofs</h1><p>Call ${phone}</p><footer><h2>Visit</h2><div><section class=chat-window hidden><label>Leave us a message: <textarea></textarea></label></section><button type=button onclick="this.previousElementSibling.hidden = false">Chat</button></div></footer>`,
      ),
    ],
    [
      'where a chat stands open in its corner',
      page(
        `<h1>Дахи</h1><p>${phone}</p><div role=dialog aria-label="Чат" style="position:fixed;right:0;bottom:0"><p>Вітаємо! Чим допомогти?</p><textarea placeholder="Напишіть повідомлення"></textarea><button>Надіслати</button></div>`,
      ),
    ],
  ])('%s', async (_, site) => {
    const { outcome, reason } = await lookForForm(site, browser);
    expect(outcome, reason).toBe('not-applicable');
  });

  it('and a form that the file names is missing on a page that has none', async () => {
    const { outcome, cause } = await lookForForm(
      { '/': page('<h1>Roofs</h1>'), '/contact': page(`<h1>Contact</h1>${phone}`) },
      browser,
      { page: '/contact' },
    );
    expect({ outcome, cause }).toEqual({ outcome: 'failed', cause: 'form-missing' });
  });
});
