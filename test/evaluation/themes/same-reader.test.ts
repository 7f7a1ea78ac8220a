import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../functions/digest/formats.ts';
import { wordThemes } from '../../../functions/digest/word-themes.ts';
import { periodsUntil, type Recurring, recurringThemes } from '../../../shared/evaluation/themes/recurring.ts';
import { standingOfTheme } from '../../../shared/evaluation/week/theme-actions.ts';
import { nameTouchpoints } from '../../../shared/i18n/name-touchpoints.ts';
import { languages } from '../../../shared/model/language.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import { planIdOfTheme } from '../../../shared/model/theme.ts';
import { earlierReader, lexiconReader } from '../../../shared/model/theme-model.ts';
import { aSaying, neutral, people } from '../../support/a-saying.ts';

const now = '2026-11-23T00:00:00.000Z';
const earlier = { at: '2026-10-10T09:00:00.000Z' };
const model = 'bedrock/eu.amazon.nova-lite-v1:0/1';
const others = (count: number, overrides: Partial<Saying> = {}): Saying[] =>
  people(count, { ...neutral, ...overrides });
const found = (sayings: readonly Saying[], capUsd: number | null = null): Recurring =>
  recurringThemes({ sayings, quotable: [], capUsd }, periodsUntil(now, 30));
const notesIn = (language: (typeof languages)[number], recurring: Recurring) => {
  const formats = formatsFor(language, 'Europe/Kyiv', now);
  return wordThemes(recurring, nameTouchpoints([{ id: 'google-reviews', kind: 'google-reviews' }], formats), formats, 3)
    ?.notes;
};

describe('after a new version of the lexicon', () => {
  /** The earlier version found one complaint of twenty; the new one finds nine of twenty, in reviews of the same kind. */
  const before = [
    ...people(1, { ...earlier, readBy: earlierReader }),
    ...others(19, { ...earlier, readBy: earlierReader }),
  ];
  const after = [...people(9), ...others(11)];

  it('nothing seems to grow only because more is found, and it is said why', () => {
    const recurring = found([...before, ...after]);
    expect(recurring).toMatchObject({
      ...{ people: 20, peopleBefore: 20, compared: { now: 20, before: 0 } },
      themes: [{ theme: 'no-answer', people: 9, before: null, change: null }],
      notRead: [{ touchpointId: 'google-reviews', how: 'reread', since: earlier.at }],
    });
    expect(languages.map((language) => notesIn(language, recurring)?.[0])).toEqual([
      'Google reviews: until Sat 10 Oct, 12:00, texts were read by another version of the lexicon or another model. Only what the same one has read is compared.',
      expect.stringContaining('тексти читала інша версія словника'),
      expect.stringContaining('тексты читала другая версия словаря'),
    ]);
    expect(standingOfTheme(planIdOfTheme('rude'), recurring)).toBe('unknown');
  });

  it('what was written after the last text of another version is compared all the same', () => {
    const later = others(15, { at: '2026-10-11T09:00:00.000Z' });
    const recurring = found([...before, ...later, ...after]);
    expect(recurring).toMatchObject({
      ...{ compared: { now: 20, before: 15 }, notRead: [{ how: 'reread' }] },
      themes: [{ people: 9, before: null, change: 'growing' }],
    });
  });

  it('what waits for an answer, and so is read again, is not compared with all that came later', () => {
    const answered = people(15, { ...earlier, readBy: earlierReader });
    const thanksThatWait = others(20, { at: '2026-10-09T09:00:00.000Z' });
    expect(found([...answered, ...thanksThatWait, ...people(15), ...others(20)]).themes).toMatchObject([
      { people: 15, change: null },
    ]);
  });

  it('another source, which one version has read, is compared as ever', () => {
    const facebook = { checkId: 'facebook/responses', kind: 'comment', rating: null } as const;
    const more = [...people(9, facebook), ...others(6, facebook), ...others(15, { ...facebook, ...earlier })];
    expect(found([...before, ...after, ...more]).themes[0]).toMatchObject({ people: 18, change: 'growing' });
  });

  it('where nobody had written before, there is nothing to say', () => {
    expect(found([...others(5, { readBy: earlierReader }), ...after])).toMatchObject({ notRead: [] });
  });
});

describe('where the lexicon stood in for a model', () => {
  const read = { readBy: model };
  const instead = (why: 'cap' | 'unanswered'): Partial<Saying> => ({
    ...{ readBy: lexiconReader, instead: { of: model, why } },
  });

  it('it is said how often, and why', () => {
    const recurring = found(
      [...people(28, read), ...others(10, instead('cap')), ...others(2, instead('unanswered'))],
      1,
    );
    expect(recurring.instead).toEqual({ texts: 40, byLexicon: 12, why: { cap: 10, unanswered: 2 } });
    expect(languages.map((language) => notesIn(language, recurring)?.[0])).toEqual([
      '12 of 40 texts were read by the lexicon instead of the model: the monthly cap of $1 is reached (10); Bedrock could not be asked in time (2).',
      'Текстів, які замість моделі читав словник: 12 з 40. Причина: вичерпано місячний ліміт $1 (10); Bedrock не вдалося вчасно запитати (2).',
      'Текстов, которые вместо модели читал словарь: 12 из 40. Причина: исчерпан месячный лимит $1 (10); Bedrock не удалось вовремя спросить (2).',
    ]);
  });

  it('a cap is written as prices are', () => {
    const capped = found([...people(3, read), ...others(1, instead('cap'))], 0.5);
    expect(languages.map((language) => /\$[\d.,]+/.exec(notesIn(language, capped)?.[0] ?? '')?.[0])).toEqual([
      ...['$0.50', '$0,50', '$0,50'],
    ]);
  });

  it('nobody is promised "at least": a model may find what is not there', () => {
    const recurring = found([...people(28, read), ...others(2, instead('cap'))]);
    expect(languages.map((language) => notesIn(language, recurring)?.[1])).toEqual([
      'A language model has read 28 of these texts. It may miss what people say, or find what they do not say.',
      'Текстів, які читала мовна модель: 28. Вона може чогось не помітити або побачити те, чого люди не казали.',
      'Текстов, которые читала языковая модель: 28. Она может что-то не заметить или увидеть то, чего люди не говорили.',
    ]);
    expect(notesIn('en', found(people(3, instead('unanswered'))))?.[1]).toMatch(/^At least/);
  });

  it('what the model has read is compared, and a few others do not hide how many there were before', () => {
    const sayings = [
      ...people(9, read),
      ...others(11, read),
      ...others(2, instead('cap')),
      ...people(1, { ...read, ...earlier }),
      ...others(19, { ...read, ...earlier }),
    ];
    expect(found(sayings)).toMatchObject({
      ...{ compared: { now: 20, before: 20 }, notRead: [] },
      themes: [{ people: 9, before: 1, change: 'growing' }],
    });
    const half = [...sayings, ...others(10, instead('cap'))];
    expect(found(half).themes).toMatchObject([{ before: null, change: 'growing' }]);
  });

  it('a text of somebody who asked to be forgotten hides no trend of the others, and is not spoken of', () => {
    const forgotten: Partial<Saying> = {
      ...{ at: '2026-11-22T09:00:00.000Z', voice: null },
      ...{ readBy: lexiconReader, instead: { of: model, why: 'forgotten' } },
    };
    const sayings = [
      ...[...people(9, read), ...others(11, read), ...people(1, forgotten)],
      ...[...people(1, { ...read, ...earlier }), ...others(19, { ...read, ...earlier })],
    ];
    expect(found(sayings)).toMatchObject({
      ...{ compared: { now: 20, before: 20 }, notRead: [], instead: { texts: 20, byLexicon: 0, why: {} } },
      themes: [{ people: 10, before: 1, change: 'growing' }],
    });
    expect(found(people(3, forgotten)).instead).toBeNull();
  });

  it('what the lexicon does not find there is not over', () => {
    const before = [...people(10, { ...read, ...earlier }), ...others(20, { ...read, ...earlier })];
    const theme = planIdOfTheme('no-answer');
    expect(
      standingOfTheme(theme, found([...before, ...people(2, instead('cap')), ...others(28, instead('cap'))])),
    ).toBe('unknown');
    expect(standingOfTheme(theme, found([...before, ...others(28, read), ...others(2, instead('unanswered'))]))).toBe(
      'well',
    );
  });

  it('says nothing where no model is in the file', () => {
    expect(found(people(12)).instead).toBeNull();
    expect(notesIn('en', found(people(12)))).toEqual([
      'At least this many: people who put it in unusual words are not counted.',
    ]);
  });

  it('the same texts give the same answer in any order', () => {
    const sayings = [...people(5, read), ...others(9, instead('cap')), aSaying({ ...earlier, readBy: earlierReader })];
    expect(found(sayings.toReversed()).notRead).toEqual(found(sayings).notRead);
  });
});
