import type { Question, ScorecardTemplate, ScoredVisit } from '../../model/scorecard.ts';
import { earnedShare, isCriticalFailure } from './earned-share.ts';

/** What one evaluator's sheet of one visit comes to. Scores are shares from 0 to 1; null where nothing was answered. */
export interface SheetScore {
  readonly sheet: ScoredVisit;
  readonly total: number | null;
  /** By section id. */
  readonly sections: ReadonlyMap<string, number | null>;
  /** By question id: what its answer earned. Questions without an answer that counts are absent. */
  readonly earned: ReadonlyMap<string, number>;
  readonly criticalFailures: readonly string[];
  /** Share of the template's weight that was answered. */
  readonly answeredShare: number;
}

export function scoreSheet(template: ScorecardTemplate, sheet: ScoredVisit): SheetScore {
  const answers = new Map(sheet.answers.map(({ question, answer }) => [question, answer]));
  const questions = template.sections.flatMap((section) => section.questions);
  const earned = new Map<string, number>();
  for (const question of questions) {
    const share = earnedShare(question, answers.get(question.id) ?? null);
    if (share !== null) earned.set(question.id, share);
  }
  const sections = template.sections.map(({ id, weight, questions: asked }) => {
    const answered = asked.filter((question) => earned.has(question.id));
    const score = weightedMean(answered.map((question) => [earned.get(question.id) ?? 0, question.weight]));
    return { id, weight, score, answeredShare: weightOf(answered) / weightOf(asked) };
  });
  return {
    sheet,
    total: weightedMean(sections.flatMap(({ score, weight }) => (score === null ? [] : [[score, weight]]))),
    sections: new Map(sections.map(({ id, score }) => [id, score])),
    earned,
    criticalFailures: questions
      .filter((question) => isCriticalFailure(question, answers.get(question.id) ?? null))
      .map(({ id }) => id),
    answeredShare: weightedMean(sections.map(({ answeredShare, weight }) => [answeredShare, weight])) ?? 0,
  };
}

function weightOf(questions: readonly Question[]): number {
  return questions.reduce((total, { weight }) => total + weight, 0);
}

function weightedMean(values: readonly (readonly [value: number, weight: number])[]): number | null {
  const weight = values.reduce((total, [, each]) => total + each, 0);
  if (weight === 0) return null;
  return values.reduce((total, [value, each]) => total + value * each, 0) / weight;
}
