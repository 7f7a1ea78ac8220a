import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundContactSchema } from '../../shared/model/found.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

function aPage({ viewport, px = 16, wide = false }: { viewport: string | null; px?: number; wide?: boolean }): string {
  const tag = viewport === null ? '' : `<meta name="viewport" content="${viewport}">`;
  const banner = wide ? '<div style="width:1200px;height:40px;background:#ddd">Our offers</div>' : '';
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8">${tag}<title>Demo</title></head><body>${banner}<main><h1>Wine bar, Austin, TX 78701</h1><p style="font-size:${px}px">Book: <a href="tel:+15125550143">(512) 555-0143</a></p></main></body></html>`;
}

async function phoneOn(site: string, device: 'mobile' | 'desktop' = 'mobile') {
  const { details, measurements } = await lookForContacts(site, browser, device);
  const [phone] = foundContactSchema.array().parse(details['found']);
  return { phone, unreadable: measurements?.['contactsUnreadable'] };
}

describe('letters that are tiny because a phone shrinks the page', () => {
  it.each([
    ['no viewport tag', { viewport: null, px: 10.8 }, 'no-viewport'],
    ['no viewport tag and large letters', { viewport: null, px: 20 }, 'no-viewport'],
    ['a viewport as wide as a desk', { viewport: 'width=1024' }, 'own-viewport'],
    ['a viewport that only forbids zooming', { viewport: 'user-scalable=no' }, 'own-viewport'],
    ['a banner wider than the screen', { viewport: 'width=device-width', wide: true }, 'wide-page'],
  ] as const)('is told of a page with %s', async (_, how, shrunkBy) => {
    const { phone, unreadable } = await phoneOn(aPage(how));
    expect(phone).toMatchObject({ kind: 'phone', readable: false, shrunkBy });
    expect(phone?.fontPx).toBeLessThan(12);
    expect(unreadable).toBe(1);
  });

  it.each([
    ['its letters are small of themselves', { viewport: 'width=device-width, initial-scale=1', px: 9 }, false],
    ['they are large', { viewport: 'width=device-width, initial-scale=1' }, true],
    ['only the scale is named', { viewport: 'initial-scale=1' }, true],
    ['they stay large although it is shrunken', { viewport: null, px: 40 }, true],
  ] as const)('is not told of a page where %s', async (_, how, readable) => {
    const { phone, unreadable } = await phoneOn(aPage(how));
    expect(phone).toMatchObject({ readable });
    if (how.viewport !== null) expect(phone?.shrunkBy).toBeNull();
    expect(unreadable).toBe(readable ? 0 : 1);
  });

  it('is not told of a desktop computer', async () => {
    expect(await phoneOn(aPage({ viewport: null, px: 10.8 }), 'desktop')).toMatchObject({
      phone: { readable: true, shrunkBy: null },
      unreadable: 0,
    });
  });
});
