import { expect, it } from 'vitest';
import { formatFor } from '../../shared/i18n/format.ts';
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
  [0.87, 'score', '87 out of 100'],
  [0.875, 'ratio', '88%'],
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
  expect(formatFor('en').measured(value, unit)).toBe(text);
});

it.each<[number, Unit, string, string]>([
  [6140, 'ms', '6,1 с', '6,1 с'],
  [90_000, 'ms', '1,5 хв', '1,5 мин'],
  [1_400_000, 'bytes', '1,4 МБ', '1,4 МБ'],
  [2, 'days', '2 дні', '2 дня'],
  [2.5, 'days', '2,5 дня', '2,5 дня'],
  [0.45, 'score', '45 зі 100', '45 из 100'],
  [0.875, 'ratio', '88%', '88 %'],
  [1570, 'minutes', '26 год 10 хв', '26 ч 10 мин'],
])('%d %s reads %s and %s', (value, unit, uk, ru) => {
  expect([formatFor('uk').measured(value, unit), formatFor('ru').measured(value, unit)]).toEqual([uk, ru]);
});

it('never reads like its bound where it is beyond it', () => {
  expect(formatFor('en').beside(2504, 2500, 'ms')).toBe('2.504 s');
  expect(formatFor('en').beside(2500, 2500, 'ms')).toBe('2.5 s');
});

it.each([
  ['en', '28 Nov 2026, 09:00 (Europe/Kyiv)'],
  ['uk', '28 лист. 2026 р., 09:00 (Europe/Kyiv)'],
  ['ru', '28 нояб. 2026 г., 09:00 (Europe/Kyiv)'],
] as const)('writes a moment that may be days away in %s as %s', (language, text) => {
  expect(formatFor(language).dateTime('2026-11-28T07:00:00.000Z', 'Europe/Kyiv')).toBe(text);
});
