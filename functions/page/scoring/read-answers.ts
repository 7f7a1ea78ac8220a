import { earnedShare } from '../../../shared/evaluation/scorecards/earned-share.ts';
import type { Question, ScorecardTemplate, ScoredVisit } from '../../../shared/model/scorecard.ts';

/** What a form sends: `q-<question>` and `c-<question>` beside when, who and whom. */
export type Sent = Readonly<Record<string, string>>;

/** What keeps a form from being saved, and where. */
export interface Missing {
  readonly what: 'at' | 'future' | 'evaluator' | 'comment' | 'number' | 'range';
  /** The field's id. */
  readonly field: string;
  /** Null for what is no question. */
  readonly question: Question | null;
  /** Of the question, from 1. */
  readonly n: number;
}

export type Answers = ScoredVisit['answers'];

/** Sent for "does not apply". */
export const notApplicable = '~';

export function answerField({ id }: Question): string {
  return `q-${id}`;
}

export function commentField({ id }: Question): string {
  return `c-${id}`;
}

/** What was answered, and what is wrong with it. A question without an answer is left out: it was not assessed. */
export function readAnswers(
  template: ScorecardTemplate,
  sent: Sent,
): { readonly answers: Answers; readonly missing: readonly Missing[] } {
  const answers: Answers = [];
  const missing: Missing[] = [];
  const questions = template.sections.flatMap((section) => section.questions);
  for (const [index, question] of questions.entries()) {
    const about = { question, n: index + 1 };
    const answer = answerOf(question, (sent[answerField(question)] ?? '').trim());
    if (answer === undefined) continue;
    const share = earnedShare(question, answer);
    if (answer !== null && share === null) {
      missing.push({ what: question.type === 'scale' ? 'range' : 'number', field: answerField(question), ...about });
      continue;
    }
    const comment = (sent[commentField(question)] ?? '').trim();
    if (template.comments === 'below-full' && share !== null && share < 1 && comment === '')
      missing.push({ what: 'comment', field: commentField(question), ...about });
    answers.push({ question: question.id, answer, ...(comment !== '' && { comment }) });
  }
  return { answers, missing };
}

/** Undefined where nothing was chosen or typed. */
function answerOf(question: Question, entered: string): Answers[number]['answer'] | undefined {
  if (entered === '') return undefined;
  if (entered === notApplicable && question.na) return null;
  if (question.type === 'yes-no' || question.type === 'choice') return entered;
  return /^[-+]?\d+([.,]\d+)?$/.test(entered) ? Number(entered.replace(',', '.')) : Number.NaN;
}
