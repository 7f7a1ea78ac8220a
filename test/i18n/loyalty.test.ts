import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import type { CellFault } from '../../shared/probes/import-statements.ts';
import type { OrdersStatements } from '../../shared/probes/orders/statements.ts';
import type { SurveyStatements } from '../../shared/probes/survey/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';

type All = SurveyStatements & OrdersStatements;

const scored = { score: 42, margin: 11.4, answers: 120 };
const before = { score: -3, margin: 12, answers: 1 };
const rated = { rate: 0.38, margin: 0.041, customers: 412 };
const file = 'відповіді.csv';
const bad = (fault: CellFault, value: string | null) => ({ row: 7, column: 'Оцінка', fault, value });

/** Every statement of both probes, filled in each way that makes another sentence. */
const examples: { readonly [Each in keyof All]: readonly All[Each][] } = {
  'import/no-folder': [{}],
  'import/no-files': [{ where: '.touchlight/surveys/survey' }],
  'import/no-column': ['score', 'at', 'customer'].flatMap((field) => [
    { file, field, named: null, has: ['Дата', 'Хто'] },
    { file, field, named: 'Питання', has: [] },
  ]),
  'import/which-column': [{ file, field: 'score', columns: ['Питання 1', 'Питання 2'] }],
  'import/open-quotation': [{ file, row: 12 }],
  'import/cut-off': [{ file, row: 12 }],
  'import/growing': [{ file }],
  'import/bad-cells': [
    { file, faults: [bad('no-score', '11')], count: 1 },
    {
      file,
      faults: [bad('no-date', null), bad('ambiguous-date', '03/04/2026'), bad('future', '2030-01-01')],
      count: 9,
    },
  ],
  'survey/score': [{ ...scored, days: 90, before }],
  'survey/fell': [{ ...before, days: 1, before: scored }],
  'survey/first-score': [0, 1, 3, 29].map((few) => ({ ...scored, days: 90, before: few, fewest: 30 })),
  'survey/too-few': [{ days: 90, promoters: 7, passives: 3, detractors: 2, fewest: 30 }],
  'survey/other-scale': [{ file, column: 'Оцінка', largest: 5, answers: 31 }],
  'orders/rate': [100, null].map((index) => ({ ...rated, days: 365, before: rated, index })),
  'orders/fell': [80, null].map((index) => ({ ...rated, days: 365, before: { ...rated, rate: 0.5 }, index })),
  'orders/first-rate': [{ ...rated, days: 365, neededFrom: '2024-11-17' }],
  'orders/few-before': [0, 1, 22].map((few) => ({ ...rated, days: 365, before: few, fewest: 30 })),
  'orders/too-short': [{ days: 365, first: '2026-05-03', neededFrom: '2025-11-17' }],
  'orders/too-few': [0, 1, 2, 25].map((customers) => ({ days: 365, customers, fewest: 30 })),
  'orders/none': [{ days: 365 }],
  'orders/old': [{ newest: '2026-07-01' }],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

describe('what survey and orders say', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^[\p{Lu}\d].*[.!?]["»]?$/su);
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      const { brief } = wordFinding({ kind: 'cause', cause: null, says }, 'survey', language);
      expect(brief).not.toMatch(/undefined| {2}|\(\)|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('is how far the score has fallen, and from how many answers that is known', () => {
    const fell = { id: 'survey/fell', params: { score: 12, margin: 9.6, answers: 210, days: 90, before: scored } };
    const finding = { kind: 'measurement', id: 'fall', value: 0.4, bound: 0, side: 'at-most', unit: 'count' } as const;
    const say = (language: 'en' | 'uk' | 'ru') =>
      wordFinding({ ...finding, because: fell }, 'survey', language).sentence;
    expect(say('en')).toBe(
      'The net promoter score has fallen from 42 to 12, more than chance explains. It is 12 (±10) from 210 answers in the last 90 days, and was 42 (±11) from 120 answers in the 90 days before that. Read what dissatisfied customers wrote in the survey, and call some of them.',
    );
    expect(say('uk')).toBe(
      'Індекс лояльності NPS знизився з 42 до 12, і випадковістю цього не пояснити. За останні 90 днів він становить 12 (±10, 210 відповідей), а за попередні 90 днів становив 42 (±11, 120 відповідей). Прочитайте, що написали в опитуванні незадоволені клієнти, і зателефонуйте декому з них.',
    );
    expect(say('ru')).toBe(
      'Индекс лояльности NPS снизился с 42 до 12, и случайностью этого не объяснить. За последние 90 дней он равен 12 (±10, 210 ответов), а за предыдущие 90 дней был равен 42 (±11, 120 ответов). Прочитайте, что написали в опросе недовольные клиенты, и позвоните некоторым из них.',
    );
  });
});
