import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, formText, lookForForm, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

/** A page that draws one of its views, by `location.hash`, `location.pathname` or what was pressed. */
const views = (routes: string): string => `<script>
const views = { '': '<h1>Roof repair in Austin</h1><p>Fast and fair.</p>', services: '<h1>Services</h1><p>Tiles, gutters.</p>', contact: '<h1>Contact</h1>' + ${formText} };
const draw = (name) => { document.getElementById('view').innerHTML = views[name] ?? views['']; };
${routes}
</script>`;
const shell = (nav: string, routes: string): string => page(`<nav>${nav}</nav><main id=view></main>${views(routes)}`);
const byHash =
  "const route = () => draw(location.hash.replace(/^#!?\\/?/, '')); addEventListener('hashchange', route); route();";
const byPath = `const route = () => draw(location.pathname.slice(1));
document.querySelectorAll('nav a').forEach((a) => a.addEventListener('click', (e) => { e.preventDefault(); history.pushState({}, '', a.href); route(); })); route();`;
const pathShell = shell('<a href="/">Home</a> <a href="/services">Services</a> <a href="/contact">Contact</a>', byPath);
const notFound =
  (body: string): Exclude<Site, string>[string] =>
  (_, response) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  };

/** Each holds a form that a visitor finds; `clicks` away. The names are what a visitor would say. */
const withForms: { it: string; site: Site; clicks: number }[] = [
  // GOVTNZ/cwac#209: routes behind the sign #.
  {
    it: 'behind a link "/#/contact" of a hash router',
    clicks: 1,
    site: shell('<a href="/#/">Home</a> <a href="/#/contact">Contact</a>', byHash),
  },
  {
    it: 'behind a link "#!contact" of a hash router',
    clicks: 1,
    site: shell('<a href="#!services">Services</a> <a href="#!contact">Contact</a>', byHash),
  },
  // webrecorder/browsertrix#3275: the host answers 404 with the application.
  {
    it: 'on a path that is answered with 404 and the application',
    clicks: 1,
    site: { '/': pathShell, '/contact': notFound(pathShell) },
  },
  { it: 'on a path that only exists when its link is pressed', clicks: 1, site: { '/': pathShell } },
  {
    it: 'behind a link without an address',
    clicks: 1,
    site: shell(
      '<a>Home</a> <a id=c>Contact</a>',
      "document.getElementById('c').addEventListener('click', () => draw('contact')); draw('');",
    ),
  },
  {
    it: 'behind an entry of a menu that is no link at all',
    clicks: 1,
    site: shell(
      '<ul><li>Home</li><li id=c style="cursor:pointer">Contact us</li></ul>',
      "document.getElementById('c').addEventListener('click', () => draw('contact')); draw('');",
    ),
  },
  {
    it: 'behind a button that sets the address',
    clicks: 1,
    site: {
      '/': page(`<h1>Roofs</h1><button onclick="location.href='/write-us'">Request a quote</button>`),
      '/write-us': page(`<h1>Quote</h1>${contactForm}`),
    },
  },
  // space10-community/conversational-form#308: the dialog does not exist before the press.
  {
    it: 'in a dialog that a box without a role builds',
    clicks: 1,
    site: page(
      `<h1>Roofs</h1><div id=cta style="cursor:pointer;padding:12px">Get a free quote</div><div id=host></div><script>cta.addEventListener('click', () => { host.innerHTML = '<div role=dialog style="position:fixed;inset:5%;background:#fff">' + ${formText} + '</div>'; });</script>`,
    ),
  },
  {
    it: 'in a dialog that opens on the way down of a finger',
    clicks: 1,
    site: page(
      `<h1>Roofs</h1><button id=cta>Write to us</button><div id=host></div><script>cta.addEventListener('pointerdown', () => { host.innerHTML = ${formText}; });</script>`,
    ),
  },
  {
    it: 'in a dialog whose button stands in a shadow tree',
    clicks: 1,
    site: page(
      `<h1>Roofs</h1><x-bar></x-bar><div id=host></div><script>customElements.define('x-bar', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<button>Contact us</button>'; root.querySelector('button').onclick = () => { host.innerHTML = ${formText}; }; } });</script>`,
    ),
  },
  {
    it: 'in an accordion that a heading opens',
    clicks: 1,
    site: page(
      `<h1>Roofs</h1><h3 id=h style="cursor:pointer">Book an appointment</h3><div id=d style="display:none">${contactForm}</div><script>h.addEventListener('click', () => { d.style.display = 'block'; });</script>`,
    ),
  },
  {
    it: 'in <details>',
    clicks: 1,
    site: page(`<h1>Roofs</h1><details><summary>Contact us</summary>${contactForm}</details>`),
  },
  {
    it: 'behind a tab that builds its panel',
    clicks: 1,
    site: page(
      `<h1>Roofs</h1><div role=tablist><button role=tab>About</button><button role=tab id=t>Enquiry</button></div><div id=p>We mend roofs.</div><script>t.onclick = () => { p.innerHTML = ${formText}; };</script>`,
    ),
  },
  {
    it: 'behind the closed menu of a hash router',
    clicks: 2,
    site: shell(
      '<button aria-label="Menu" id=m>=</button><div id=l hidden><a href="#contact">Contact</a></div>',
      `${byHash} m.onclick = () => { l.hidden = false; };`,
    ),
  },
  // FlowFuse/website#4625, greenpeace/planet4-plugin-gutenberg-blocks#602: content of others waits for a consent.
  {
    it: 'behind a German placeholder for the content of others',
    clicks: 1,
    site: {
      '/': page(
        `<h1>Kontakt</h1><div id=host><p>Zum Schutz Ihrer Daten wird das Formular erst nach einem Klick geladen.</p><button id=b>Externen Inhalt laden</button></div><script>b.onclick = () => { host.innerHTML = '<iframe src="/embedded" width=600 height=500></iframe>'; };</script>`,
        { lang: 'de' },
      ),
      '/embedded': page(contactForm),
    },
  },
  {
    it: 'behind a placeholder that is pressed as a whole',
    clicks: 1,
    site: page(
      `<h1>Contact</h1><div id=host style="cursor:pointer;background:#eee;padding:40px">This form is provided by another company. Click here to load the form and accept its terms.</div><script>host.onclick = () => { host.onclick = null; host.style.cursor = ''; host.innerHTML = ${formText}; };</script>`,
    ),
  },
  {
    it: 'that comes only to visitors who accept cookies',
    clicks: 1,
    site: page(
      `<h1>Contact us</h1><div id=host>Please accept cookies to see this form.</div><div id=c style="position:fixed;bottom:0;left:0;right:0;background:#eee;padding:20px">We use cookies. <button id=ok>Accept all</button> <button id=no>Reject all</button></div><script>const load = () => { host.innerHTML = ${formText}; c.remove(); }; if (document.cookie.includes('c=1')) load(); else if (document.cookie.includes('c=0')) c.remove(); ok.onclick = () => { document.cookie = 'c=1'; load(); }; no.onclick = () => { document.cookie = 'c=0'; c.remove(); };</script>`,
    ),
  },
  {
    it: 'that is built where the page is scrolled to',
    clicks: 0,
    site: page(
      `<h1>Roofs</h1><div style="height:3500px">Our work</div><div id=host style="min-height:20px"></div><script>new IntersectionObserver((seen, o) => { if (seen[0].isIntersecting) { o.disconnect(); host.innerHTML = ${formText}; } }).observe(host);</script>`,
    ),
  },
  {
    it: 'that a script brings two seconds after the load',
    clicks: 0,
    site: page(
      `<h1>Contact us</h1><div id=host></div><script>setTimeout(() => { host.innerHTML = ${formText}; }, 2000);</script>`,
    ),
  },
  {
    it: 'in a frame that a script adds late',
    clicks: 0,
    site: {
      '/': page(
        `<h1>Contact us</h1><div id=host></div><script>setTimeout(() => { host.innerHTML = '<iframe src="/embedded" width=600 height=500></iframe>'; }, 1500);</script>`,
      ),
      '/embedded': page(contactForm),
    },
  },
  // codeceptjs/CodeceptJS#1232: the page goes while it is looked at.
  {
    it: 'behind an opening page that sends on after two seconds',
    clicks: 0,
    site: {
      '/': page('<h1>Welcome</h1>', { head: '<meta http-equiv="refresh" content="2; url=/en.html">' }),
      '/en.html': page(`<h1>Roofs</h1>${contactForm}`),
    },
  },
  {
    it: 'behind an opening page whose script sends on',
    clicks: 0,
    site: {
      '/': page('<p>Loading...</p><script>setTimeout(() => location.replace("/home"), 1800)</script>'),
      '/home': page(`<h1>Roofs</h1>${contactForm}`),
    },
  },
  {
    it: 'behind a choice of languages',
    clicks: 0,
    site: {
      '/': page('<a href="/de/">Deutsch</a> <a href="/en/">English</a> <a href="/pl/">Polski</a>'),
      '/en/': page(`<h1>Roofs</h1>${contactForm}`),
      '/de/': page('<h1>Hier nicht</h1>', { lang: 'de' }),
    },
  },
  {
    it: 'behind a question for the age',
    clicks: 0,
    site: page(
      `<div id=g role=dialog style="position:fixed;inset:0;background:#222;color:#fff"><h2>Are you over 18?</h2><button onclick="location='https://www.google.com/'">No</button> <button onclick="g.remove()">Yes</button></div><h1>Wine</h1>${contactForm}`,
    ),
  },
  {
    it: 'on a page of contacts behind a tab',
    clicks: 2,
    site: {
      '/': page('<h1>Roofs</h1><a href="/contact">Contact</a>'),
      '/contact': page(
        `<h1>Contact</h1><button id=t>Write a message</button><div id=p></div><script>t.onclick = () => { p.innerHTML = ${formText}; };</script>`,
      ),
    },
  },
];

describe.concurrent('a form is found and rehearsed', () => {
  it.each(withForms)('$it', async ({ site, clicks }) => {
    const { outcome, reason, measurements, hits } = await lookForForm(site, browser);
    expect({ outcome, clicks: measurements['clicksToForm'] }, reason).toEqual({ outcome: 'measured', clicks });
    expect(hits.filter((hit) => hit.startsWith('POST'))).toEqual([]);
  });
});
