import { describe, expect, it } from 'vitest';
import { everyInWords, spanInWords } from '../../../functions/page/details/intervals.ts';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import { foreignWords } from '../../support/foreign-words.ts';
import { aPage } from '../a-page.ts';
import { coffeeLab } from '../coffee-lab.ts';
import { detailPages, inTrouble, weeks } from './detail-states.ts';
import { detailStores } from './detail-stores.ts';

describe('how often a check runs', () => {
  it.each([
    [1, 'every minute', 'щохвилини', 'каждую минуту'],
    [5, 'every 5 minutes', 'раз на 5 хвилин', 'раз в 5 минут'],
    [21, 'every 21 minutes', 'раз на 21 хвилину', 'раз в 21 минуту'],
    [60, 'every hour', 'щогодини', 'каждый час'],
    [90, 'every 90 minutes', 'раз на 90 хвилин', 'раз в 90 минут'],
    [240, 'every 4 hours', 'раз на 4 години', 'раз в 4 часа'],
    [1440, 'once a day', 'раз на добу', 'раз в сутки'],
    [2880, 'every 2 days', 'раз на 2 дні', 'раз в 2 дня'],
  ])('%i minutes: %s, %s, %s', (minutes, en, uk, ru) => {
    expect([everyInWords(minutes, 'en'), everyInWords(minutes, 'uk'), everyInWords(minutes, 'ru')]).toEqual([
      en,
      uk,
      ru,
    ]);
  });

  it('is never rounded', () => {
    expect(spanInWords(61, 'en')).toBe('61 minutes');
    expect(spanInWords(1500, 'uk')).toBe('25 годин');
  });
});

describe('what becomes an alert', () => {
  it.each([
    ['en', 1, 'An incident opens after 1 run that is yellow or red.'],
    ['en', 2, 'An incident opens after 2 runs in a row that are yellow or red.'],
    ['uk', 1, 'Інцидент відкривається після першого ж жовтого чи червоного запуску.'],
    ['uk', 3, 'Інцидент відкривається після 3 жовтих чи червоних запусків поспіль.'],
    ['ru', 1, 'Инцидент открывается после первого же жёлтого или красного запуска.'],
    ['ru', 3, 'Инцидент открывается после 3 жёлтых или красных запусков подряд.'],
  ] as const)('%s, %i runs: %s', (language, runs, says) => {
    expect(detailWords[language].policy.opens(runs)).toBe(says);
  });
});

describe('in Ukrainian and Russian', () => {
  it.each(Object.entries(detailPages))('no English sentence is left: %s', async (_, address) => {
    for (const language of ['uk', 'ru'] as const) {
      const configuration = coffeeLab(language);
      const stores = detailStores(configuration, inTrouble(language));
      const text = await aPage({ configuration, stores, others: { weeks } }).text(address);
      // The page's head and foot are looked at with the overview; what was seen is quoted.
      const own = text
        .split('\n')
        .filter((line) => !/Coffee Lab|Are you open|«The page loaded\.»|touchlight/.test(line));
      expect(own.flatMap(foreignWords), `${language} ${address}`).toEqual([]);
      expect(own.length).toBeGreaterThan(4);
    }
  });
});
