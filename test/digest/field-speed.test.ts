import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { readReport } from '../../functions/digest/report/read-report.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import type { Configuration, Language } from '../../shared/model/business.ts';
import { aResult } from '../support/a-result.ts';
import { aDay } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const phone = 'website/field-speed@mobile';

function coffeeLab(): Configuration {
  const checks = onlyChecks({ 'page-load': '{ devices: [mobile] }' }).replace(
    'field-speed: false',
    'field-speed: { secret: crux-key }',
  );
  const text = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${checks} }
`;
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

const configuration = coffeeLab();

/** Our own visit was fast all week; what three of four visitors had became worse. */
function summary() {
  const { calendar, business, touchpoints } = configuration;
  const summed = touchpoints.map((touchpoint) => {
    const history = healthy(touchpoint);
    const days = [...before.days, ...week.days].map(({ date }, n) => {
      const numbers = { lcpMs: 2_400 + 50 * n, inpMs: 180 + n };
      const spread = Object.entries(numbers).map(([name, p50]) => [name, { p50, p75: p50, max: p50 }]);
      return { checkId: phone, day: aDay(date, phone, 0, { measurements: Object.fromEntries(spread) }) };
    });
    const others = history.days.filter(({ checkId }) => !checkId.includes('field-speed'));
    return summarizeTouchpoint({ ...history, days: [...others, ...days] }, { week, before, now, calendar });
  });
  return summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
}

describe('real visitors in the weekly mail', () => {
  const mailIn = (language: Language): string =>
    renderMail(summary(), { language, reportUrl: null }).text.replaceAll(/\s+/g, ' ');

  test('stand beside our own visit, with the last day of each week', () => {
    const { figures } = summary().touchpoints[0] ?? { figures: [] };
    expect(figures.find(({ id }) => id === 'visitorsContentMs')).toEqual({
      ...{ id: 'visitorsContentMs', now: 3_050, before: 2_700, bad: true },
    });
    expect(figures.find(({ id }) => id === 'visitorsResponseMs')).toMatchObject({ now: 193, before: 186, bad: false });
    expect(mailIn('en')).toMatch(/Time to main content on a phone.*Real visitors: main content on a phone/);
    expect(mailIn('en')).toMatch(/Real visitors: main content on a phone[^A-Z]*3\.1 s[^A-Z]*2\.7 s/);
    expect(mailIn('en')).toMatch(/Real visitors: response to a tap[^A-Z]*193 ms[^A-Z]*186 ms/);
  });

  test('have their words in Ukrainian and Russian', () => {
    expect(mailIn('uk')).toMatch(/Справжні відвідувачі: основний вміст на телефоні\D*3,1 с/);
    expect(mailIn('ru')).toMatch(/Реальные посетители: основное содержимое на телефоне\D*3,1 с/);
  });
});

describe('real visitors in the report', () => {
  const history = {
    everyDays: 7,
    dates: ['2026-11-06', '2026-11-13', '2026-11-20'],
    values: { lcpMs: [3_300, 3_200, 3_050], inpMs: [null, 190, 193] },
  };
  const results = [
    aResult({ checkId: phone, scheduledAt: '2026-11-21T09:00:00.000Z', details: { history } }),
    // The history of one day could not be read.
    aResult({ checkId: phone, scheduledAt: '2026-11-22T09:00:00.000Z' }),
  ];
  const stores = emptyStores({
    results: {
      put: async () => 'stored',
      list: async (checkId) => results.filter((result) => result.checkId === checkId),
      newest: async () => [],
    },
  });

  test('have their months drawn, each number by itself, under a heading that says where they are from', async () => {
    const found = await readReport({ configuration, stores, evidence: { read: async () => null } }, summary());
    expect(found.get('website')?.histories?.map(({ checkId, measurement }) => [checkId, measurement])).toEqual([
      [phone, 'lcpMs'],
      [phone, 'inpMs'],
    ]);
    const html = renderReport(summary(), found, 'en');
    expect(html).toContain('The last six months, from Google&#x27;s report on Chrome users');
    expect(html).toContain(
      '<title>Real visitors: main content Phone, p75: Latest (20 Nov): 3.1 s. Lowest 3.1 s, highest 3.3 s. Dashed line: green up to 2.5 s.</title>',
    );
    const [line = ''] = /class="value" d="([^"]*)"/.exec(html)?.slice(1) ?? [];
    // Weeks follow each other without a gap.
    expect([line.match(/M/g), line.match(/L/g)].map((found) => found?.length)).toEqual([1, 2]);
  });

  test('leave nothing where there is no history', async () => {
    const found = await readReport(
      { configuration, stores: emptyStores({}), evidence: { read: async () => null } },
      summary(),
    );
    expect(found.get('website')?.histories).toEqual([]);
    expect(renderReport(summary(), found, 'en')).not.toContain('The last six months');
  });
});
