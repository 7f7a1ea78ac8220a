import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../shared/model/device.ts';
import { type Mark, markedPictureSchema, picturesAtMost } from '../../shared/model/marked-picture.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, lookForContacts, lookForForm, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const tall = '<div style="height:1600px">.</div>';
const at = (x: number, y: number, inside: string): string =>
  `<div style="position:absolute;left:${x}px;top:${y}px;width:200px;height:30px;font-size:16px;line-height:30px">${inside}</div>`;
const austin = '<h1>Dentist, Austin, TX 78701</h1>';

async function marksOn(site: Site, device: Device = 'mobile') {
  const { details } = await lookForContacts(site, browser, device);
  const pictures = markedPictureSchema.array().parse(details['pictures'] ?? []);
  return {
    pictures,
    marks: pictures.flatMap(({ marks }) => marks),
    shown: pictures.map(({ marks }) => marks.map(asText)),
  };
}

const asText = ({ kind, label, state }: Mark): string => `${kind} ${label} ${state}`;
const dialled = 'phone +15125550143';

describe('a contact is marked where it was seen', () => {
  it('in view, to the pixel', async () => {
    const { marks, pictures } = await marksOn(page(austin + at(40, 300, phone)));
    expect(marks.map(asText)).toEqual([`${dialled} usable`]);
    expect(marks[0]).toMatchObject({ x: 40, height: expect.any(Number) });
    expect(Math.abs((marks[0]?.y ?? 0) - 300)).toBeLessThan(12);
    expect(pictures[0]).toMatchObject({ name: 'mobile-contacts-1.jpg', width: 390, height: 844 });
  });

  it('far down the page, on a picture of its own', async () => {
    const { shown, pictures } = await marksOn(page(`${austin}${tall}<p>${phone}</p>${tall}`));
    expect(shown).toEqual([[], [`${dialled} usable`]]);
    expect(pictures[1]?.marks[0]?.y).toBeGreaterThan(150);
    expect(pictures[1]?.marks[0]?.y).toBeLessThan(350);
  });

  it('in a frame, by where the frame is', async () => {
    const framed = page(at(20, 50, phone)).replaceAll('"', '&quot;');
    const { marks } = await marksOn(
      page(
        `${austin}<iframe style="position:absolute;left:30px;top:200px;width:300px;height:200px;border:0" srcdoc="${framed}"></iframe>`,
      ),
    );
    expect(marks.map(asText)).toEqual([`${dialled} usable`]);
    expect(marks[0]?.x).toBe(50);
    expect(Math.abs((marks[0]?.y ?? 0) - 250)).toBeLessThan(12);
  });

  it('as bare text where it is text, although another page links it', async () => {
    const { marks } = await marksOn({
      '/': page(`${austin}${at(40, 300, '(512) 555-0143')}<p><a href="/contact">Contact</a></p>`),
      '/contact': page(`<p>${phone}</p>`),
    });
    expect(marks.map(asText)).toEqual([`${dialled} plain`]);
  });

  it('in a shadow tree', async () => {
    const { marks } = await marksOn(
      page(
        `${austin}<my-call></my-call><script>document.querySelector('my-call').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(at(60, 260, phone))}</script>`,
      ),
    );
    expect(marks.map(asText)).toEqual([`${dialled} usable`]);
    expect(marks[0]?.x).toBe(60);
  });

  it('under a cover, as not to be seen', async () => {
    const cover =
      '<div style="position:fixed;left:0;right:0;bottom:0;height:300px;background:#333;color:#fff">Our offers of today</div>';
    const { marks } = await marksOn(
      page(`<body style="height:844px;overflow:hidden">${austin}${at(40, 650, phone)}${cover}`),
    );
    expect(marks.map(asText)).toEqual([`${dialled} unseen`]);
  });

  it('with pale letters, as not to be seen', async () => {
    const { marks } = await marksOn(
      page(`${austin}${at(40, 300, '<a href="tel:+15125550143" style="color:#eee">(512) 555-0143</a>')}`),
    );
    expect(marks.map(asText)).toEqual([`${dialled} unseen`]);
  });

  it('whose link dials somebody else, as faulty', async () => {
    const { marks } = await marksOn(page(`${austin}${at(40, 300, '<a href="tel:+15125550199">(512) 555-0143</a>')}`));
    expect(marks.map(asText)).toContain(`${dialled} faulty`);
  });

  it('that opens nothing, as plain text', async () => {
    const { marks } = await marksOn(page(`${austin}${at(40, 300, 'Call (512) 555-0143')}`));
    expect(marks.map(asText)).toEqual([`${dialled} plain`]);
  });

  it('and a hidden one is marked nowhere', async () => {
    const { marks } = await marksOn(
      page(
        `${austin}${at(40, 300, phone)}<p style="display:none"><a href="mailto:a@dentist.example">a@dentist.example</a></p><p style="position:absolute;left:-900px"><a href="mailto:b@dentist.example">b@dentist.example</a></p>`,
      ),
    );
    expect(marks.map(asText)).toEqual([`${dialled} usable`]);
  });

  it('once, although link and text are both read', async () => {
    const { marks } = await marksOn(page(`${austin}${at(40, 300, phone)}${at(40, 400, phone)}`));
    expect(marks.map(({ label }) => label)).toEqual(['+15125550143', '+15125550143']);
  });

  it('on a page without a viewport of its own, which a phone shows smaller', async () => {
    const { marks } = await marksOn(`<!doctype html><html lang=en><title>x</title>${austin}${at(490, 400, phone)}`);
    expect(marks).toHaveLength(1);
    expect(Math.abs((marks[0]?.x ?? 0) - 195)).toBeLessThan(6);
  });

  it('though the page moves while it is read', async () => {
    const { marks } = await marksOn(
      page(
        `<div id=late></div>${austin}<p id=p>${phone}</p><script>setInterval(() => { document.getElementById('late').style.height = '200px' }, 300)</script>`,
      ),
    );
    expect(marks.map(asText)).toEqual([`${dialled} usable`]);
  });

  it('of which there are too many, within the bounds', async () => {
    const many = Array.from(
      { length: 90 },
      (_, n) => `<p><a href="mailto:p${n}@dentist.example">p${n}@dentist.example</a></p>`,
    );
    const { pictures } = await marksOn(page(austin + many.join('')));
    expect(pictures.length).toBe(picturesAtMost);
    expect(Math.max(...pictures.map(({ marks }) => marks.length))).toBeLessThanOrEqual(20);
    expect(JSON.stringify(pictures).length).toBeLessThan(12_000);
  });

  it('with a hostile address, cut and harmless', async () => {
    const long = `https://t.me/${'a'.repeat(4_000)}%3Cscript%3E`;
    const { pictures } = await marksOn(
      page(`${austin}${at(40, 300, `<a href="${long}">\u202e Telegram</a>`)}${at(40, 360, phone)}`),
    );
    expect(JSON.stringify(pictures)).not.toContain('\u202e');
    expect(Math.max(...pictures.flatMap(({ marks }) => marks.map(({ label }) => label.length)))).toBeLessThanOrEqual(
      80,
    );
  });

  it('although the page lies about where things are', async () => {
    const { pictures } = await marksOn(
      page(
        `${austin}${at(40, 300, phone)}<script>const own = Element.prototype.getBoundingClientRect; let n = 0; Element.prototype.getBoundingClientRect = function () { n += 1; return n > 40 ? { x: 1e12, y: NaN, width: 1e9, height: -4, left: 1e12, top: NaN, right: 1e12, bottom: 0 } : own.call(this); }</script>`,
      ),
    );
    for (const { marks } of pictures) for (const { x, width } of marks) expect(x + width).toBeLessThanOrEqual(390);
  });
});

async function formMarks(site: Site) {
  const { details, outcome } = await lookForForm(site, browser);
  const pictures = markedPictureSchema.array().parse(details['pictures'] ?? []);
  return { outcome, pictures, marks: pictures.flatMap(({ marks }) => marks) };
}

describe('a form is marked where it was filled in', () => {
  const answered = { '/send': '<h1>Thank you, we have received your message</h1>' };

  it('as usable when it sends', async () => {
    const { marks } = await formMarks({ '/': page(`<h2>Write to us</h2>${contactForm}`), ...answered });
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ kind: 'form', state: 'usable', label: 'Write to us' });
  });

  it('as faulty when its button is dead, on the page where it stands', async () => {
    const dead = contactForm.replace('<form', '<form onsubmit="return false"');
    const { marks, pictures } = await formMarks({
      '/': page('<h1>Shop</h1><a href="/contact">Contact</a>'),
      '/contact': page(`${tall}${dead}`),
    });
    expect(pictures[0]?.page).toMatch(/\/contact$/);
    expect(marks.map(({ state }) => state)).toEqual(['faulty']);
  });

  it('whose fields float, so that it has no height of its own', async () => {
    const floating = contactForm
      .replaceAll('<label', '<label style="float:left;width:300px"')
      .replace('<button', '<button style="float:left"');
    const { marks } = await formMarks({ '/': page(`<h2>Call me back</h2>${floating}`), ...answered });
    expect(marks).toMatchObject([{ kind: 'form', state: 'usable', label: 'Call me back' }]);
    expect(marks[0]?.height).toBeGreaterThan(30);
  });

  it('in a frame', async () => {
    const { marks } = await formMarks({
      '/': page(
        '<iframe src="/inside" style="position:absolute;left:100px;top:120px;width:600px;height:400px;border:0"></iframe>',
      ),
      '/inside': page(contactForm),
      ...answered,
    });
    expect(marks[0]?.x).toBeGreaterThanOrEqual(100);
    expect(marks[0]?.y).toBeGreaterThanOrEqual(120);
  });
});
