import { describe, expect, it } from 'vitest';
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

describe('a figure beside its bound', () => {
  it.each<[number, number, Unit, string, string, string]>([
    [2504, 2500, 'ms', '2.51 s', '2,51 с', '2,51 с'],
    [2540, 2500, 'ms', '2.54 s', '2,54 с', '2,54 с'],
    [2500.2, 2500, 'ms', '2.51 s', '2,51 с', '2,51 с'],
    [2496, 2500, 'ms', '2.49 s', '2,49 с', '2,49 с'],
    [800.4, 800, 'ms', '800.4 ms', '800,4 мс', '800,4 мс'],
    [60_001, 60_000, 'ms', '1.01 min', '1,01 хв', '1,01 мин'],
    [59_960, 60_000, 'ms', '0.99 min', '0,99 хв', '0,99 мин'],
    [1_000_400, 1_000_000, 'bytes', '1.01 MB', '1,01 МБ', '1,01 МБ'],
    [0.8996, 0.9, 'score', '89.9 out of 100', '89,9 зі 100', '89,9 из 100'],
    [0.1004, 0.1, 'number', '0.101', '0,101', '0,101'],
    [0.0996, 0.1, 'number', '0.099', '0,099', '0,099'],
    [0.4996, 0.5, 'ratio', '49.9%', '49,9%', '49,9 %'],
    [13.97, 14, 'days', '13.97 days', '13,97 дня', '13,97 дня'],
    [240.3, 240, 'minutes', '4 h 1 min', '4 год 1 хв', '4 ч 1 мин'],
    [239.7, 240, 'minutes', '3 h 59 min', '3 год 59 хв', '3 ч 59 мин'],
    [3.02, 3, 'count', '3.02', '3,02', '3,02'],
  ])('%d beside %d (%s) reads %s', (value, bound, unit, en, uk, ru) => {
    const read = (['en', 'uk', 'ru'] as const).map((language) => formatFor(language).beside(value, bound, unit));
    expect(read).toEqual([en, uk, ru]);
  });

  it('is left as it is where it does not read like it, and where it meets it', () => {
    expect(formatFor('en').beside(6140, 2500, 'ms')).toBe('6.1 s');
    expect(formatFor('en').beside(2500, 2500, 'ms')).toBe('2.5 s');
  });

  it('never reads like a bound that it misses, whatever the unit and the language', () => {
    const bounds: readonly [Unit, readonly number[]][] = [
      ['ms', [200, 999, 1000, 1800, 2500, 60_000, 90_000]],
      ['bytes', [999, 1000, 500_000, 1_000_000, 5_000_000]],
      ['score', [0.5, 0.9]],
      ['ratio', [0.1, 0.75]],
      ['days', [1, 14]],
      ['minutes', [1, 59, 60, 240]],
      ['count', [3]],
      ['number', [0.1, 0.25]],
    ];
    const same = bounds.flatMap(([unit, all]) =>
      all.flatMap((bound) =>
        [0.9999, 0.999, 0.99, 1.0001, 1.001, 1.01].flatMap((factor) =>
          (['en', 'uk', 'ru'] as const)
            .filter((language) => {
              const format = formatFor(language);
              return format.beside(bound * factor, bound, unit) === format.measured(bound, unit);
            })
            .map((language) => `${bound * factor} ${unit} in ${language}`),
        ),
      ),
    );
    expect(same).toEqual([]);
  });
});

it.each([
  ['en', '28 Nov 2026, 09:00 (Europe/Kyiv)'],
  ['uk', '28 лист. 2026 р., 09:00 (Europe/Kyiv)'],
  ['ru', '28 нояб. 2026 г., 09:00 (Europe/Kyiv)'],
] as const)('writes a moment that may be days away in %s as %s', (language, text) => {
  expect(formatFor(language).dateTime('2026-11-28T07:00:00.000Z', 'Europe/Kyiv')).toBe(text);
});
