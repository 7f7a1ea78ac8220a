import type { Language } from '../model/business.ts';
import type { EvidenceGap } from '../model/evidence.ts';

interface GapWords {
  /** What a file is, by how its name ends. */
  readonly nouns: readonly (readonly [RegExp, string])[];
  readonly notMade: (noun: string) => string;
  readonly notStored: (noun: string, why: string) => string;
  readonly why: Readonly<Record<Exclude<EvidenceGap['why'], 'not-made'>, string>>;
}

const words: Readonly<Record<Language, GapWords>> = {
  en: {
    nouns: [
      [/\.jpg$/, 'The screenshot'],
      [/requests\.json$/, 'The list of requests'],
      [/lighthouse/, 'The Lighthouse report'],
      [/$/, 'The evidence'],
    ],
    notMade: (noun) => `${noun} could not be made. The measurement is complete without it.`,
    notStored: (noun, why) => `${noun} could not be stored: ${why}. The measurement is complete without it.`,
    why: {
      empty: 'it was empty',
      'too-large': 'it was too large',
      'too-slow': 'the storage did not answer in time',
      refused: 'Touchlight is not allowed to write there',
      full: 'no space is left',
      busy: 'the storage was busy',
      failed: 'the storage failed',
    },
  },
  uk: {
    nouns: [
      [/\.jpg$/, 'Знімок екрана'],
      [/requests\.json$/, 'Список запитів'],
      [/lighthouse/, 'Звіт Lighthouse'],
      [/$/, 'Файл із матеріалами'],
    ],
    notMade: (noun) => `${noun} не вдалося зробити. На результат вимірювання це не вплинуло.`,
    notStored: (noun, why) => `${noun} не вдалося зберегти: ${why}. На результат вимірювання це не вплинуло.`,
    why: {
      empty: 'файл порожній',
      'too-large': 'файл завеликий',
      'too-slow': 'сховище не відповіло вчасно',
      refused: 'Touchlight не має дозволу на запис',
      full: 'бракує місця',
      busy: 'сховище перевантажене',
      failed: 'помилка сховища',
    },
  },
  ru: {
    nouns: [
      [/\.jpg$/, 'Снимок экрана'],
      [/requests\.json$/, 'Список запросов'],
      [/lighthouse/, 'Отчёт Lighthouse'],
      [/$/, 'Файл с материалами'],
    ],
    notMade: (noun) => `${noun} не удалось сделать. На результат измерения это не повлияло.`,
    notStored: (noun, why) => `${noun} не удалось сохранить: ${why}. На результат измерения это не повлияло.`,
    why: {
      empty: 'файл пустой',
      'too-large': 'файл слишком большой',
      'too-slow': 'хранилище не ответило вовремя',
      refused: 'у Touchlight нет права на запись',
      full: 'не хватает места',
      busy: 'хранилище перегружено',
      failed: 'ошибка хранилища',
    },
  },
};

/** One sentence about a piece of evidence that a result goes without: "The screenshot could not be stored: no space is left (ENOSPC)." */
export function wordEvidenceGap({ name, why, code }: EvidenceGap, language: Language): string {
  const { nouns, notMade, notStored, why: reasons } = words[language];
  const noun = nouns.find(([ending]) => ending.test(name))?.[1] ?? name;
  if (why === 'not-made') return notMade(noun);
  return notStored(noun, code === null ? reasons[why] : `${reasons[why]} (${code})`);
}
