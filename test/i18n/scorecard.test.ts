import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type ScorecardStatements, sayScorecard } from '../../shared/probes/scorecard/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';

type Id = keyof ScorecardStatements;

const unread = [sayScorecard('scorecard/file-unread', { file: 'may.csv' })];
const assessed = { n: 3, newestAt: '2026-11-20T10:00:00.000Z', timeZone: 'Europe/Kyiv', unread: [] };

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly ScorecardStatements[Each][] } = {
  'scorecard/summary': [
    { ...assessed, title: 'Зал', score: 0.91, agreement: null },
    { ...assessed, title: 'Зал', n: 1, score: 0.91, agreement: 0.8, unread },
  ],
  'scorecard/visits': [
    { ...assessed, weakest: null },
    { ...assessed, n: 5, weakest: { title: 'Прощання', score: 0.4 }, unread },
  ],
  'scorecard/critical': [
    { ...assessed, asked: 'Was it solved?', at: assessed.newestAt, others: 0, score: 0.9 },
    { ...assessed, asked: 'Was it solved?', at: '2026-11-18T10:00:00.000Z', others: 2, score: null, unread },
  ],
  'scorecard/no-visits': [{ template: 'live-contact', where: 's3://bucket/scorecards/floor/', unread: [] }],
  'scorecard/outdated': [
    { ...assessed, validForDays: 90, score: 0.9 },
    { ...assessed, n: 1, validForDays: 1, score: null, unread },
  ],
  'scorecard/too-few-answers': [{ ...assessed, answeredShare: 0.2 }],
  'scorecard/file-unread': [{ file: 'may.csv' }],
  'scorecard/rows-unread': [
    { file: 'may.csv', places: 1, row: 7, column: 'solved' },
    { file: 'may.csv', places: 12, row: 7, column: null },
    { file: 'may.csv', places: 3, row: null, column: null },
  ],
  'scorecard/names-taken': [
    { file: 'may.csv', visits: 1 },
    { file: 'may.csv', visits: 12 },
  ],
  'scorecard/no-folders': [{}],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

describe('what scorecard says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^["«]?\p{Lu}.*[.!?]["»]?$/su);
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      const { brief } = wordFinding({ kind: 'cause', cause: null, says }, 'scorecard', language);
      expect(brief).not.toMatch(/undefined| {2}|\(\)|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('is which critical question failed when, out of how many visits', () => {
    const critical = sayScorecard('scorecard/critical', {
      ...assessed,
      ...{ asked: 'Was it solved?', at: '2026-11-18T10:00:00.000Z', others: 1, score: 0.9 },
    });
    expect(wordStatement(critical, 'en')).toBe(
      '"Was it solved?" failed at the visit Wed 18 Nov 2026, 12:00, as did 1 other critical question (3 visits, the latest Fri 20 Nov 2026, 12:00, score 90%).',
    );
    expect(wordStatement(critical, 'uk')).toContain('3 візити, останній');
    expect(wordStatement(critical, 'ru')).toContain('3 визита, последний');
  });
});
