import { quote } from '../../../shared/model/foreign-text.ts';
import type { Question } from '../../../shared/model/scorecard.ts';

/** A minus: "no" to those who write "yes" as a plus, otherwise "does not apply". Only the whole file tells. */
export const minus = Symbol('minus');

export type AnswerReading =
  | { readonly is: 'answer'; readonly answer: string | number | typeof minus; readonly isPlus?: true }
  | { readonly is: 'not-applicable' }
  /** Nothing was written. */
  | { readonly is: 'blank' }
  /** `message`: a sentence without its end. */
  | { readonly is: 'unreadable'; readonly message: string };

const yesWords = 'yes y true 1 + x х v ✓ ✔ ☑ так да'.split(' ');
const noWords = 'no n false 0 ✗ ✘ ☐ ні нет'.split(' ');
const minusSigns = ['-', '−'];
const notApplicable = [
  ...['n/a', 'na', 'n.a.', 'not applicable', 'does not apply', '–', '—'],
  ...['н/д', 'нд', 'н/з', 'не застосовно', 'не застосовується', 'не стосується'],
  ...['не применимо', 'неприменимо', 'не применяется', 'не относится'],
];

/** What people write into a cell, as an answer to the question. */
export function readAnswer(question: Question, text: string): AnswerReading {
  const word = text.trim().toLowerCase();
  if (word === '') return { is: 'blank' };
  // One of the answers may be called "na".
  const option = question.type === 'choice' ? optionCalled(word, question) : undefined;
  if (option !== undefined) return { is: 'answer', answer: option.id };
  if (notApplicable.includes(word)) return { is: 'not-applicable' };
  if (question.type === 'yes-no') return yesOrNo(word, text);
  if (minusSigns.includes(word)) return { is: 'not-applicable' };
  if (question.type === 'choice') return noneOf(question, text);
  const number = readNumber(word, question.type === 'number' ? question.unit : undefined);
  if (number === null) return unreadable(text, 'is not a number', example(question));
  if (question.type === 'number') return { is: 'answer', answer: number };
  const isOnScale = Number.isInteger(number) && number >= question.min && number <= question.max;
  return isOnScale ? { is: 'answer', answer: number } : unreadable(text, 'is not on the scale', example(question));
}

function yesOrNo(word: string, text: string): AnswerReading {
  if (yesWords.includes(word)) return { is: 'answer', answer: 'yes', ...(word === '+' && { isPlus: true }) };
  if (noWords.includes(word)) return { is: 'answer', answer: 'no' };
  if (minusSigns.includes(word)) return { is: 'answer', answer: minus };
  return unreadable(text, 'is neither yes nor no', 'write yes, no or n/a');
}

type Choice = Extract<Question, { type: 'choice' }>;

function optionCalled(word: string, { options }: Choice): Choice['options'][number] | undefined {
  return options.find(({ id, label }) => id === word || label.toLowerCase() === word);
}

function noneOf({ options }: Choice, text: string): AnswerReading {
  return unreadable(text, 'is none of the answers', `write ${options.map(({ id }) => id).join(', ')} or n/a`);
}

/** With a decimal point or comma, and spaces between thousands. */
function readNumber(word: string, unit?: string): number | null {
  const bare = unit !== undefined && word.endsWith(unit.toLowerCase()) ? word.slice(0, -unit.length) : word;
  const plain = bare.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return /^[+-]?\d{1,15}(?:[.,]\d{1,20})?(?:e[+-]?\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

function example(question: Exclude<Question, { type: 'yes-no' | 'choice' }>): string {
  return question.type === 'scale'
    ? `write a whole number from ${question.min} to ${question.max}, or n/a`
    : 'write one such as 3 or 2.5, without anything beside it';
}

function unreadable(text: string, what: string, remedy: string): AnswerReading {
  return { is: 'unreadable', message: `${quote(text, 40)} ${what}; ${remedy}` };
}
