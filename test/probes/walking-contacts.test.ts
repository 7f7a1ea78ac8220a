import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Family dentist, Austin, TX 78701</h1>';
const listening = (label: string, act: string, more = ''): string =>
  page(
    `${austin}<div id=c style="cursor:pointer;width:220px;padding:14px" ${more}>${label}</div><script>document.getElementById('c').addEventListener('click', () => { ${act} });</script>`,
  );

/** Buttons whose scripts dial, write or open a chat: only a press shows where they lead. */
const buttons: { it: string; site: Site; phone?: string[]; email?: string[]; messenger?: string[] }[] = [
  {
    it: 'that show the number and set the address',
    site: listening('Call (512) 555-0143', "location.href = 'tel:+15125550143'"),
    phone: dialled,
  },
  {
    it: 'that only say "Call now"',
    site: listening('📞 Call now', "window.open('tel:+15125550143', '_self')"),
    phone: dialled,
  },
  {
    it: 'that say it in Ukrainian',
    site: listening('Зателефонувати', "location.assign('tel:+380441234567')"),
    phone: ['+380441234567'],
  },
  {
    it: 'that make a link of their own and press it',
    site: listening('Call us', "const a = document.createElement('a'); a.href = 'tel:+15125550143'; a.click()"),
    phone: dialled,
  },
  {
    it: 'that dial in a frame',
    site: listening(
      'Call us',
      "const f = document.createElement('iframe'); f.src = 'tel:+15125550143'; document.body.append(f)",
    ),
    phone: dialled,
  },
  {
    it: 'that dial a moment later',
    site: listening('(512) 555-0143', "setTimeout(() => { location.href = 'tel:+15125550143' }, 250)"),
    phone: dialled,
  },
  {
    it: 'that write to the address that they show',
    site: listening('hello@dentist.example', "location.href = 'mailto:' + 'hello' + '@dentist.example'"),
    email: ['hello@dentist.example'],
  },
  {
    it: 'that are an icon of Viber',
    site: listening(
      '<i class="fab fa-viber" style="display:block;width:30px;height:30px"></i>',
      "location.href = 'viber://chat?number=%2B380441234567'",
    ),
    messenger: ['viber://chat?number=%2B380441234567'],
  },
  {
    it: 'that open Telegram in a window of its own',
    site: listening('', "window.open('https://t.me/dentist_austin')", 'aria-label="Telegram" role=button'),
    messenger: ['https://t.me/dentist_austin'],
  },
  {
    it: 'that leave for WhatsApp in this window',
    site: listening('WhatsApp us', "location.href = 'https://wa.me/15125550143?text=Hi'"),
    messenger: ['https://wa.me/15125550143'],
  },
  // awran5/react-floating-whatsapp#13, #38: the bubble opens a box of its own first.
  {
    it: 'that open a box with the button that opens the chat',
    site: page(
      `${austin}<div id=w class="wa-float" role=button tabindex=0 style="position:fixed;right:10px;bottom:10px;width:60px;height:60px;background:#25d366"></div><div id=box></div><script>w.onclick = () => { box.innerHTML = '<div style="position:fixed;right:10px;bottom:90px;background:#fff">Hi there <button id=s>Start chat</button></div>'; s.onclick = () => window.open('https://wa.me/15125550143') };</script>`,
    ),
    messenger: ['https://wa.me/15125550143'],
  },
  {
    it: 'that stand in a shadow tree',
    site: page(
      `${austin}<x-call></x-call><script>customElements.define('x-call', class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<button>Call (512) 555-0143</button>'; root.firstChild.onclick = () => { location.href = 'tel:+15125550143' } } });</script>`,
    ),
    phone: dialled,
  },
];

describe.concurrent('buttons that dial or open a messenger by script are contacts', () => {
  it.each(buttons)('$it', async ({ site, ...wanted }) => {
    const { outcome, of, unusable, measurements, reason } = await lookForContacts(site, browser);
    expect(outcome, reason).toBe('measured');
    for (const kind of ['phone', 'email', 'messenger'] as const) expect(of(kind), kind).toEqual(wanted[kind] ?? []);
    expect(unusable).toEqual([]);
    expect(measurements).toMatchObject({
      clicksToContact: expect.toSatisfy((clicks: number) => clicks <= 1),
      phonesNotTappable: 0,
    });
  });

  it('but not where they only copy the number', async () => {
    const { of, unusable } = await lookForContacts(
      listening('(512) 555-0143', "navigator.clipboard?.writeText('5125550143')"),
      browser,
    );
    expect([of('phone'), unusable]).toEqual([dialled, dialled]);
  });

  it('nor where they share the page, and nothing else is pressed that leads away', async () => {
    const site = page(
      `${austin}<button onclick="window.open('https://api.whatsapp.com/send?text=Look')">Share on WhatsApp</button><button onclick="location.href='/cart'">Buy now</button>`,
    );
    const { of, hits } = await lookForContacts(site, browser);
    expect(of('messenger')).toEqual([]);
    expect(hits).not.toContain('GET /cart');
  });

  it('and what promises a chat that cannot be seen leaves it open', async () => {
    const { outcome, cause, reason } = await lookForContacts(listening('WhatsApp', 'sdk?.open()'), browser);
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toContain('"WhatsApp"');
  });
});

const list = `<ul id=u><li>${phone}</li></ul>`;
const desktop = ['desktop'] as const;
const both = ['mobile', 'desktop'] as const;
const drawer = `<nav id=n style="position:fixed;top:0;left:0;width:280px;height:100%;background:#fff;transform:translateX(-110%)">${phone}</nav>`;
const opens = "n.style.transform = 'none'";

/** Contacts in menus: one step away. */
const menus: { it: string; site: Site; devices: readonly Device[] }[] = [
  // roots/sage#356
  {
    it: 'that open where the mouse points',
    devices: both,
    site: page(`<nav><ul><li class=d tabindex=0>Contact<ul>${list}</ul></li></ul></nav>${austin}`, {
      head: '<style>.d>ul{display:none;position:absolute}.d:hover>ul,.d:focus>ul{display:block}</style>',
    }),
  },
  {
    it: 'that open by script where the mouse comes',
    devices: desktop,
    site: page(
      `<nav><div id=d>Call or write</div><div id=u hidden>${phone}</div></nav>${austin}<script>d.addEventListener('mouseenter', () => { u.hidden = false; });</script>`,
    ),
  },
  {
    it: 'that open on a press of their head',
    devices: both,
    site: page(
      `<nav><div><button id=d aria-expanded=false>Reception</button><div id=u style="display:none">${phone}</div></div></nav>${austin}<script>d.onclick = () => { u.style.display = 'block'; };</script>`,
    ),
  },
  {
    it: 'that are <details>',
    devices: both,
    site: page(`<header><details><summary>Reception</summary>${phone}</details></header>${austin}`),
  },
  {
    it: 'that fly in from the side',
    devices: both,
    site: page(
      `<button class=hamburger id=b>≡</button>${drawer}${austin}<script>b.onclick = () => { ${opens}; };</script>`,
    ),
  },
  {
    it: 'whose button is three lines without a name',
    devices: both,
    site: page(
      `<header><div id=b style="cursor:pointer;width:40px;height:40px"><span></span><span></span><span></span></div></header>${drawer}${austin}<script>b.onclick = () => { ${opens}; };</script>`,
      { head: '<style>header span{display:block;height:4px;margin:6px;background:#000}</style>' },
    ),
  },
  {
    it: 'whose button stands at the foot of the screen',
    devices: ['mobile'],
    site: page(
      `<div style="position:fixed;bottom:0;left:0;right:0;background:#eee"><button id=b aria-label="Menu">⋮</button></div>${drawer}${austin}<script>b.onclick = () => { ${opens}; };</script>`,
    ),
  },
  {
    it: 'whose button is a label of a hidden box to tick',
    devices: both,
    site: page(
      `<input type=checkbox id=t style="display:none"><label for=t class="menu-icon" style="display:block;width:40px;height:40px">&#9776;</label><div class=m>${phone}</div>${austin}`,
      { head: '<style>.m{display:none}#t:checked~.m{display:block}</style>' },
    ),
  },
  {
    it: 'whose drawing says "Menü"',
    devices: both,
    site: page(
      `<button id=b><svg width=24 height=24><title>Menü</title><path d="M0 4h24M0 12h24M0 20h24" stroke="#000"/></svg></button>${drawer}${austin}<script>b.onclick = () => { ${opens}; };</script>`,
      { lang: 'de' },
    ),
  },
];

describe.concurrent('contacts in a menu are a step away', () => {
  it.each(menus.flatMap(({ devices, ...menu }) => devices.map((device) => ({ ...menu, device }))))(
    '$it, on $device',
    async ({ site, device }) => {
      const { of, measurements, reason } = await lookForContacts(site, browser, device);
      expect(of('phone'), reason).toEqual(dialled);
      expect(measurements['clicksToContact']).toBe(1);
    },
  );

  // subtirelumihail/react-fullpage#65
  it.each(both)('and where sections turn like pages, no step at all, on %s', async (device) => {
    const site = page(
      `<div id=f><div id=w><section><h1>Wedding photography</h1><p>Austin, TX 78701</p></section><section><h2>Work</h2></section><section><h2>Say hello</h2>${phone}</section></div></div><script>let i=0,busy=false,y=0;const go=(d)=>{if(busy||!d)return;busy=true;i=Math.max(0,Math.min(2,i+d));w.style.transform='translateY('+(-100*i)+'vh)';setTimeout(()=>{busy=false},500)};addEventListener('wheel',(e)=>go(Math.sign(e.deltaY)));addEventListener('touchstart',(e)=>{y=e.touches[0].clientY});addEventListener('touchend',(e)=>go(Math.sign(y-e.changedTouches[0].clientY)));</script>`,
      {
        head: '<style>html,body{margin:0;height:100%;overflow:hidden}#f{height:100vh;overflow:hidden}section{height:100vh}</style>',
      },
    );
    const { of, measurements } = await lookForContacts(site, browser, device);
    expect(of('phone')).toEqual(dialled);
    expect(measurements['clicksToContact']).toBe(0);
  });
});

/** Contacts on a slide that lies behind another one. */
const slides: Readonly<Record<string, string>> = {
  'an arrow that developers call by its name': '<button class="slick-next" aria-label="Next"></button>',
  'a sign beside slides': '<span role=button tabindex=0>›</span>',
  'a control of Bootstrap': '<a class="carousel-control-next" href="#s" role="button"><span>Next</span></a>',
  'an arrow of Swiper': '<div class="swiper-button-next" style="cursor:pointer;width:30px;height:30px"></div>',
};

describe.concurrent('contacts on a slide behind another are a step away', () => {
  it.each(Object.entries(slides))('shown by %s', async (_, arrow) => {
    const site = page(
      `${austin}<div class=slider id=s><div class=on>We mend roofs</div><div>Fast</div><div>Call ${phone}</div></div><div id=a>${arrow}</div><script>let i = 0; a.onclick = () => { const all = [...s.children]; all[i].className = ''; i = (i + 1) % 3; all[i].className = 'on'; };</script>`,
      { head: '<style>.slider>div{display:none}.slider>.on{display:block}</style>' },
    );
    const { of, measurements, reason } = await lookForContacts(site, browser);
    expect(of('phone'), reason).toEqual(dialled);
    expect(measurements['clicksToContact']).toBe(1);
  });
});

describe.concurrent('a link that styles keep fingers from', () => {
  it('is a text on a phone', async () => {
    const { unusable, measurements } = await lookForContacts(
      page(`${austin}<p>${phone.replace('<a ', '<a style="pointer-events:none" ')}</p>`),
      browser,
    );
    expect(unusable).toEqual(dialled);
    expect(measurements).toMatchObject({ phonesNotTappable: 1 });
  });
});

describe.concurrent('absence', () => {
  it('is red where all ways have been walked', async () => {
    const { outcome, measurements } = await lookForContacts(
      {
        '/': page('<h1>Roofs</h1><a href="/contact">Contact</a>'),
        '/contact': page('<h1>Contact</h1><p>Come by.</p>'),
      },
      browser,
    );
    expect({ outcome, found: measurements['contactsFound'] }).toEqual({ outcome: 'measured', found: 0 });
  });

  it('is left open where the walk ended before all ways were walked, and says what was left', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `contact-${i}`);
    const links = names.map((name) => `<a href="/contacts/${name}">Contact ${name}</a>`).join(' ');
    const site = {
      '/': page(`<h1>Roofs</h1>${links}`),
      ...Object.fromEntries(names.map((name) => [`/contacts/${name}`, page('<h1>Branch</h1>')])),
    };
    const { outcome, cause, reason } = await lookForContacts(site, browser, 'desktop');
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'walk-unfinished' });
    expect(reason).toMatch(/search ended after \d+ pages.*Not visited: "\/contacts\/contact-/);
  });

  it('is left open where the menu speaks a language that we do not read', async () => {
    const { outcome, reason } = await lookForContacts(
      {
        '/': page(
          '<nav><a href="/a">会社概要</a> <a href="/b">お問い合わせ</a></nav><h1>屋根修理の専門店です。三十年の経験と確かな技術で、地域の皆様の屋根をお守りいたします。</h1>',
          { lang: 'ja' },
        ),
      },
      browser,
    );
    expect(outcome, reason).toBe('unknown');
  });
});
