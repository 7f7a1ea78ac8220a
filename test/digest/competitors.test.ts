import { expect, test } from 'vitest';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import type { Configuration, Language } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aResult } from '../support/a-result.ts';
import { aBusiness, aDay } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { now, week } from './week-47.ts';

const coffeeLab = aBusiness(`competitors:
  - { name: Bean House, url: https://beanhouse.example }
  - { name: Roastery, url: https://roastery.example }
`);

const ownLoad = 'website/page-load@mobile';
const checkOf = (nth: number, probe: string): Check => {
  const check = coffeeLab.competitors[nth]?.checks.find((each) => each.probe === probe);
  if (check === undefined) throw new Error(`The competitor has no ${probe}.`);
  return check;
};

/** 02:15 in Kyiv, `n` nights before the end of the week. */
const night = (n: number): number => Date.parse(week.to) - n * dayMs + 2.25 * hourMs;

type Seen = Partial<Pick<Result, 'outcome' | 'cause' | 'measurements'>>;
/** One result a night. */
function nights(checkId: string, count: number, seenOn: (n: number) => Seen, shiftMs = 0): Result[] {
  return Array.from({ length: count }, (_, n) =>
    aResult({ checkId, scheduledAt: toInstant(night(n + 1) + shiftMs), ...seenOn(n) }),
  );
}
const lcp = (ms: number): Seen => ({ measurements: { lcpMs: ms } });
/** Slow by day. */
const own = (count: number, shiftMs = 10 * minuteMs): Result[] => [
  ...nights(ownLoad, count, (n) => lcp(3000 + n * 10), shiftMs),
  ...nights(ownLoad, count, () => lcp(9000), 8 * hourMs),
];

async function weekOf(results: readonly Result[], configuration: Configuration = coffeeLab) {
  const stores = emptyStores({
    results: {
      put: async () => 'stored',
      list: async (checkId, { from, to }) =>
        results.filter((each) => each.checkId === checkId && from <= each.scheduledAt && each.scheduledAt < to),
      newest: async () => [],
    },
    days: {
      list: async (id) =>
        id === 'website'
          ? week.days.flatMap(({ date }) =>
              ['website/availability', 'website/contacts@mobile'].map((checkId) => ({
                checkId,
                day: aDay(date, checkId),
              })),
            )
          : [],
    },
  });
  return readWeek({ configuration, stores }, week, now);
}

async function linesOf(results: readonly Result[], language: Language = 'en'): Promise<string[]> {
  const { text } = renderMail(await weekOf(results), { language, reportUrl: null });
  const block = text.split('\n\n').find((each) => /^(Your site beside|Ваш сайт)/.test(each)) ?? '';
  return block.replaceAll(/\n {2,}(?!-)/g, ' ').split('\n');
}

const beans = checkOf(0, 'page-load').id;
const roastery = checkOf(1, 'page-load').id;

test('the mail compares medians of the same hours, and no others', async () => {
  const lines = await linesOf([
    ...own(9),
    ...nights(beans, 9, (n) => lcp(2000 + n * 50)),
    ...nights(roastery, 7, (n) => lcp(n === 0 ? 30_000 : 4000)),
    ...nights(checkOf(0, 'contacts').id, 9, () => ({ measurements: { clicksToContact: 1, contactsFound: 2 } })),
    ...nights(checkOf(1, 'contacts').id, 9, (n) => ({
      measurements: n === 0 ? { clicksToContact: 0, contactsFound: 1 } : { contactsFound: 0 },
    })),
    ...nights(checkOf(0, 'availability').id, 7, (n) => (n === 3 ? { outcome: 'failed', cause: 'unreachable' } : {})),
  ]);
  expect(lines.join(' ')).toContain('your main content appears after 3.0 s. Bean House: 2.2 s, Roastery: 4.0 s.');
  expect(lines.filter((line) => line.startsWith('  - '))).toEqual([
    '  - You: main content on a phone: 3.0 s; contact: on the page; responded: 100%',
    '  - Bean House: main content on a phone: 2.2 s; contact: 1 tap; responded: 85.7%',
    '  - Roastery: main content on a phone: 4.0 s; contact: none in sight; responded: –',
  ]);
  expect(lines.join(' ')).toMatch(/For your own use only\. Do not publish it/);
  expect(lines.join(' ')).not.toContain('cannot be compared yet');
});

test('six nights are too few, and a bot wall is said; neither gives a number', async () => {
  const lines = await linesOf([
    ...own(9),
    ...nights(beans, 6, () => lcp(2000)),
    ...nights(roastery, 9, () => ({ outcome: 'unknown', cause: 'bot-wall', measurements: {} })),
  ]);
  const all = lines.join(' ');
  expect(all).toContain('Bean House cannot be compared yet: 6 of at least 7 nights comparable.');
  expect(all).toContain(
    'Roastery cannot be compared yet: 0 of at least 7 nights comparable; bot protection blocks Touchlight.',
  );
  expect(all).not.toContain('appears after');
  expect(lines).toContain('  - You: main content on a phone: –; contact: on the page; responded: 100%');
});

test('robots.txt that asks to stay away is said in the language of the reader', async () => {
  const away = nights(beans, 9, () => ({ outcome: 'unknown', cause: 'robots-forbid', measurements: {} }));
  const says = async (language: Language): Promise<string> => (await linesOf([...own(9), ...away], language)).join(' ');
  expect(await says('en')).toContain('its robots.txt asks robots to stay away');
  expect(await says('uk')).toContain('файл robots.txt просить роботів не заходити');
  expect(await says('ru')).toContain('файл robots.txt просит роботов не заходить');
});

test("a page of one's own that was measured at other hours only is no comparison", async () => {
  const lines = await linesOf([...own(9, 3 * hourMs), ...nights(beans, 9, () => lcp(2000))]);
  expect(lines.join(' ')).toContain(
    'Bean House cannot be compared yet: 0 of at least 7 nights comparable; your own page was not measured in the same hours.',
  );
});

test('the report has the same as a table, with what pages and files say kept as data', async () => {
  const named = {
    ...coffeeLab,
    competitors: coffeeLab.competitors.map((each) => ({ ...each, name: '<b>Bean</b> House' })),
  };
  const results = [...own(9), ...nights(beans, 9, () => lcp(2000))];
  const summary = await weekOf(results, named);
  const html = renderReport(summary, new Map(), 'en');
  const [section = ''] = /<section aria-label="Your site beside.*?<\/section>/.exec(html) ?? [];
  expect(section).toContain('&lt;b&gt;Bean&lt;/b&gt; House');
  expect(section).toContain('For your own use only');
  expect(renderMail(summary, { language: 'en', reportUrl: null }).html).toContain('&lt;b&gt;Bean&lt;/b&gt; House');
});

test('a competitor is no touchpoint of the week: no light, no place, no figure, no action', async () => {
  const { touchpoints, places, actions } = await weekOf([...own(9), ...nights(beans, 9, () => lcp(20_000))]);
  expect(touchpoints.map(({ id }) => id).toSorted()).toEqual(['facebook', 'google-reviews', 'website', 'youtube']);
  expect(JSON.stringify([places, actions])).not.toContain('competitor');
});

test('speed for real visitors stands beside that of real visitors only, and too few of them are a dash', async () => {
  const withKey = aBusiness(
    `competitors:
  - { name: Bean House, url: https://beanhouse.example }
  - { name: Roastery, url: https://roastery.example }
`,
    { 'field-speed': '{ secret: crux-key }' },
  );
  const [first, second] = withKey.competitors.map(({ checks }) => checks.find(({ probe }) => probe === 'field-speed'));
  const results = [
    ...nights('website/field-speed@mobile', 3, (n) => lcp(3120 + n)),
    ...nights(first?.id ?? '', 3, (n) => (n === 0 ? { outcome: 'unknown', cause: 'throttled' } : lcp(1900 + n * 1000))),
    ...nights(second?.id ?? '', 3, (n) => (n === 0 ? { outcome: 'not-applicable', cause: null } : lcp(900))),
  ];
  const { text } = renderMail(await weekOf(results, withKey), { language: 'en', reportUrl: null });
  const flat = text.replaceAll(/\s+/g, ' ');
  expect(flat).toContain('- You: main content on a phone: –; the same for real visitors: 3.1 s;');
  expect(flat).toContain('- Bean House: main content on a phone: –; the same for real visitors: 2.9 s;');
  expect(flat).toContain('- Roastery: main content on a phone: –; the same for real visitors: –;');
  expect(flat).toContain('Compare this column only with itself.');
  expect(flat).toContain('Except for real visitors, a dash means that there are too few measurements so far.');
  expect(flat).not.toContain('appears after');
});

test('a file without competitors says nothing of them', async () => {
  const { comparison } = await weekOf([], { ...coffeeLab, competitors: [] });
  expect(comparison).toBeNull();
});

test("evaluate stores what a competitor's page came to: no status, no incident, no confirmation", async () => {
  const calls: string[] = [];
  const called = (name: string) => async () => {
    calls.push(name);
    return 'stored' as const;
  };
  const stores = emptyStores({
    results: { put: called('put'), list: async () => [], newest: async () => [] },
    statuses: {
      load: async () => {
        calls.push('load');
        return null;
      },
      list: async () => [],
      save: async () => {
        calls.push('save');
        return 'saved';
      },
    },
  });
  const confirmations = { send: async () => void calls.push('confirm') };
  const check = checkOf(0, 'page-load');
  for (const outcome of ['measured', 'failed', 'unknown'] as const) {
    const result = aResult({ checkId: check.id, outcome, measurements: { lcpMs: 60_000 } });
    const deps = { stores, timeZone: 'Europe/Kyiv', now: () => Date.parse(now), confirmations };
    expect(await evaluateResult(result, check, deps)).toMatchObject({ status: null, step: null, refused: null });
  }
  expect(calls).toEqual(['put', 'put', 'put']);
});
