import { expect, it } from 'vitest';
import { fallBeyondMargin } from '../../shared/evaluation/loyalty/estimate.ts';
import { promoterScore } from '../../shared/evaluation/loyalty/promoter-score.ts';
import { repeatRate } from '../../shared/evaluation/loyalty/repeat-rate.ts';

it.each([
  [50, 21.6],
  [100, 15.3],
  [400, 7.7],
  [1000, 4.8],
])('half promoters and a fifth detractors among %i answers are 30 points, give or take %f', (n, margin) => {
  const { value, margin: found } = promoterScore({ promoters: n / 2, passives: (3 * n) / 10, detractors: n / 5 });
  expect(value).toBe(30);
  expect(found).toBeCloseTo(margin, 1);
});

it('leaves room for chance where everybody answers alike', () => {
  const { value, margin } = promoterScore({ promoters: 30, passives: 0, detractors: 0 });
  expect(value).toBe(100);
  expect(margin).toBeCloseTo(12.2, 1);
});

it('calls a fall one only beyond the margin of the difference', () => {
  const before = { value: 40, margin: 3, from: 900 };
  const fallTo = (value: number): number => fallBeyondMargin(before, { value, margin: 4, from: 600 });
  expect([50, 40, 35, 32.5, 30, 20].map(fallTo)).toEqual([0, 0, 0, 0.5, 1, 3]);
});

it('counts who bought on a second day, among those who had the time for it', () => {
  const window = { from: 1000, to: 1100 };
  const customers = [
    [1000, 1099], // came back on the last day
    [1074], // the last day that leaves a quarter of the window
    [1075, 1090], // too young to tell
    [900, 1050], // an old customer, once in this window
    [999], // before it
    [1100], // after it
    [1010, 1020, 1030],
  ];
  expect(repeatRate(customers, window)).toMatchObject({ value: 0.5, from: 4 });
  expect(repeatRate([[1099]], window)).toBeNull();
});

it('leaves room for chance where all or none came back', () => {
  const all = Array.from({ length: 96 }, () => [1000, 1001]);
  const found = repeatRate(all, { from: 1000, to: 1100 });
  // 98 of 100
  expect(found?.margin).toBeCloseTo(1.96 * Math.sqrt((0.98 * 0.02) / 100), 6);
});
