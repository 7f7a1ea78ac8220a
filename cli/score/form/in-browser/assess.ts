import type { Light } from '../../../../shared/model/light.ts';
import type { Question, ScorecardTemplate } from '../../../../shared/model/scorecard.ts';

/*
 * What runs in the browser travels as the text of its functions. So none of them may use anything of another file but types, nor
 * anything of its own file but functions.
 */

/** As a visit holds it: null for "does not apply". */
export type Answer = string | number | null;

/**
 * What was chosen or typed as an answer: undefined for none, NaN for a number that is none.
 * @param entered `~` for "does not apply"
 */
export function readAnswer(question: Question, entered: string): Answer | undefined {
  if (entered === '') return undefined;
  if (entered === '~') return null;
  if (question.type === 'yes-no' || question.type === 'choice') return entered;
  return /^[-+]?\d+([.,]\d+)?$/.test(entered) ? Number(entered.replace(',', '.')) : Number.NaN;
}

export function isRefused(question: Question, answer: Answer | undefined): boolean {
  if (typeof answer !== 'number') return false;
  if (question.type !== 'scale') return !Number.isFinite(answer);
  return !(Number.isInteger(answer) && answer >= question.min && answer <= question.max);
}

/** From 0 to 1; null for what does not count: no answer, "does not apply", or a number that is none. */
export function earns(question: Question, answer: Answer | undefined): number | null {
  if (answer === undefined || answer === null || isRefused(question, answer)) return null;
  switch (question.type) {
    case 'yes-no':
      return answer === question.full ? 1 : 0;
    case 'scale':
      return (Number(answer) - question.min) / (question.max - question.min);
    case 'choice':
      return question.options.find(({ id }) => id === answer)?.earns ?? null;
    case 'number':
      return Math.min(1, Math.max(0, (Number(answer) - question.none) / (question.full - question.none)));
  }
}

export function failsCritically(question: Question, answer: Answer | undefined): boolean {
  const share = earns(question, answer);
  if (share === null || question.critical === undefined) return false;
  switch (question.type) {
    case 'yes-no':
      return question.critical && share === 0;
    case 'scale':
      return Number(answer) < question.critical.below;
    case 'choice':
      return share < question.critical.below;
    case 'number':
      return question.full < question.none
        ? Number(answer) > question.critical.beyond
        : Number(answer) < question.critical.beyond;
  }
}

export function weightedMean(values: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const weight = values.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? null : values.reduce((sum, each) => sum + each.value * each.weight, 0) / weight;
}

export interface Assessment {
  /** From 0 to 1. */
  readonly score: number | null;
  readonly light: Light;
  readonly sections: readonly { readonly id: string; readonly score: number | null }[];
  /** Ids of critical questions that failed. */
  readonly failed: readonly string[];
}

/** What one visit comes to, as Touchlight will judge it: less than 60% of the weight answered is grey, a critical failure red. */
export function assess(template: ScorecardTemplate, answerOf: (question: Question) => Answer | undefined): Assessment {
  const sections = template.sections.map(({ id, weight, questions }) => {
    const shares = questions.map((question) => ({
      value: earns(question, answerOf(question)),
      weight: question.weight,
    }));
    const counted = shares.flatMap(({ value, weight: each }) => (value === null ? [] : [{ value, weight: each }]));
    const answered = shares.map(({ value, weight: each }) => ({ value: value === null ? 0 : 1, weight: each }));
    return { id, weight, score: weightedMean(counted), answered: weightedMean(answered) ?? 0 };
  });
  const score = weightedMean(
    sections.flatMap(({ score: value, weight }) => (value === null ? [] : [{ value, weight }])),
  );
  const answered = weightedMean(sections.map(({ answered: value, weight }) => ({ value, weight }))) ?? 0;
  const failed = template.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => failsCritically(question, answerOf(question)))
    .map(({ id }) => id);
  const rounded = score === null ? 0 : Math.round(score * 1e9) / 1e9;
  const light = (): Light => {
    if (failed.length > 0) return 'red';
    if (score === null || answered < 0.6 - 1e-9) return 'unknown';
    if (rounded < template.bounds.red) return 'red';
    return rounded < template.bounds.green ? 'yellow' : 'green';
  };
  return { score, light: light(), sections, failed };
}
