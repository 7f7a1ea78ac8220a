import { expect, it } from 'vitest';
import { formatDuration, formatMeasurement } from '../../shared/evaluation/format-measurement.ts';
import type { Unit } from '../../shared/model/probe-spec.ts';

it.each<[number, Unit, string]>([
  [0, 'ms', '0 ms'],
  [850, 'ms', '850 ms'],
  [999.7, 'ms', '1 s'],
  [1000, 'ms', '1 s'],
  [6140, 'ms', '6.1 s'],
  [90_000, 'ms', '1.5 min'],
  [1, 'bytes', '1 byte'],
  [999, 'bytes', '999 bytes'],
  [512_000, 'bytes', '512 kB'],
  [999_900, 'bytes', '1 MB'],
  [1_400_000, 'bytes', '1.4 MB'],
  [0.87, 'score', '87 of 100'],
  [0.875, 'ratio', '88 %'],
  [1, 'days', '1 day'],
  [2.94, 'days', '2.9 days'],
  [-3, 'days', '-3 days'],
  [0, 'count', '0'],
  [12, 'count', '12'],
  [0.4, 'minutes', '0 min'],
  [45, 'minutes', '45 min'],
  [240, 'minutes', '4 h'],
  [1570, 'minutes', '26 h 10 min'],
  [0.254, 'number', '0.25'],
  [200, 'number', '200'],
])('%d %s reads %s', (value, unit, text) => {
  expect(formatMeasurement(value, unit)).toBe(text);
});

it.each([
  [-60_000, '0 min'],
  [45 * 60_000, '45 min'],
  [119 * 60_000, '119 min'],
  [26 * 3_600_000, '26 h'],
  [72 * 3_600_000, '3 days'],
])('a span of %d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
