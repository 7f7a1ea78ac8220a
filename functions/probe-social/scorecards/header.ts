import type { Question, ScorecardTemplate } from '../../../shared/model/scorecard.ts';

const usualNames = {
  scorecard: ['scorecard', 'card', 'картка', 'карта', 'чеклист', 'анкета'],
  version: ['version', 'версія', 'версия'],
  visit: ['visit', 'visitid', 'візит', 'визит', 'дзвінок', 'звонок', 'call', 'id'],
  at: ['at', 'date', 'datetime', 'visitedat', 'when', 'дата', 'датачас', 'датавремя', 'датавізиту', 'датавизита'],
  time: ['time', 'час', 'время'],
  evaluator: ['evaluator', 'assessor', 'auditor', 'shopper', 'оцінювач', 'оценщик', 'аудитор', 'перевіряв', 'проверял'],
  contact: ['contact', 'employee', 'staff', 'role', 'співробітник', 'сотрудник', 'працівник', 'работник', 'роль'],
  question: ['question', 'criterion', 'питання', 'вопрос', 'критерій', 'критерий'],
  answer: ['answer', 'score', 'відповідь', 'ответ', 'оцінка', 'оценка'],
  comment: ['comment', 'comments', 'note', 'коментар', 'комментарий', 'примітка', 'примечание'],
  evidence: ['evidence', 'proof', 'link', 'доказ', 'доказательство', 'посилання', 'ссылка'],
} as const;
export type ScoreField = keyof typeof usualNames;

/** Where each thing stands in a row. */
export interface ScoreColumns {
  /** As the file calls them. */
  readonly names: readonly string[];
  readonly fields: ReadonlyMap<ScoreField, number>;
  /** One row for each visit: the column of each question, and of its comment where there is one. */
  readonly questions: readonly { readonly question: Question; readonly at: number; readonly comment: number | null }[];
  /** Columns that mean nothing here. */
  readonly unknown: readonly number[];
}

/** What keeps a row from being the heading of such a file. */
interface NoHeader {
  readonly lacks: readonly string[];
}

/** @param row which may be the heading */
export function columnsOf(row: readonly string[], template: ScorecardTemplate): ScoreColumns | NoHeader {
  const names = row.map((name) => name.trim());
  const plain = names.map(simplified);
  const asked = template.sections.flatMap((section) => section.questions);
  // A question may be called "answer" or "comment", too; who writes a row for each answer means the column.
  const isLong = (['question', 'answer'] as const).every((field) => plain.some((name) => isCalled(name, field)));
  const questions = (isLong ? [] : asked).flatMap((question) => {
    const at = [question.id, question.ask].map((name) => plain.indexOf(simplified(name))).find((each) => each >= 0);
    return at === undefined ? [] : [{ question, at, comment: commentOf(question, plain) }];
  });
  const taken = new Set(questions.flatMap(({ at, comment }) => (comment === null ? [at] : [at, comment])));
  const fields = new Map<ScoreField, number>();
  for (const field of Object.keys(usualNames) as ScoreField[]) {
    const at = plain.findIndex((name, index) => !taken.has(index) && isCalled(name, field));
    if (at >= 0) fields.set(field, at);
  }
  const lacks = (['visit', 'at', 'evaluator'] as const).filter((field) => !fields.has(field)).map(String);
  if (!isLong && questions.length === 0) lacks.push('question and answer (or a column for each question)');
  if (lacks.length > 0) return { lacks };
  const known = new Set([...fields.values(), ...taken]);
  const unknown = names.flatMap((name, index) => (name === '' || known.has(index) ? [] : [index]));
  return { names, fields, questions, unknown };
}

function isCalled(name: string, field: ScoreField): boolean {
  return usualNames[field].some((each) => each === name);
}

/** `greeting comment`, `greeting: comment`, `greeting_comment` */
function commentOf({ id, ask }: Question, plain: readonly string[]): number | null {
  const wanted = [id, ask].flatMap((name) => usualNames.comment.map((each) => simplified(name) + each));
  const at = plain.findIndex((name) => wanted.includes(name));
  return at < 0 ? null : at;
}

function simplified(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
