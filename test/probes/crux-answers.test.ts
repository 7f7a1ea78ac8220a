import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historySchema, recordSchema } from '../../functions/probe-social/crux/answers.ts';
import { siteNames } from '../../functions/probe-social/crux/site-names.ts';

const lastDate = { year: 2026, month: 9, day: 25 };

/** The newest last. */
function weeks(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const date = new Date(Date.UTC(2026, 8, 25) - (count - 1 - n) * 7 * 86_400_000);
    const lastDate = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return { lastDate };
  });
}

describe('whatever Google may answer', () => {
  it('is refused, or read as numbers that a page can have', () => {
    const anything = fc.jsonValue();
    const period = fc.oneof(anything, fc.constant({ lastDate }), fc.record({ lastDate: anything }));
    fc.assert(
      fc.property(anything, anything, period, (lcp, inp, collectionPeriod) => {
        const metrics = {
          largest_contentful_paint: { percentiles: { p75: lcp } },
          interaction_to_next_paint: inp,
        };
        const { data } = recordSchema.safeParse({ record: { metrics, collectionPeriod } });
        if (data === undefined) return;
        expect(data.until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        for (const value of [data.lcpMs, data.inpMs, data.cls, data.ttfbMs]) {
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
        }
      }),
    );
  });

  it('of the months before is one value or none for each date, and no more than Google keeps', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.constantFrom(null, 'NaN', '', '120'));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: 0, max: 60 }), (p75s, periods) => {
        const metrics = { largest_contentful_paint: { percentilesTimeseries: { p75s } } };
        const collectionPeriods = weeks(periods);
        const { until, lcpMs, inpMs } = historySchema.parse({ record: { metrics, collectionPeriods } });
        expect(until).toHaveLength(Math.min(periods, 40));
        expect([lcpMs.length, inpMs.length]).toEqual([until.length, until.length]);
        expect(inpMs.every((each) => each === null)).toBe(true);
        // A value never stands at another week than its own.
        if (p75s.length !== periods) expect(lcpMs.every((each) => each === null)).toBe(true);
      }),
    );
  });

  it.each([
    ['twice the same week', [weeks(2)[0], weeks(2)[0]]],
    ['the newest first', weeks(2).toReversed()],
  ])('is no history with %s', (_, collectionPeriods) => {
    const metrics = { largest_contentful_paint: { percentilesTimeseries: { p75s: [2_000, 3_000] } } };
    expect(historySchema.parse({ record: { metrics, collectionPeriods } })).toEqual({
      until: [],
      lcpMs: [],
      inpMs: [],
    });
  });

  it.each([
    { year: 2026, month: 2, day: 30 },
    { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 9 },
  ])('is refused with a date that is none: $year-$month-$day', (date) => {
    expect(recordSchema.safeParse({ record: { metrics: {}, collectionPeriod: { lastDate: date } } }).success).toBe(
      false,
    );
  });
});

it.each([
  ['https://coffeelab.example/menu', ['https://coffeelab.example', 'https://www.coffeelab.example']],
  ['https://www.coffeelab.example/', ['https://www.coffeelab.example', 'https://coffeelab.example']],
  ['http://coffeelab.example:8080/', ['http://coffeelab.example:8080', 'http://www.coffeelab.example:8080']],
  [
    'http://coffeelab.example/',
    [
      'http://coffeelab.example',
      'http://www.coffeelab.example',
      'https://coffeelab.example',
      'https://www.coffeelab.example',
    ],
  ],
  ['https://кава.укр/', ['https://xn--80aaf4a.xn--j1amh', 'https://www.xn--80aaf4a.xn--j1amh']],
  ['http://127.0.0.1:8080/', ['http://127.0.0.1:8080']],
  ['http://localhost:8080/', ['http://localhost:8080']],
  ['http://[::1]:8080/', ['http://[::1]:8080']],
])('%s is known to Google as %j', (url, names) => {
  expect(siteNames(url)).toEqual(names);
});
