import { describe, expect, it } from 'vitest';
import { bringsHistory, trendsOf, trendsOfHistory } from '../../../shared/evaluation/week/trends.ts';
import { aCheck } from '../../support/a-check.ts';
import { aDay } from '../../support/a-week.ts';

const check = aCheck({ id: 'website/field-speed@mobile' });
const dates = ['2026-11-06', '2026-11-13', '2026-11-20'];
const history = {
  everyDays: 7,
  dates,
  values: { lcpMs: [2_600, null, 2_400], inpMs: [null, 180, null], another: [1, 2, 3] },
};

describe('what a service knows of the months before', () => {
  it('is a line for each main measurement that has two points, with its bound', () => {
    expect(trendsOfHistory(check, [{ details: { history } }])).toEqual([
      {
        checkId: check.id,
        measurement: 'lcpMs',
        unit: 'ms',
        bound: { value: 2500, side: 'at-most' },
        spread: 'p75',
        everyDays: 7,
        points: [
          { date: '2026-11-06', value: 2600 },
          { date: '2026-11-20', value: 2400 },
        ],
      },
    ]);
  });

  it('is that of the newest result that says it', () => {
    const older = { details: { history: { ...history, values: { lcpMs: [1, 2, 3] } } } };
    const newer = { details: { history } };
    const points = trendsOfHistory(check, [older, newer, { details: {} }])[0]?.points;
    expect(points?.map(({ value }) => value)).toEqual([2600, 2400]);
  });

  it('is nothing where no result says it, or says it in another way', () => {
    expect(trendsOfHistory(check, [])).toEqual([]);
    expect(trendsOfHistory(check, [{ details: { history: { ...history, dates: ['a while ago'] } } }])).toEqual([]);
    expect(trendsOfHistory(check, [{ details: { history: 'long' } }])).toEqual([]);
  });

  it('is drawn instead of the days since the check began', () => {
    const days = dates.map((date) => {
      const measurements = { lcpMs: { p50: 2500, p75: 2500, max: 2500 } };
      return { checkId: check.id, day: aDay(date, check.id, 0, { measurements }) };
    });
    expect(trendsOf([check], days)).toEqual([]);
    expect([check, aCheck({ id: 'website/page-load@mobile' })].map(bringsHistory)).toEqual([true, false]);
  });
});
