import type { ScoreFormWords } from '../../../../shared/i18n/score-form/words.ts';
import type { Question } from '../../../../shared/model/scorecard.ts';
import type { Answer } from './assess.ts';
import type { Draft } from './keep-draft.ts';

export interface Problem {
  readonly text: string;
  /** The id of what to go to. */
  readonly field: string;
  /** May be left as it is. */
  readonly isOptional: boolean;
}

/** What problems are found in. */
interface Entries {
  readonly draft: Draft;
  readonly questions: readonly Question[];
  readonly words: ScoreFormWords;
  readonly answerOf: (question: Question) => Answer | undefined;
  readonly isRefused: (question: Question, answer: Answer) => boolean;
  readonly needsComment: (question: Question) => boolean;
}

/** A text with its `{...}` filled in. */
export function filledIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What a file could not be imported with, and what was left out, in the order of the form. */
export function problemsOf(entries: Entries): Problem[] {
  const { draft, questions, words } = entries;
  const at = new Date(draft.at).getTime();
  const about = (isProblem: boolean, text: string, field: string): Problem[] =>
    isProblem ? [{ text, field, isOptional: false }] : [];
  return [
    // A year of two digits is taken for one of the first century.
    ...about(Number.isNaN(at) || at < Date.UTC(2000, 0), words.problem.at, 'at'),
    ...about(at > Date.now() + 86_400_000, words.problem.future, 'at'),
    ...about(draft.evaluator.trim() === '', words.problem.evaluator, 'evaluator'),
    ...questions.flatMap((question, index) => questionProblem(question, index + 1, entries)),
  ];
}

export function questionProblem(question: Question, n: number, entries: Entries): Problem[] {
  const { id, type } = question;
  const { problem } = entries.words;
  const answer = entries.answerOf(question);
  const about = (text: string, field: string, isOptional = false): Problem[] => {
    const range = type === 'scale' ? { min: question.min, max: question.max } : {};
    return [{ text: filledIn(text, { n, ...range }), field, isOptional }];
  };
  if (answer === undefined) return about(problem.unanswered, `q-${id}`, true);
  if (entries.isRefused(question, answer)) return about(type === 'scale' ? problem.range : problem.number, `q-${id}`);
  const isSilent = (entries.draft.comments[id] ?? '').trim() === '';
  return entries.needsComment(question) && isSilent ? about(problem.comment, `c-${id}`) : [];
}

/** A line that leads to what it is about. */
export function problemRow({ text, field }: Problem): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `#${field}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  });
  const row = document.createElement('li');
  row.append(link);
  return row;
}
