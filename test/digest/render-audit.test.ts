import { describe, expect, it } from 'vitest';
import type { ShownPicture } from '../../functions/digest/report/marked-pictures.ts';
import { type AuditPageCheck, renderAudit } from '../../functions/digest/report/render-audit.ts';
import { markWords } from '../../shared/i18n/marks.ts';
import { languages } from '../../shared/model/business.ts';
import { boxWithin, type Mark, picturesOf, stateOf } from '../../shared/model/marked-picture.ts';

const mark: Mark = { kind: 'phone', label: '+380441234567', state: 'usable', x: 20, y: 30, width: 150, height: 20 };
const picture: ShownPicture = {
  ...{ name: 'mobile-contacts-1.jpg', page: 'https://coffeelab.example/', width: 390, height: 844 },
  ...{ src: 'data:image/jpeg;base64,AAAA', marks: [mark] },
};
const contact = {
  ...{ kind: 'phone' as const, value: '+380441234567', text: '044 123-45-67', page: 'https://coffeelab.example/' },
  ...{ clicks: 0, aboveFold: true, usable: true, coveredBy: null },
};
const check: AuditPageCheck = {
  ...{ probe: 'contacts', device: 'mobile', light: 'green', sentence: 'Found.', also: [], figures: '', gaps: [] },
  ...{ pictures: [picture], contacts: [contact] },
};

function pageOf(changed: Partial<AuditPageCheck>, language: (typeof languages)[number] = 'en'): string {
  const audit = { url: 'https://coffeelab.example/', startedAt: '2026-11-23T06:00:00.000Z', timeZone: 'UTC' };
  return renderAudit({ ...audit, light: 'red', troubles: [], checks: [{ ...check, ...changed }] }, language);
}

describe('the page of an audit', () => {
  it('says each state in words and by a shape of its own, in every language', () => {
    const states = ['usable', 'plain', 'faulty', 'unseen', 'untested'] as const;
    const marks = states.map((state) => ({ ...mark, state }));
    for (const language of languages) {
      const html = pageOf({ pictures: [{ ...picture, marks }] }, language);
      for (const state of states) expect(html).toContain(markWords[language].state[state]);
      const shapes = new Set([...html.matchAll(/<text[^>]*>\d+(.)<\/text>/g)].map(([, shape]) => shape));
      expect(shapes.size).toBe(states.length);
      expect(html).toContain(`lang="${language}"`);
    }
  });

  it('lists what else is amiss below the reason, as text', () => {
    const html = pageOf({ also: ['Tapping it opens nothing.', 'A <b>number</b> is pale.'] });
    expect(html).toContain(
      '<li><bdi>Tapping it opens nothing.</bdi></li><li><bdi>A &lt;b&gt;number&lt;/b&gt; is pale.</bdi></li>',
    );
    expect(pageOf({})).not.toContain('<li><bdi>');
  });

  it('folds the figures away, under words for whom they are, in every language', () => {
    for (const language of languages) {
      const html = pageOf({ figures: 'lcpMs 4.2 s, tbtMs 0 ms' }, language);
      expect(html).toContain(
        `<summary>${markWords[language].audit.figures}</summary><p>lcpMs 4.2 s, tbtMs 0 ms</p></details>`,
      );
    }
    expect(pageOf({ figures: '' })).not.toContain('<details');
  });

  it('lists what stands on another page, and marks it nowhere', () => {
    const other = { ...contact, kind: 'email' as const, value: 'hello@coffeelab.example', clicks: 1 };
    const html = pageOf({ contacts: [contact, { ...other, page: 'https://coffeelab.example/contact' }] });
    expect(html).toContain('https://coffeelab.example/contact, 1 tap away');
    expect(html.match(/<g /g)).toHaveLength(1);
  });

  it('runs nothing of what a page calls its contacts', () => {
    const label = '</svg><script>alert(1)</script><img src=x onerror=alert(1)>';
    const page = 'https://coffeelab.example/"><script>alert(2)</script>';
    const html = pageOf({
      sentence: '<script>alert(3)</script>',
      pictures: [{ ...picture, page, marks: [{ ...mark, label }] }],
      contacts: [{ ...contact, value: '<script>alert(4)</script>', page }],
    });
    expect(html).not.toMatch(/<script|<img src=x/);
    expect(html).toContain("default-src 'none'");
  });

  it('shows a dash where there is nothing to check, and no empty section of pictures', () => {
    const html = pageOf({ light: null, pictures: [], contacts: [] });
    expect(html).toContain('– nothing to check');
    expect(html).not.toContain(markWords.en.heading);
  });
});

describe('a mark as data', () => {
  it.each([
    ['usable', {}],
    ['plain', { usable: false }],
    ['faulty', { usable: false, opensInstead: 'tel:+380' }],
    ['unseen', { coveredBy: 'cookie banner' }],
    ['unseen', { usable: false, opensInstead: 'tel:+380', coveredBy: 'div' }],
    ['unseen', { readable: false }],
    ['usable', { readable: null }],
    ['usable', { kind: 'messenger' as const, readable: false }],
  ])('is %s for %j', (state, changed) => {
    expect(stateOf({ ...contact, ...changed })).toBe(state);
  });

  it.each([
    [
      { x: 10.4, y: 20, width: 30, height: 10 },
      { x: 10, y: 20, width: 30, height: 10 },
    ],
    [
      { x: -10, y: 0, width: 40, height: 10 },
      { x: 0, y: 0, width: 30, height: 10 },
    ],
    [{ x: -25, y: 0, width: 40, height: 10 }, null],
    [{ x: 0, y: 900, width: 40, height: 10 }, null],
    [{ x: 0, y: 0, width: 0, height: 0 }, null],
    [{ x: Number.NaN, y: 0, width: 10, height: 10 }, null],
    [
      { x: 0, y: 0, width: 390, height: 5_000 },
      { x: 0, y: 0, width: 390, height: 844 },
    ],
  ])('lies within the picture: %j', (box, expected) => {
    expect(boxWithin(box, picture)).toEqual(expected);
  });

  it('of a later version is left out, and the others stay', () => {
    const { src: _, ...stored } = picture;
    const later = { ...mark, state: 'glowing' };
    const details = { pictures: [{ ...stored, mood: 'good', marks: [later, mark] }, { name: 'no picture' }, 7] };
    expect(picturesOf(details)).toEqual([{ ...stored, marks: [mark] }]);
    expect(picturesOf({ pictures: 'none' })).toEqual([]);
  });
});
