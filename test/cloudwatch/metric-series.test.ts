import { expect, test } from 'vitest';
import { createMetricSeries, type MetricName } from './metric-series.ts';

const invocations: MetricName = {
  namespace: 'AWS/Lambda',
  name: 'Invocations',
  dimensions: { FunctionName: 'Touchlight-dispatch' },
};

test('the newest period ends with the minute that is asked for, and what was not reported is missing', () => {
  const series = createMetricSeries();
  for (const minute of [1, 2, 3, 7]) series.report(invocations, minute, 1);
  expect(series.points(invocations, 'Sum', 5, 2, 10)).toEqual([3, 1]);
  expect(series.points(invocations, 'Sum', 5, 2, 11)).toEqual([2, 1]);
  expect(series.points(invocations, 'Sum', 5, 2, 12)).toEqual([2, null]);
  expect(series.points(invocations, 'Sum', 5, 2, 17)).toEqual([null, null]);
});

test('a zero was reported, nothing was not', () => {
  const series = createMetricSeries();
  series.report(invocations, 1, 0);
  expect(series.points(invocations, 'Sum', 1, 2, 2)).toEqual([0, null]);
});

test('the greatest of a period, by dimensions in any order', () => {
  const series = createMetricSeries();
  const age = { namespace: 'AWS/SQS', name: 'Age', dimensions: { a: '1', b: '2' } };
  for (const [minute, value] of [
    [1, 60],
    [2, 120],
    [3, 30],
  ] as const)
    series.report(age, minute, value);
  expect(series.points({ ...age, dimensions: { b: '2', a: '1' } }, 'Maximum', 3, 1, 3)).toEqual([120]);
  expect(series.points({ ...age, dimensions: { a: '1' } }, 'Maximum', 3, 1, 3)).toEqual([null]);
});

test('a statistic that nobody has used is refused', () => {
  const series = createMetricSeries();
  series.report(invocations, 1, 1);
  expect(() => series.points(invocations, 'p99', 1, 1, 1)).toThrow(/p99/);
});
