import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const address = 'office@roofs.example';
const site = (contact: string, more = ''): string =>
  page(`<h1>Roof repair, Austin, TX 78701</h1><p>${phone}</p><p>${contact}</p>${more}`);
const below = (part: string): string => `<div style="height:3000px"></div>${part}<div style="height:3000px"></div>`;
const listening = (script: string): string =>
  site(`<a href="#" id=m>${address}</a>`, `<script>m.onclick = (e) => { ${script} }</script>`);

describe.concurrent('an email address that looks like a link', () => {
  it.each<[string, Site, Device]>([
    ['to the top of the page', site(`<a href="#">${address}</a>`), 'desktop'],
    ['to the top of the page, on a phone', site(`<a href="#">${address}</a>`), 'mobile'],
    ['without an address', site(`<a style="cursor:pointer;text-decoration:underline">${address}</a>`), 'desktop'],
    ['to an empty script', site(`<a href="javascript:void(0)">E-mail: ${address}</a>`), 'desktop'],
    ['as a button', site(`<button>${address}</button>`), 'desktop'],
    ['whose script only keeps the browser from jumping', listening('e.preventDefault()'), 'desktop'],
    [
      'on the page of contacts',
      {
        '/': page(`<h1>Roof repair, Austin, TX 78701</h1><p>${phone}</p><a href="/contact">Contact</a>`),
        '/contact': page(`<p>${phone}</p><p><a href="#">${address}</a></p>`),
      },
      'desktop',
    ],
  ])('is told where a press does nothing: a link %s', async (_, pages, device) => {
    const { measurements, of } = await lookForContacts(pages, browser, device);
    expect(of('email')).toEqual([address]);
    expect(measurements).toMatchObject({ emailLinksDead: 1, contactsUnusable: 1 });
  });

  it.each<[string, Site]>([
    ['it is plain text', site(address)],
    ['it opens the mail program', site(`<a href="mailto:${address}">${address}</a>`)],
    ['a script opens the mail program', listening(`e.preventDefault(); location.href = 'mailto:${address}'`)],
    [
      'a script does so after two seconds',
      listening(`setTimeout(() => { location.href = 'mailto:${address}' }, 2000)`),
    ],
    ['a script opens a mailbox on the web', listening("window.open('https://mail.example.com/?to=office')")],
    ['it is copied without a word', listening("getSelection().selectAllChildren(m); document.execCommand('copy')")],
    ['a message says that it is copied', listening("e.preventDefault(); alert('Copied')")],
    ['a word says that it is copied', listening("m.nextSibling?.remove(); m.after(' Copied!')")],
    [
      'a panel slides in',
      site(
        `<a href="#" id=m>${address}</a>`,
        "<div id=p style='position:fixed;top:0;left:100%;width:100%;height:50%'>Write to us</div><script>m.onclick = () => { p.style.left = '0' }</script>",
      ),
    ],
    [
      'a part of the page unfolds',
      site(
        `<a href="#" id=m>${address}</a><div id=p style="max-height:0;overflow:hidden">We answer within a day.</div>`,
        "<script>m.onclick = () => { p.style.maxHeight = '9em' }</script>",
      ),
    ],
    [
      'it leads down to a form',
      site(`<a href="#write">${address}</a>`, below('<form id=write><textarea></textarea></form>')),
    ],
    [
      'a script leads down the page',
      site(
        `<a href="#" id=m>${address}</a>`,
        below('<p id=p>Write to us</p><script>m.onclick = (e) => { e.preventDefault(); p.scrollIntoView() }</script>'),
      ),
    ],
    [
      'a field waits for words',
      site(
        `<a href="#" id=m>${address}</a>`,
        '<form><textarea id=t></textarea></form><script>m.onclick = (e) => { e.preventDefault(); t.focus() }</script>',
      ),
    ],
    [
      'a component of its own says that it is copied',
      site(
        `<a href="#" id=m>${address}</a><x-toast id=x></x-toast>`,
        "<script>const toast = x.attachShadow({ mode: 'open' }); m.onclick = (e) => { e.preventDefault(); toast.innerHTML = '<b style=\"position:fixed;top:0\">Copied</b>' }</script>",
      ),
    ],
    ['it is a link elsewhere on the page', site(`<a href="#">${address}</a>`, `<a href="mailto:${address}">Write</a>`)],
    ['it leads to the page of contacts', { '/': site(`<a href="/contact">${address}</a>`), '/contact': page(phone) }],
  ])('is not accused where %s', async (_, pages) => {
    const { measurements, of } = await lookForContacts(pages, browser, 'desktop');
    expect(of('email')).toEqual([address]);
    expect(measurements).toMatchObject({ emailLinksDead: 0 });
  });
});
