import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, assess, readAnswer } from '../../../cli/score/form/in-browser/assess.ts';
import { summarizeScorecard } from '../../../shared/evaluation/scorecards/summary.ts';
import type { Question, ScoredVisit } from '../../../shared/model/scorecard.ts';
import { everyKind } from './a-template.ts';

const questions = everyKind.sections.flatMap((section) => section.questions);

/** Answers as they are typed and tapped. */
function assessed(entered: Readonly<Record<string, string>>) {
  return assess(everyKind, (question) => readAnswer(question, entered[question.id] ?? ''));
}

const perfect = { rings: '2', quarrel: 'no', solved: '5', callback: 'yes', warmth: '100', goodbye: 'warm' };

describe('the score that the form shows', () => {
  it('is full for full marks, and green', () => {
    expect(assessed(perfect)).toMatchObject({
      score: 1,
      light: 'green',
      failed: [],
      sections: ['opening', 'solution', 'farewell'].map((id) => ({ id, score: 1 })),
    });
  });

  it('weighs questions within their section and sections within the whole', () => {
    // Opening: (0.6 x 1 + 1 x 2) / 3 = 0.8667; solution: (0.6 x 3 + 0 + 1) / 5 = 0.56; farewell: 0.5.
    const { score, light } = assessed({ ...perfect, rings: '5', solved: '3', callback: 'no', goodbye: 'na' });
    expect(score).toBeCloseTo((20 * 0.8667 + 60 * 0.56 + 20 * 0.5) / 100, 3);
    expect(light).toBe('yellow');
  });

  it('takes what does not apply out of the sum, and says no light where too little is left', () => {
    expect(assessed({ ...perfect, callback: '~', rings: '~' }).score).toBe(1);
    expect(assessed({ quarrel: 'no', goodbye: 'warm' })).toMatchObject({ score: 1, light: 'unknown' });
  });

  it('is red where something critical failed, whatever the score', () => {
    expect(assessed({ ...perfect, quarrel: 'yes' })).toMatchObject({ light: 'red', failed: ['quarrel'] });
    expect(assessed({ ...perfect, rings: '11', solved: '1', goodbye: 'never' }).failed).toEqual([
      'rings',
      'solved',
      'goodbye',
    ]);
    expect(assessed({ ...perfect, rings: '10', solved: '2' }).failed).toEqual([]);
  });

  it.each([
    ['4,5', 4.5],
    ['4.5', 4.5],
    ['-2', -2],
    ['', undefined],
    ['~', null],
  ])('reads %j as %s', (entered, answer) => {
    expect(readAnswer(questions[0] as Question, entered)).toBe(answer);
  });

  it.each(['about 4', '1e3', '0x10', 'Infinity', '4,5,6', '4 5'])('counts %j as no number', (entered) => {
    expect(readAnswer(questions[0] as Question, entered)).toBeNaN();
    expect(assessed({ ...perfect, rings: entered }).score).toBe(1);
  });
});

describe('what the form shows and what Touchlight says after the import', () => {
  const now = Date.parse('2026-11-30T12:00:00.000Z');

  function afterImport(answers: ReadonlyMap<string, Answer | undefined>) {
    const visit: ScoredVisit = {
      ...{
        scorecard: 'every-kind',
        version: 3,
        visit: 'v',
        at: '2026-11-30T10:00:00.000Z',
        evaluator: 'OK',
        contact: null,
      },
      answers: [...answers].map(([question, answer]) => ({ question, answer: answer ?? null })),
    };
    return summarizeScorecard(everyKind, [visit], now);
  }

  const answersTo = (question: Question): fc.Arbitrary<Answer> => {
    switch (question.type) {
      case 'yes-no':
        return fc.constantFrom('yes', 'no', null);
      case 'scale':
        return fc.oneof(fc.integer({ min: question.min, max: question.max }), fc.constant(null));
      case 'choice':
        return fc.constantFrom(...question.options.map(({ id }) => id), null);
      case 'number':
        return fc.oneof(fc.integer({ min: 0, max: 15 }), fc.constant(null));
    }
  };
  const someAnswers = fc.record(Object.fromEntries(questions.map((each) => [each.id, answersTo(each)])), {
    requiredKeys: [],
  });

  it('are the same: score, sections, light and critical failures', () => {
    fc.assert(
      fc.property(someAnswers, (given) => {
        const answers = new Map(Object.entries(given));
        const shown = assess(everyKind, ({ id }) => answers.get(id));
        const told = afterImport(answers);
        expect(shown.light).toBe(told.light);
        expect(shown.failed).toEqual(told.criticalFailed.map(({ question }) => question));
        expect(shown.score ?? -1).toBeCloseTo(told.score ?? -1, 8);
        for (const [index, { score }] of shown.sections.entries()) {
          expect(score ?? -1).toBeCloseTo(told.sections[index]?.score ?? -1, 8);
        }
      }),
      { numRuns: 500 },
    );
  });
});
