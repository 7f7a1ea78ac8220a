import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Roof repair, Austin, TX 78701</h1>';
const tall = '<div style="height:1500px">Our work</div>';
const mail = '<a href="mailto:office@roofs.example">office@roofs.example</a>';
const onEach = (handler: string, type = 'click'): string =>
  `<script>document.querySelectorAll('a').forEach((a) => a.addEventListener('${type}', (e) => { ${handler} }, { passive: false }))</script>`;
const smooth =
  "e.preventDefault(); ((a.hash && document.querySelector(a.hash)) || document.body).scrollIntoView({ behavior: 'smooth' })";
const site = (script: string, contact = phone): string => page(`${austin}<p>${contact}</p>${tall}${script}`);

describe.concurrent('a link that a script keeps from opening', () => {
  it.each<[string, Site, Device, readonly string[]]>([
    ['by a script for smooth scrolling', site(onEach(smooth)), 'mobile', ['+15125550143']],
    ['on a desktop', site(onEach(smooth)), 'desktop', ['+15125550143']],
    ['a mail link, too', site(onEach(smooth), `${phone} ${mail}`), 'mobile', ['+15125550143', 'office@roofs.example']],
    [
      'by a script of the whole page',
      site(
        "<script>document.addEventListener('click', (e) => { if (e.target.closest('a')) { e.preventDefault(); e.stopPropagation() } })</script>",
      ),
      'mobile',
      ['+15125550143'],
    ],
    ['by its own attribute', site('', phone.replace('<a ', '<a onclick="return false" ')), 'mobile', ['+15125550143']],
    [
      'by what takes the finger before it is a click',
      site(onEach('e.preventDefault()', 'touchend')),
      'mobile',
      ['+15125550143'],
    ],
    [
      'where a header follows the way that the script scrolls',
      site(
        `<header id=h hidden style="position:fixed;top:0;width:100%;background:#fff">Roofs</header><script>addEventListener('scroll', () => { h.hidden = scrollY < 10 })</script>${onEach("e.preventDefault(); scrollTo({ top: 900, behavior: 'smooth' })")}`,
      ),
      'mobile',
      ['+15125550143'],
    ],
    [
      'where a header that the way to the page’s end brought goes a moment after the way back',
      site(
        `<header id=h hidden style="position:fixed;top:0;width:100%;background:#fff">Roofs</header><script>let late; addEventListener('scroll', () => { clearTimeout(late); late = setTimeout(() => { h.hidden = scrollY < 10 }, 250) })</script>${onEach('e.preventDefault()')}`,
      ),
      'mobile',
      ['+15125550143'],
    ],
    [
      'on a site with a page of contacts that has the same script',
      {
        '/': page(`${austin}<p>${phone}</p><p><a href="/contact">Contact</a></p><script src="/s.js"></script>`),
        '/contact': page(`<p>${phone}</p><script src="/s.js"></script>`),
        '/s.js':
          "document.querySelectorAll('a').forEach((a) => a.addEventListener('click', (e) => e.preventDefault()))",
      },
      'mobile',
      ['+15125550143'],
    ],
  ])('is not usable: %s', async (_, pages, device, values) => {
    const { unusable, measurements } = await lookForContacts(pages, browser, device);
    expect(unusable).toEqual(values);
    expect(measurements).toMatchObject({
      contactsUnusable: values.length,
      phonesNotTappable: device === 'mobile' ? 1 : 0,
    });
  });

  const dialog = '<dialog id=d><p>Call us between 9 and 5</p></dialog>';
  it.each<[string, Site]>([
    ['no script takes its tap', site('')],
    [
      'scripts take the taps of the page’s own parts only',
      site(onEach(`if (a.hash) { ${smooth} }`), `${phone} <a href="#work">Work</a>`),
    ],
    ['the script dials itself', site(onEach('e.preventDefault(); location.href = a.href'))],
    [
      'the script counts the call first and dials after a second',
      site(onEach('e.preventDefault(); setTimeout(() => location.assign(a.href), 1000)')),
    ],
    ['the script dials by a new window', site(onEach('e.preventDefault(); window.open(a.href)'))],
    [
      'the script dials by a link of its own',
      site(
        onEach(
          "e.preventDefault(); const own = document.createElement('a'); own.href = a.href; document.body.append(own); own.click()",
        ),
      ),
    ],
    ['the script asks first', site(onEach("e.preventDefault(); alert('Call us?')"))],
    ['the script opens a window of the page', site(`${dialog}${onEach('e.preventDefault(); d.showModal()')}`)],
    [
      'a panel slides in',
      site(
        `<div id=p style="position:fixed;top:0;left:100%;width:100%;height:50%">Call us</div>${onEach("e.preventDefault(); p.style.left = '0'")}`,
      ),
    ],
    [
      'a counter that does not answer is asked to dial',
      site(
        `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }</script>${onEach("e.preventDefault(); gtag('event', 'conversion', { event_callback: () => { location.href = a.href } })")}`,
      ),
    ],
    [
      'only a menu’s links are silenced, and it stands in the page, too',
      page(
        `<nav>${phone}</nav>${austin}<p>${phone}</p>${tall}<script>document.querySelector('nav a').onclick = () => false</script>`,
      ),
    ],
    [
      'another script takes all taps and leads to a page of the site',
      { '/': site(onEach("e.preventDefault(); location.href = '/call'")), '/call': page('<h1>Call us</h1>') },
    ],
  ])('stays usable where %s', async (_, pages) => {
    const { unusable, measurements, of } = await lookForContacts(pages, browser);
    expect(of('phone')).toEqual(['+15125550143']);
    expect(unusable).toEqual([]);
    expect(measurements).toMatchObject({ contactsUnusable: 0, phonesNotTappable: 0 });
  });
});
