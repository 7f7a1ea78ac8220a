import { describe, expect, it } from 'vitest';
import { type AuditPageCheck, renderAudit } from '../../functions/digest/report/render-audit.ts';
import type { Found, SiteTrouble } from '../../shared/evaluation/audit/worst-troubles.ts';
import { auditPageWords } from '../../shared/i18n/audit-page.ts';
import { markWords } from '../../shared/i18n/marks.ts';
import type { ShownPicture } from '../../shared/look/marked-pictures.ts';
import { type Language, languages } from '../../shared/model/business.ts';
import type { Device } from '../../shared/model/device.ts';
import type { ShownLight } from '../../shared/model/light.ts';
import { boxWithin, type Mark, picturesOf, stateOf } from '../../shared/model/marked-picture.ts';
import type { TroubleKind } from '../../shared/model/site-trouble.ts';
import { aCheck } from '../support/a-check.ts';
import { type Sayable, stated } from '../support/said.ts';

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

describe('the worst things on the page of an audit', () => {
  const contactsAre = (says: Sayable, device: Device): Found => ({
    check: aCheck({ id: `website/contacts@${device}` }),
    light: 'red',
    finding: { kind: 'cause', cause: 'page-covered', says: stated(says) },
  });
  const trouble = (kind: TroubleKind, ...found: [Found, ...Found[]]): SiteTrouble => ({
    ...{ kind, light: 'red' as const, role: 'developer' as const },
    found,
  });
  const wrongNumber = contactsAre('The number is wrong. Correct it.', 'mobile');
  const four = (['form', 'contacts', 'speed', 'other'] as const).map((kind) => trouble(kind, wrongNumber));
  const page = (troubles: readonly SiteTrouble[], lights: readonly ShownLight[], language: Language = 'en'): string => {
    const audit = { url: 'https://coffeelab.example/', startedAt: '2026-11-23T06:00:00.000Z', timeZone: 'UTC' };
    const devices = ['mobile', 'desktop'] as const;
    const checks = lights.map((light, n) => ({ ...check, light, device: devices[n] ?? null }));
    return renderAudit({ ...audit, light: 'red', troubles, checks }, language);
  };

  it('stand before everything else, three of them, in every language', () => {
    for (const language of languages) {
      const html = page(four, ['red'], language);
      const words = auditPageWords[language];
      const titles = (['form', 'contacts', 'speed'] as const).map((kind) => words.trouble[kind].title);
      const places = [words.heading(3), ...titles, words.more(1), words.limits].map((each) => html.indexOf(each));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(html.indexOf(words.limits)).toBeLessThan(html.indexOf('Found.'));
    }
  });

  it('are honestly fewer where there are fewer, and say what could not be measured', () => {
    const html = page(four.slice(0, 1), ['red', 'unknown']);
    expect(html).toContain('<h2>One thing to fix</h2>');
    expect(html).toContain('Nothing else of what could be measured was red or yellow.');
    expect(html).toContain('<b>Could not be measured: </b>Contacts, Computer.');
    expect(page(four.slice(0, 2), ['red', 'green'])).toContain('Nothing else was red or yellow.');
  });

  it('are replaced by what was looked at where nothing is wrong, and nothing measured is no praise', () => {
    const html = page([], ['green', 'unknown']);
    expect(html).toContain('<h2>Nothing to fix was found</h2>');
    expect(html).toContain('<b>Checked: </b>Contacts, Phone.');
    expect(html).toContain('<b>Could not be measured: </b>Contacts, Computer.');
    const blind = page([], ['unknown']);
    expect(blind).toContain('<h2>Nothing could be measured</h2>');
    expect(blind).not.toContain('Nothing to fix');
  });

  it('say the same about phone and computer once, and of what is slow the worst of each visit', () => {
    const html = page(
      [trouble('contacts', wrongNumber, contactsAre('The number is wrong. Correct it.', 'desktop'))],
      [],
    );
    expect(html).toContain('<li><b>Phone; Computer: </b><bdi>The number is wrong. Correct it.</bdi></li>');
    const slow = page([trouble('speed', wrongNumber, contactsAre('It also jumps.', 'mobile'))], []);
    expect(slow).not.toContain('It also jumps.');
  });

  it('run nothing of what a page says', () => {
    const html = page([trouble('contacts', contactsAre('<script>alert(1)</script>', 'mobile'))], []);
    expect(html).not.toContain('<script');
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
