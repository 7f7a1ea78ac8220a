import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../functions/digest/formats.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import type { Trend } from '../../shared/evaluation/week/trends.ts';
import { trendChart } from '../../shared/look/trend-chart.ts';
import type { Language } from '../../shared/model/business.ts';
import { someEvidence } from './some-evidence.ts';
import { aWeek } from './some-weeks.ts';

function aTrend(overrides: Partial<Trend> = {}): Trend {
  return {
    checkId: 'website/page-load:/prices@mobile',
    measurement: 'lcpMs',
    unit: 'ms',
    bound: { value: 2500, side: 'at-most' },
    spread: 'p75',
    points: [
      { date: '2026-11-18', value: 1800 },
      { date: '2026-11-19', value: 2750 },
      { date: '2026-11-21', value: 2200 },
      { date: '2026-11-22', value: 2100 },
    ],
    ...overrides,
  };
}

function drawn(trend: Trend, language: Language = 'en'): string {
  return renderToStaticMarkup(trendChart(trend, formatsFor(language, 'Europe/Kyiv', null)));
}

describe('a trend', () => {
  test('says in words what its line shows', () => {
    expect(drawn(aTrend())).toContain(
      '<title>Time to main content Phone /prices, p75: Latest (22 Nov): 2.1 s. Lowest 1.8 s, highest 2.8 s. Dashed line: green up to 2.5 s.</title>',
    );
    expect(drawn(aTrend(), 'uk')).toContain(
      '<title>Поява основного вмісту Телефон /prices, p75: Останнє, 22 лист.: 2,1 с. Найменше 1,8 с, найбільше 2,8 с. Пунктир: зелене – не більше 2,5 с.</title>',
    );
    expect(drawn(aTrend(), 'ru')).toContain('Последнее, 22 нояб.: 2,1 с. Наименьшее 1,8 с, наибольшее 2,8 с.');
  });

  test('has a gap where nothing was measured, and a triangle where the day was not green', () => {
    const chart = drawn(aTrend());
    expect(/class="value" d="([^"]*)"/.exec(chart)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(chart.match(/class="beyond"/g)).toHaveLength(1);
    expect(chart).toContain('class="last"');
  });

  test('of a score is below its bound where it is bad, and may end there', () => {
    const chart = drawn(
      aTrend({
        measurement: 'score',
        unit: 'score',
        spread: 'p50',
        bound: { value: 0.9, side: 'at-least' },
        points: [
          { date: '2026-11-21', value: 0.95 },
          { date: '2026-11-22', value: 0.6 },
        ],
      }),
    );
    expect(chart).toContain('green from 90 out of 100');
    expect(chart.match(/class="beyond"/g)).toHaveLength(1);
    expect(chart).not.toContain('class="last"');
  });

  test.each([
    ['nothing but zeros, without a bound', { unit: 'count', bound: null, points: [0, 0] }],
    ['one value for weeks', { unit: 'number', bound: null, points: [4.6, 4.6] }],
    ['a very long wait', { unit: 'minutes', bound: null, points: [1, 100_000] }],
  ] as const)('%s is drawn with numbers only, once per label', (_, { points, ...kind }) => {
    const chart = drawn(aTrend({ ...kind, points: points.map((value, n) => ({ date: `2026-11-2${n}`, value })) }));
    expect(chart).not.toMatch(/NaN|Infinity|undefined/);
    const labels = [...chart.matchAll(/text-anchor="end">([^<]*)</g)].map(([, label]) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('in Ukrainian and Russian', () => {
  /** Names, addresses, and what pages and servers said. */
  const notOurs =
    /https?:\S*|\S+@\S+|<script>alert\(1\)<\/script>\.jpg|cookie banner|The form answers 500 \(Internal Server Error\) instead of a confirmation\.|Coffee Lab|Touchlight|touchlight report|Lighthouse|Facebook|YouTube|Google|AWS|“?unsubscribe|«digest»|p75|\/prices/g;

  test.each(['uk', 'ru'] as const)('no English word is left in the mail and the report (%s)', (language) => {
    for (const name of ['all-green', 'one-red', 'first-week', 'no-data'] as const) {
      const summary = aWeek(name);
      const { subject, text } = renderMail(summary, { language, reportUrl: null });
      const report = renderReport(summary, someEvidence(name), language)
        .replace(/<style>[\s\S]*<\/style>/, '')
        // To be typed as it stands.
        .replaceAll(/<code>[^<]+<\/code>/g, '')
        .replaceAll('touchpoints.yaml', '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
      for (const part of [subject, text, report]) {
        const words = part.replaceAll(/\s+/g, ' ').replaceAll(notOurs, '');
        expect(words.match(/[A-Za-z]{2,}/g) ?? [], name).toEqual([]);
      }
    }
  });
});
