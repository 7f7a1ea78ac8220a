import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import { type PageElement, type PageLoadStatements, sayPageLoad } from '../../shared/probes/page-load/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const elements: readonly PageElement[] = [
  { what: 'picture', address: '/img/hero.jpg' },
  { what: 'picture', address: null },
  { what: 'video', address: 'cdn.shop.example/film.mp4' },
  { what: 'video', address: null },
  { what: 'text', text: 'Everything for the home' },
  { what: 'part', tag: 'main' },
  { what: 'part', tag: null },
];
const server = sayPageLoad('page-load/server', {});
const script = { address: '/app.js', bytes: 300_000 };
const font = { address: 'fonts.example/a.woff2', bytes: 60_000 };
const why = sayPageLoad('page-load/waits-for-files', { files: 2, bytes: 360_000, largest: [script, font] });
const tags = { address: 'tags.example/t.js', bytes: 90_000, service: 'Hotjar' };
const onPhone = { device: 'mobile', partMs: 3100 } as const;
const onDesktop = { device: 'desktop', partMs: 820 } as const;

/** Each statement in each of its shapes. */
const examples: { readonly [Id in keyof PageLoadStatements]: readonly PageLoadStatements[Id][] } = {
  'page-load/summary': [
    { device: 'mobile', lcpMs: 2140, loadMs: 3000 },
    { device: 'desktop', lcpMs: null, loadMs: null },
    { device: 'desktop', lcpMs: 264, loadMs: 1034, heldMs: 3300 },
  ],
  'page-load/blank': [{ url: 'https://shop.example/' }],
  'page-load/still-loading': [
    {
      ...{ device: 'mobile', afterMs: 30_000, arrivedBytes: 6_100_000, expectedBytes: 14_200_000, unsized: 0 },
      largest: { address: '/hero.jpg', bytes: 4_200_000 },
    },
    {
      ...{ device: 'desktop', afterMs: 30_000, arrivedBytes: 6_100_000, expectedBytes: 9_000_000, unsized: 12 },
      largest: { address: null, bytes: 4_200_000 },
    },
    { device: 'mobile', afterMs: 30_000, arrivedBytes: 50_000, expectedBytes: 50_000, unsized: 1, largest: null },
    { device: 'mobile', afterMs: 30_000, arrivedBytes: 50_000, expectedBytes: 50_000, unsized: 5, largest: null },
    { device: 'mobile', afterMs: 30_000, arrivedBytes: 50_000, expectedBytes: 50_000, unsized: 0, largest: null },
  ],
  'page-load/never-loads': [
    { waitsFor: null },
    { waitsFor: { address: '/never.png' } },
    { waitsFor: { address: null } },
    { waitsFor: { address: 'widget.example/chat.js', service: 'Tawk.to' } },
  ],
  'page-load/slow-host': [{ benchmarkIndex: 90, leastIndex: 160 }],
  'page-load/paint-server': [{ ...onPhone, server }],
  'page-load/paint-asked-late': elements.map((element) => ({ ...onPhone, element })),
  'page-load/paint-download': elements.flatMap((element) => [
    { ...onDesktop, element, file: null },
    { ...onPhone, element, file: { bytes: 1_800_000, meanwhile: null } },
    { ...onPhone, element, file: { bytes: 40_000, meanwhile: { files: 1, bytes: 700_000 } } },
    { ...onPhone, element, file: { bytes: 40_000, meanwhile: { files: 5, bytes: 700_000 } } },
  ]),
  'page-load/paint-held-up': elements.map((element) => ({ ...onDesktop, element, why })),
  'page-load/empty-screen': [
    { arrivedMs: null, why },
    { arrivedMs: 1200, why: server },
  ],
  'page-load/server': [{}],
  'page-load/network': [{ serverMs: 30 }],
  'page-load/redirected': [
    { redirects: 1, server },
    { redirects: 2, server },
    { redirects: 3, server: null },
  ],
  'page-load/server-quick-otherwise': [{ serverMs: 1060, others: 12, othersMs: 50 }],
  'page-load/waits-for-files': [
    { files: 1, bytes: 300_000, largest: [script] },
    { files: 7, bytes: 900_000, largest: [script, font] },
    {
      ...{ files: 2, bytes: 30_000, largest: [{ address: '/style.css', bytes: 24_000 }] },
      imported: { file: { address: '/tokens.css' }, by: { address: '/style.css' } },
    },
  ],
  'page-load/waits-for-slow-file': [
    { file: { address: 'widget.example/chat.js', service: 'Tawk.to' }, waitedMs: 3000, came: true },
    { file: { address: '/fonts.css' }, waitedMs: 9000, came: false },
  ],
  'page-load/waits-for-font': [{ font }],
  'page-load/waits-for-work': [
    { device: 'mobile', busyMs: 2300, largest: [script] },
    { device: 'desktop', busyMs: 2300, largest: [script, tags] },
  ],
  'page-load/hidden-until-loaded': [{ bytes: 5_100_000, largest: { address: '/img/1.jpg', bytes: 900_000 } }],
  'page-load/waits-for-document': [{ bytes: 900_000 }],
  'page-load/waits-for-answer': [{ file: { address: '/api/products' }, tookMs: 3000 }],
  'page-load/built-by-scripts': [
    { files: 1, bytes: 300_000, largest: [script] },
    { files: 7, bytes: 900_000, largest: [script, tags] },
  ],
  'page-load/waits-for-timer': [{ idleMs: 3000 }],
  'page-load/waits-unseen': [{}],
  'page-load/waits-for-page': [{}],
  'page-load/busy': [
    { device: 'mobile', longestMs: 900, largest: [script, font] },
    { device: 'desktop', longestMs: 1500, largest: [script] },
    { device: 'desktop', longestMs: 1500, largest: [] },
  ],
  'page-load/shift': elements.map((element) => ({ element })),
  'page-load/below-first-screen': [
    { screenMs: 700, pictures: 1, largest: [{ address: '/img/team.jpg', bytes: 3_200_000 }] },
    { screenMs: 700, pictures: 1, largest: [{ address: '/img/team.jpg', bytes: 3_200_000 }], canWait: true },
    {
      screenMs: 1_200,
      pictures: 34,
      bytes: 8_200_000,
      largest: [
        { address: '/img/team.jpg', bytes: 3_200_000 },
        { address: '/img/van.jpg', bytes: 900_000 },
      ],
    },
  ],
  'page-load/weight': [
    { requests: 1, bytes: 4_500_000, largest: { address: null, bytes: 4_000_000 }, thirdParty: null },
    { requests: 3, bytes: 4_500_000, largest: script, thirdParty: { domain: 'ads.example', bytes: 500_000 } },
    {
      requests: 3,
      bytes: 4_500_000,
      largest: tags,
      thirdParty: { service: 'Hotjar', domain: 'hotjar.com', bytes: 500_000 },
    },
  ],
};
const all = Object.entries(examples).flatMap(([id, shapes]) => shapes.map((params) => ({ id, params })));

describe('what is said of the speed of a page', () => {
  it.each(all)('is whole in every language: $id $params', (statement) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(statement, language);
      expect(sentence).not.toMatch(/undefined|\[object|NaN|null|no words for|немає слів|нет слов/);
      expect(sentence).toMatch(/[.»]$/);
      expect(wordFinding(aCause(statement), 'page-load', language).brief).toMatch(/^\p{Ll}.*[^.]$/u);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('reads as a person would write it in English', () => {
    const summary = sayPageLoad('page-load/summary', { device: 'mobile', lcpMs: 2140, loadMs: 3000 });
    expect(wordStatement(summary, 'en')).toBe(
      'On a phone with a slow connection, the main content takes 2.1 s to appear and the page takes 3 s to finish loading.',
    );
    expect(wordStatement(sayPageLoad('page-load/slow-host', { benchmarkIndex: 90, leastIndex: 160 }), 'en')).toBe(
      "This machine is too slow to measure page speed (benchmark 90, at least 160 needed), so the page's speed is unknown. Give the probe more memory or a faster host.",
    );
    expect(wordStatement(sayPageLoad('page-load/empty-screen', { arrivedMs: 1200, why: server }), 'en')).toBe(
      'The screen stays blank until then, including 1.2 s before the page starts to arrive. Ask your hosting provider for a faster server, or serve pages from a cache.',
    );
  });

  it('names what the page shows in the case that the sentence asks for', () => {
    const element = { what: 'part', tag: null } as const;
    const late = sayPageLoad('page-load/paint-held-up', { ...onPhone, element, why });
    expect(wordStatement(late, 'uk')).toBe(
      'На телефоні з повільним інтернетом найбільша частина цього часу, 3,1 с, минає, поки браузер ще не може показати найбільшу частину сторінки. Спершу браузер чекає на 2 файли стилів, скриптів чи шрифтів (360 кБ), передусім на /app.js (300 кБ) і fonts.example/a.woff2 (60 кБ). Те, що не потрібне для першого екрана, завантажуйте пізніше (defer) або приберіть.',
    );
    expect(wordStatement(sayPageLoad('page-load/shift', { element }), 'ru')).toContain(
      'Сильнее всего сдвигается самая большая часть страницы.',
    );
  });

  it('leaves the address of an empty page out where there is no room for it', () => {
    const blank = sayPageLoad('page-load/blank', { url: 'https://shop.example/' });
    expect(wordFinding(aCause(blank), 'page-load', 'en').brief).toMatch(/^the page stays blank: the browser loads it/);
    expect(wordStatement(blank, 'en')).toMatch(/^https:\/\/shop\.example\/ stays blank/);
    expect(wordStatement(blank, 'ru')).toMatch(/^Страница https:\/\/shop\.example\/ остаётся пустой/);
  });

  it('does not call the main content there what animations still hold back', () => {
    const says = sayPageLoad('page-load/summary', { device: 'desktop', lcpMs: 264, loadMs: 1034, heldMs: 3300 });
    expect(wordStatement(says, 'en')).toBe(
      'On a desktop computer, the first content takes 264 ms to appear and the page takes 1 s to finish loading. Animations hold most of the text on the first screen back until 3.3 s have passed: let it appear at once.',
    );
  });
});
