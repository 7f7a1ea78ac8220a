import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const menu = `<nav id=n style="display:none;position:absolute;top:60px;left:0;background:#fff"><a href="/contact.html">Contact</a></nav>`;
const toggle = `onclick="const s=document.getElementById('n').style;s.display=s.display==='none'?'block':'none'"`;
const story = '<p style="height:1600px">Wine bar, Austin, TX 78701. Established long ago.</p>';
const wide = '<div style="width:640px;height:60px;background:#ddd">Our offers</div>';
const head = (viewport: string | null): string =>
  viewport === null ? '' : `<meta name="viewport" content="${viewport}">`;

function aPage(body: string, viewport: string | null): string {
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8">${head(viewport)}<title>Demo</title></head><body style="margin:0">${body}</body></html>`;
}

const inWords = '<p>Or write to +1 512 555 0199</p>';
const burger = `<div class="menu-toggle" ${toggle} style="cursor:pointer;font-size:28px;width:40px;text-align:right;margin-left:300px">☰</div>`;
const button = `<button class="burger" ${toggle} style="margin-left:300px">☰</button>`;

describe('what is pressed on a page whose pixels are not the screen’s', () => {
  it.each([
    ['a burger of a page that is as wide as the screen', burger, 'width=device-width, initial-scale=1'],
    ['a burger above something wider than the screen', burger + wide, 'width=device-width, initial-scale=1'],
    ['a burger of a shrunken page', burger + wide, 'width=device-width'],
    ['a burger of a page without a viewport', burger, null],
    ['a burger of a page as wide as a desk', burger, 'width=1024'],
    ['a button above something wider than the screen', button + wide, 'width=device-width, initial-scale=1'],
    ['a button of a page without a viewport', button, null],
  ])('%s opens the menu, and the page of contacts is found', async (_, top, viewport) => {
    const home = aPage(`${top}${menu}${story}${inWords}${story}`, viewport);
    const walked = await lookForContacts({ '/': home, '/contact.html': page(`<p>Call ${phone}</p>`) }, browser);
    expect(walked.of('phone')).toEqual(['+15125550199', ...dialled]);
    expect(walked.hits).toContain('GET /contact.html');
  });

  it.each([
    ['no viewport', null],
    ['a viewport as wide as a desk', 'width=1024'],
    ['the width of the phone and something wider', 'width=device-width, initial-scale=1'],
  ])('a button at the right edge shows the number (%s)', async (_, viewport) => {
    const reveal = `<button style="margin-left:200px" onclick="this.insertAdjacentHTML('afterend', '${phone.replaceAll('"', '&quot;')}');this.remove()">Show phone</button>`;
    const walked = await lookForContacts(
      aPage(`<h1>Wine bar, Austin, TX 78701</h1>${reveal}${wide}`, viewport),
      browser,
    );
    expect(walked.of('phone')).toEqual(dialled);
  });
});
