import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const roofs = '<h1>Cedar Roofing</h1>';
const where = '<p>Austin, TX 78701</p>';
const tall = '<section style="min-height:700px"><p>Clean work, fair prices.</p></section>'.repeat(4);
const late =
  (ms: number, part: string) =>
  (_: unknown, response: ServerResponse): void => {
    setTimeout(() => response.setHeader('content-type', 'text/html; charset=utf-8').end(part), ms);
  };
const fetched = (into: string): string =>
  `fetch('/part').then((r) => r.text()).then((t) => { document.getElementById('${into}').innerHTML = t })`;
const near = (into: string): string =>
  `<script>new IntersectionObserver((e, o) => { if (e[0].isIntersecting) { o.disconnect(); ${fetched(into)} } }).observe(document.getElementById('${into}'))</script>`;
const typed = (text: string, { from = 0, everyMs = 120 } = {}): string =>
  `<h1 id=t></h1><script>let i = ${from}; setTimeout(function go() { t.textContent = '${text}'.slice(0, ++i); if (i < ${text.length}) setTimeout(go, ${everyMs}) }, 1000)</script>`;
const branches = "{ austin: '+15125550143', dallas: '+12145550144' }";
const choice = (more = ''): string =>
  `<p><label>Choose your branch <select id=b ${more}><option value="">Please choose</option><option value=austin>Austin</option><option value=dallas>Dallas</option></select></label></p><div id=o></div><script>b.addEventListener('change', () => { const n = ${branches}[b.value]; o.innerHTML = n ? '<a href="tel:' + n + '">' + n + '</a>' : '' })</script>`;
const cut = (button: string): string =>
  `<div id=t style="max-height:60px;overflow:hidden"><p>${'We opened with one room and a borrowed table. '.repeat(8)}</p><p>Call ${phone}.</p></div><button type=button onclick="t.style.maxHeight='none';this.remove()">${button}</button>`;

describe.concurrent('a contact that a patient visitor finds', () => {
  it.each<[string, Site, number]>([
    [
      'comes from a content system that takes five seconds',
      {
        '/': page(`${roofs}${where}<div id=c aria-busy=true></div><script>${fetched('c')}</script>`),
        '/part': late(5_000, phone),
      },
      0,
    ],
    [
      'stands in a footer that is fetched when it comes near',
      { '/': page(`${roofs}${where}${tall}<footer id=f></footer>${near('f')}`), '/part': late(1_500, phone) },
      0,
    ],
    [
      'comes late on the page of contacts',
      {
        '/': page(`${roofs}<a href="/contact">Contact</a>`),
        '/contact': page(`${where}${tall}<div id=c></div>${near('c')}`),
        '/part': late(1_500, phone),
      },
      1,
    ],
    [
      'comes while other buttons of that page are tried',
      {
        '/': page(`${roofs}<a href="/contact">Contact</a>`),
        '/contact': page(`${where}${choice('name=language')}${tall}<div id=c></div>${near('c')}`),
        '/part': late(400, phone),
      },
      1,
    ],
    ['types itself, letter by letter', page(`${typed('Call us: (512) 555-0143')}${where}`), 0],
    [
      'types itself slowly, and is half there for as long as a page is read',
      page(`${typed('Call us: (512) 555-0143', { from: 19, everyMs: 1_400 })}${where}`),
      0,
    ],
    [
      'goes on typing itself after its half has been met at once',
      page(
        `<h1 id=t>Call us: (512) 555-0</h1><script>let i = 20; setTimeout(() => setInterval(() => { t.textContent = 'Call us: (512) 555-0143'.slice(0, ++i) }, 1400), 600)</script>${where}`,
      ),
      0,
    ],
    ['is shown for the branch that one chooses', page(`${roofs}${where}${choice()}`), 1],
    ['is in a text that is cut off behind "Read more"', page(`${roofs}${where}${cut('Read more')}`), 1],
    ['is in a text that is cut off behind "Mehr lesen"', page(`${roofs}${where}${cut('Mehr lesen')}`), 1],
    ['is in a text that is cut off behind "Читати далі"', page(`${roofs}${where}${cut('Читати далі…')}`), 1],
  ])('is found where it %s', async (_, site, clicks) => {
    const { of, measurements } = await lookForContacts(site, browser);
    expect(of('phone')).toEqual(dialled);
    expect(measurements?.['clicksToContact']).toBe(clicks);
  });

  it('is not looked for in the languages of a drop-down', async () => {
    const { of } = await lookForContacts(page(`${roofs}${choice('name=language')}`), browser);
    expect(of('phone')).toEqual([]);
  });
});

describe.concurrent('a contact on a picture', () => {
  const picture =
    '<img usemap="#head" width=340 height=90 alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22340%22 height=%2290%22/%3E">';
  const map = (shape: string, coords: string, more = ''): string =>
    `${picture}<map name=head><area shape=rect coords="0,0,130,90" href="/" alt="Start page"><area shape=${shape} coords="${coords}" href="tel:+15125550143" alt="Call (512) 555-0143" ${more}></map>${where}`;
  it.each([
    ['rect', '130,0,340,90'],
    ['circle', '200,45,40'],
    ['poly', '140,0,340,0,240,90'],
  ])('is tapped in an area of it: %s', async (shape, coords) => {
    const { of, unusable, measurements } = await lookForContacts(page(map(shape, coords)), browser);
    expect([of('phone'), unusable, measurements?.['clicksToContact']]).toEqual([dialled, [], 0]);
  });

  it('is none where the picture is hidden', async () => {
    const { of } = await lookForContacts(page(`<div hidden>${map('rect', '130,0,340,90')}</div>`), browser);
    expect(of('phone')).toEqual([]);
  });

  const sign = (more: string): string => `<img ${more} width=16 height=16 src="/at.svg" style="vertical-align:middle">`;
  const svg = (_: unknown, response: ServerResponse): void => {
    response
      .setHeader('content-type', 'image/svg+xml')
      .end('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>');
  };
  it.each(['alt="@"', 'alt="at"', 'alt="(at)"', ''])('is an address whose sign is drawn: %s', async (more) => {
    const site = { '/': page(`${where}<p>E-Mail: info${sign(more)}maler-lenz.example</p>`), '/at.svg': svg };
    expect((await lookForContacts(site, browser)).of('email')).toEqual(['info@maler-lenz.example']);
  });
});

describe.concurrent('what a template has left', () => {
  it.each([
    [
      'its own marks',
      '<a href="tel:{{ contact.phone }}">{{ contact.phone }}</a> <a href="mailto:{{ mail }}">{{ mail }}</a>',
    ],
    ['a mark in brackets', '<a href="tel:[phone]">[phone]</a>'],
    ['what a script makes of nothing', '<a href="tel:undefined">undefined</a>'],
    ['its sample number', '<a href="tel:123-456-7890">123-456-7890</a>'],
    ['one figure only', '<a href="tel:+15555555555">(555) 555-5555</a>'],
    ['its sample address', '<a href="mailto:info@mysite.com">info@mysite.com</a>'],
  ])('is no contact: %s', async (_, left) => {
    const { measurements, of } = await lookForContacts(page(`${roofs}${where}<p>${left}</p>`), browser);
    expect([...of('phone'), ...of('email')]).toEqual([]);
    expect(measurements?.['contactsFound']).toBe(0);
  });

  it('is named, and what to do', async () => {
    const { reason } = await lookForContacts(
      page(`${roofs}${where}<a href="tel:123-456-7890">123-456-7890</a> info@mysite.com`),
      browser,
    );
    expect(reason).toContain('what its template came with');
    expect(reason).toContain('info@mysite.com');
    expect(reason).toContain('Replace it with your own number and address.');
  });

  it.each([
    ['a taxi has seven sevens and two more', '<a href="tel:+420777777777">777 777 777</a>', '+420777777777'],
    ['a vanity number has one figure', '<a href="tel:+18888888888">(888) 888-8888</a>', '+18888888888'],
  ])('is another matter where %s', async (_, written, number) => {
    expect((await lookForContacts(page(`${roofs}${where}${written}`), browser)).of('phone')).toEqual([number]);
  });

  it.each(['office@thestore.com', 'mymail@roofs.example', 'info@shop.com'])(
    'is another matter where a business has such an address: %s',
    async (address) => {
      expect((await lookForContacts(page(`${roofs}${where}<p>${address}</p>`), browser)).of('email')).toEqual([
        address,
      ]);
    },
  );

  it('takes nothing from a business with a number of its own', async () => {
    const { of } = await lookForContacts(page(`${roofs}${where}${phone} <p>info@mysite.com</p>`), browser);
    expect([of('phone'), of('email')]).toEqual([dialled, []]);
  });
});
