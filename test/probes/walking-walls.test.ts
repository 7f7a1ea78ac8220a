import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import {
  behind,
  contactForm,
  dialled,
  loadPage,
  lookForContacts,
  lookForForm,
  over,
  page,
  phone,
  type Site,
} from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const covered = `${behind}${contactForm}`;

/** Layers that nobody gets past. */
const walls: { it: string; site: Site }[] = [
  {
    it: 'a demand for a password',
    site: page(
      `${covered}${over('<h2>Members</h2><form><input type=password placeholder=Password><button>Enter</button></form>', '')}`,
    ),
  },
  {
    it: 'an announcement that the site comes soon',
    site: page(`${covered}${over('<h1>Our new site is coming soon</h1>', '')}`),
  },
  {
    it: 'the same in German',
    site: page(`${covered}${over('<h1>Wir sind in Kürze für Sie da</h1>', '')}`, { lang: 'de' }),
  },
  {
    it: 'a loading screen whose script has failed',
    site: page(
      `${covered}${over('Loading...', 'class=preloader')}<script>addEventListener('load', () => nothing.hide());</script>`,
    ),
  },
  {
    // OSCode-Community/OSCodeCommunitySite#1537
    it: 'a loading screen that the style sheet draws',
    site: page(
      `${covered}<style>body:not(.ready)::before{content:"";position:fixed;inset:0;background:#fff;z-index:9}</style><script>addEventListener('load', () => { nothing.start(); document.body.classList.add('ready'); });</script>`,
    ),
  },
  {
    it: 'a loading screen without words',
    site: page(`${covered}${over('<svg width=80 height=80></svg>', 'class=preloader')}`),
  },
  {
    it: 'a window without a way out',
    site: page(
      `${covered}${over('<h2>Our app is better</h2><p>Install it to go on reading the page that you came for.</p>')}`,
    ),
  },
  {
    // webcompat/web-bugs#69417
    it: 'a window whose cross lies beyond the edge of the phone',
    site: page(
      `<style>body{position:fixed;width:100%}</style><div style="height:1200px"></div>${covered}${over('<div style="position:absolute;left:20px;width:1500px"><h2>Winter check</h2><p>Have your boiler checked now.</p><button style="position:absolute;right:0;top:0" aria-label=Close onclick="g.remove()">✕</button></div>', 'role=dialog aria-modal=true class=wide').replace('inset:0', 'inset:0;overflow:hidden')}`,
    ),
  },
  {
    it: 'a demand for a password that comes a moment later',
    site: page(
      `${covered}<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(over('<h2>Members</h2><input type=password><button>Enter</button>', ''))}), 300);</script>`,
    ),
  },
];

describe.concurrent('under a layer that does not go away nothing counts', () => {
  const probes = { contacts: lookForContacts, form: lookForForm, 'page-load': loadPage } as const;
  const names = ['contacts', 'form', 'page-load'] as const;

  it.each(walls.flatMap((wall) => names.map((probe) => ({ ...wall, probe }))))(
    '$probe, under $it',
    async ({ site, probe }) => {
      const { outcome, cause, reason } = await probes[probe](site, browser);
      expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'page-covered' });
    },
  );

  it.each<[string, Site]>([
    [
      // mgcrea/angular-strap#1830
      'a native dialog whose cross does nothing',
      page(
        `${covered}<dialog id=d><h2>Winter offer</h2><p>Ten per cent off.</p><button onclick="nothing.hide()" aria-label=Close>✕</button></dialog><script>d.oncancel = (e) => e.preventDefault(); d.onkeydown = (e) => e.preventDefault(); d.showModal();</script>`,
      ),
    ],
    [
      'what a script has switched off and not on again',
      page(
        `<div id=site inert>${covered}</div>${over('<h2>Open at 7</h2><button onclick="g.remove(); nothing.release(); site.inert = false">Close</button>')}`,
      ),
    ],
    [
      'a loading screen of many words',
      page(
        `${covered}${over('<p>Wine bar</p><p>Three hundred wines from the south</p><p>Loading the cellar: 0 %</p>', '')}`,
      ),
    ],
    [
      // bancorprotocol/webapp-v3#726
      'a notice with nothing to press',
      page(
        `${covered}${over('<h2>Access restricted</h2><p>This site cannot be used from your country. Turn off your VPN.</p>', '')}`,
      ),
    ],
  ])('%s', async (_, site) => {
    const found = await lookForContacts(site, browser);
    expect(found, found.reason).toMatchObject({ outcome: 'failed', cause: 'page-covered' });
  });

  it('but what stands on it does', async () => {
    const site = page(
      `${over(`<h1>Our new site is coming soon</h1><p>Austin, TX 78701. Call ${phone}</p>`, '')}<main><a href="mailto:hidden@bar.example">hidden@bar.example</a></main><p>Our wine bar in the old town has been here since 1982.</p>`,
    );
    const { outcome, of } = await lookForContacts(site, browser);
    expect([outcome, of('phone'), of('email')]).toEqual(['measured', dialled, []]);
  });
});

/** What looks like one and is none. */
const free: [string, Site][] = [
  [
    'a loading screen that goes',
    page(`${behind}${over('Loading...', 'class=preloader')}<script>setTimeout(() => g.remove(), 2000);</script>`),
  ],
  [
    'a drawn one that goes, over a page with a drawn background',
    page(
      `<style>html::before{content:"";position:fixed;inset:0;background:#eee;z-index:-1}body.wait::after{content:"";position:fixed;inset:0;background:#fff;z-index:9}</style>${behind}<script>document.body.className = 'wait'; setTimeout(() => { document.body.className = ''; }, 2000);</script>`,
    ),
  ],
  [
    'a wall of cookies that can be agreed to',
    page(`${behind}${over('<p>We use cookies.</p><button onclick="g.remove()">Accept all</button>', '')}`),
  ],
  [
    'a window that a key closes',
    page(
      `${behind}${over('<h2>Our app is better</h2><p>Install it to go on reading the page that you came for.</p>')}<script>addEventListener('keydown', (e) => { if (e.key === 'Escape') g.remove(); });</script>`,
    ),
  ],
  [
    // Greentube/ngx-modal#19, bootboxjs/bootbox#359
    'a window that goes when one taps beside it',
    page(
      `${behind}${over('<div style="background:#fff;color:#000;width:220px;margin:200px auto"><h2>10% off</h2><p>Quote WELCOME10 when you book with us this winter.</p></div>')}<script>g.onclick = (e) => { if (e.target === g) g.remove(); };</script>`,
    ),
  ],
  [
    'a window with a backdrop of its own that a tap takes away',
    page(
      `${behind}<div id=b style="position:fixed;inset:0;background:rgba(0,0,0,.8)" onclick="this.remove(); w.remove()"></div><div id=w role=dialog style="position:fixed;left:70px;top:200px;width:220px;background:#fff"><h2>10% off</h2><p>Quote WELCOME10 when you book with us this winter.</p></div>`,
    ),
  ],
  [
    'a native dialog with a cross',
    page(
      `${behind}<dialog id=d style="width:120px"><h2>Offer</h2><button onclick="d.close()" aria-label=Close>✕</button></dialog><script>d.oncancel = (e) => e.preventDefault(); d.showModal();</script>`,
    ),
  ],
  [
    'a page that is switched off while a window is open',
    page(
      `<div id=site inert>${behind}</div>${over('<h2>Open at 7</h2><button onclick="g.remove(); site.inert = false">Close</button>')}`,
    ),
  ],
  [
    'an opening in words that goes by itself',
    page(
      `${behind}${over('<h2>Wine bar, Austin</h2><p>Three hundred wines from the south, by the glass</p>', '')}<script>setTimeout(() => g.remove(), 4000);</script>`,
    ),
  ],
  [
    'an opening that goes at a tap anywhere',
    page(
      `${behind}${over('<h2>Wine bar, Austin</h2><p>Three hundred wines from the south, by the glass</p>', '')}<script>document.addEventListener('click', () => g.remove());</script>`,
    ),
  ],
  [
    'an application in a fixed box',
    page(`<div style="position:fixed;inset:0;overflow:auto;background:#fff">${behind}</div>`),
  ],
  [
    'a film behind everything',
    page(`<video style="position:fixed;inset:0;width:100%;height:100%;z-index:-1" muted></video>${behind}`),
  ],
  [
    'a first screen that the page scrolls over',
    page(
      `<div style="position:fixed;inset:0;background:#345;z-index:0;color:#fff"><h1>Wine bar</h1></div><div style="position:relative;z-index:1;margin-top:100vh;background:#fff;min-height:100vh">${behind}</div>`,
    ),
  ],
  [
    'slides that lie on each other',
    page(
      `<div style="position:relative;height:100vh"><div style="position:absolute;inset:0;background:#345">One of our three hundred wines from the south</div><div style="position:absolute;inset:0;background:#543"><h1>Wine bar, Austin, TX 78701</h1>${phone}</div></div>`,
    ),
  ],
];

describe.concurrent('no wall is', () => {
  it.each(free)('%s', async (_, site) => {
    const { outcome, of, reason } = await lookForContacts(site, browser);
    expect(outcome, reason).toBe('measured');
    expect(of('phone')).toEqual(dialled);
    expect((await loadPage(site, browser)).cause).not.toBe('page-covered');
  });
});

describe.concurrent('a layer that nobody sees', () => {
  const layer = (more: string): string => `<div class="modal-backdrop" style="position:fixed;inset:0;${more}"></div>`;

  it('covers what no tap reaches through it', async () => {
    const { measurements } = await lookForContacts(page(`${behind}${layer('z-index:9;opacity:0')}`), browser);
    expect(measurements['contactsCovered']).toBe(1);
  });

  it('covers nothing where taps go through it', async () => {
    const { measurements } = await lookForContacts(page(`${behind}${layer('pointer-events:none')}`), browser);
    expect(measurements['contactsCovered']).toBe(0);
  });
});

describe.concurrent('what opens after the visitor has landed covers nothing', () => {
  it.each([1_500, 4_000])('and is closed like any pop-up, %d ms after the load', async (afterMs) => {
    const popUp = over('<h2>10% off</h2><button onclick="g.remove()">Close</button>', 'class=offer');
    const site = page(
      `${behind}<script>addEventListener('load', () => setTimeout(() => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(popUp)}), 900 + ${afterMs}));</script>`,
    );
    const { of, measurements } = await lookForContacts(site, browser);
    expect(of('phone')).toEqual(dialled);
    expect(measurements['contactsCovered']).toBe(0);
  });

  it.each([2_500, 6_000])('and is no wall either, %d ms after the load', async (afterMs) => {
    const wall = over('<h2>Members</h2><input type=password><button>Enter</button>', '');
    const site = page(
      `${covered}<script>addEventListener('load', () => setTimeout(() => document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(wall)}), ${afterMs}));</script>`,
    );
    const { of } = await lookForContacts(site, browser);
    expect(of('phone')).toEqual(dialled);
    expect((await lookForForm(site, browser)).outcome).toBe('measured');
  });
});

// blivesta/animsition#137
describe.concurrent('a page that waits to be faded in', () => {
  const fading = (script: string): Site =>
    page(`<div id=f style="opacity:0">${behind}</div><script>${script}</script>`);

  it('by a script that fails stays blank', async () => {
    expect(await loadPage(fading('nothing.fadeIn(f);'), browser)).toMatchObject({
      outcome: 'failed',
      cause: 'blank-page',
    });
  });

  it('is waited for', async () => {
    const { outcome } = await loadPage(fading('setTimeout(() => { f.style.opacity = 1; }, 2000);'), browser);
    expect(outcome).toBe('measured');
  });
});
