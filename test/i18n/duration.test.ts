import { describe, expect, it } from 'vitest';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Language } from '../../shared/model/business.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a span of time in words', () => {
  const words: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
    en: {
      0: '0 minutes',
      [minute]: '1 minute',
      [45 * minute]: '45 minutes',
      [2 * hour]: '2 hours',
      [71 * hour]: '71 hours',
      [72 * hour]: '3 days',
    },
    uk: {
      [minute]: '1 хвилину',
      [3 * minute]: '3 хвилини',
      [11 * minute]: '11 хвилин',
      [21 * hour]: '21 годину',
      [22 * hour]: '22 години',
      [5 * hour]: '5 годин',
      [72 * hour]: '3 дні',
      [120 * hour]: '5 днів',
    },
    ru: {
      [minute]: '1 минуту',
      [4 * minute]: '4 минуты',
      [12 * minute]: '12 минут',
      [21 * hour]: '21 час',
      [3 * hour]: '3 часа',
      [5 * hour]: '5 часов',
      [72 * hour]: '3 дня',
      [120 * hour]: '5 дней',
    },
  };
  for (const [language, spans] of Object.entries(words) as [Language, Record<string, string>][]) {
    it(`counts right in ${language}`, () => {
      for (const [ms, text] of Object.entries(spans)) expect(formatFor(language).duration(Number(ms))).toBe(text);
    });
  }
});
