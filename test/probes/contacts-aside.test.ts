import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { foundContactSchema } from '../../shared/model/found.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { dialled, lookForContacts, page, phone } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Roof repair, Austin, TX 78701</h1>';
const panels = (style: string, contact = phone, more = ''): string =>
  page(`<main><section>${austin}</section><section>Our work</section><section>${contact}</section></main>${more}`, {
    head: `<style>body{margin:0}main{display:flex;height:80vh;${style}}section{flex:0 0 100%;font-size:16px}</style>`,
  });
const swiped = 'overflow-x:auto;overflow-y:hidden;scroll-snap-type:x mandatory';

async function phoneOn(site: string, device: Device = 'mobile') {
  const { details } = await lookForContacts(site, browser, device);
  return foundContactSchema
    .array()
    .parse(details['found'])
    .find(({ kind }) => kind === 'phone');
}

describe.concurrent('a number beside the screen, in what scrolls sideways, is reached by scrolling', () => {
  it.each<[string, string, Device]>([
    ['panels that a thumb swipes', panels(swiped), 'mobile'],
    ['panels on a desktop', panels(swiped), 'desktop'],
    ['panels that run from right to left', panels(`direction:rtl;${swiped}`), 'mobile'],
    ['a scroller in the page of a fixed height', panels(`overflow:scroll;${swiped}`), 'mobile'],
    [
      'a bare number in a long line',
      page(
        `${austin}<p style="overflow-x:auto;white-space:nowrap">${'Fast and good. '.repeat(40)}<b>Call (512) 555-0143</b></p>`,
      ),
      'mobile',
    ],
    [
      'a scroller inside another',
      panels(swiped, `<div style="display:flex;overflow-x:auto"><p style="flex:0 0 200%">Offices</p>${phone}</div>`),
      'mobile',
    ],
  ])('%s', async (_, site, device) => {
    expect(await phoneOn(site, device)).toMatchObject({
      value: '+15125550143',
      clicks: 0,
      aboveFold: false,
      coveredBy: null,
      readable: null,
    });
  });

  it.each([
    ['a slide show that shows one and cuts the others off', panels('overflow:hidden')],
    [
      'a scroller that stands in what cuts it off',
      page(
        `${austin}<div style="overflow:hidden;width:300px"><div style="margin-left:400px;width:300px;display:flex;overflow-x:auto"><p style="flex:0 0 200%">Work</p>${phone}</div></div>`,
      ),
    ],
    [
      'what stands before the beginning of a scroller',
      panels(`position:relative;${swiped}`, `<i style="position:absolute;left:-900px">${phone}</i>`),
    ],
  ])('but not %s', async (_, site) => {
    expect(await phoneOn(site)).toBeUndefined();
  });

  it('is read as ever where the scroller shows it at once', async () => {
    const site = page(
      `<main style="overflow-x:auto;display:flex">${phone}<p style="flex:0 0 300%">Our work</p></main>${austin}`,
    );
    expect(await phoneOn(site)).toMatchObject({ value: dialled[0], aboveFold: true, readable: true });
  });

  it('is covered by what lies over all of the scroller', async () => {
    const cover = '<div id=veil style="position:fixed;top:0;left:0;right:0;height:300px;background:#222"></div>';
    expect(await phoneOn(panels(swiped, phone, cover))).toMatchObject({ coveredBy: 'div#veil', readable: null });
  });
});
