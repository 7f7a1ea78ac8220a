import { createElement as h, type ReactElement } from 'react';
import type { ScoreFormWords } from '../../../shared/i18n/score-form/words.ts';
import type { Question } from '../../../shared/model/scorecard.ts';
import { answerField, commentField, type Missing, notApplicable, type Sent } from './read-answers.ts';

/** A scale of more steps is a number to type. */
const mostSteps = 11;
const longestComment = 500;

export function questionPart(question: Question, n: number, sent: Sent, words: ScoreFormWords): ReactElement {
  const field = answerField(question);
  const value = sent[field] ?? '';
  const choices = choicesOf(question, words);
  const comment = commentField(question);
  return h(
    'fieldset',
    { key: question.id, id: field },
    h('legend', null, `${n}. ${question.ask}`),
    ...hintsOf(question, words),
    choices === null
      ? numberInput(question, field, value)
      : h('div', { className: 'choices' }, ...choices.map((each) => radio(field, each, value))),
    choices === null && question.na
      ? h('div', { className: 'choices' }, radio(field, { id: notApplicable, label: words.notApplicable }, value))
      : null,
    h(
      'div',
      { className: 'wide-field' },
      h('label', { htmlFor: comment }, words.comment),
      h('input', { id: comment, name: comment, maxLength: longestComment, defaultValue: sent[comment] ?? '' }),
    ),
  );
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Null for a number to type. */
function choicesOf(question: Question, words: ScoreFormWords): readonly Choice[] | null {
  const na = question.na ? [{ id: notApplicable, label: words.notApplicable }] : [];
  switch (question.type) {
    case 'yes-no':
      return [{ id: 'yes', label: words.yes }, { id: 'no', label: words.no }, ...na];
    case 'choice':
      return [...question.options, ...na];
    case 'scale': {
      const steps = question.max - question.min + 1;
      if (steps > mostSteps) return null;
      const values = Array.from({ length: steps }, (_, index) => String(question.min + index));
      return [...values.map((each) => ({ id: each, label: each })), ...na];
    }
    case 'number':
      return null;
  }
}

function radio(name: string, { id, label }: Choice, value: string): ReactElement {
  const own = `${name}-${id === notApplicable ? 'na' : id}`;
  return h(
    'label',
    { key: id, className: 'choice' },
    h('input', { type: 'radio', id: own, name, value: id, defaultChecked: value === id }),
    label,
  );
}

/** Its own "does not apply" has the same name: whichever comes last counts, and an empty text is none. */
function numberInput(question: Question, field: string, value: string): ReactElement {
  const unit = question.type === 'number' ? (question.unit ?? null) : null;
  return h(
    'div',
    { className: 'wide-field' },
    h('input', {
      ...{ id: `${field}-value`, name: field, type: 'text', inputMode: 'decimal', maxLength: 12 },
      'aria-label': question.ask,
      defaultValue: value === notApplicable ? '' : value,
    }),
    unit,
  );
}

function hintsOf(question: Question, words: ScoreFormWords): ReactElement[] {
  const hints = [
    ...(question.type === 'scale' ? [filled(words.scale, { min: question.min, max: question.max })] : []),
    ...(question.critical === undefined || question.critical === false ? [] : [words.critical]),
  ];
  return hints.map((hint) => h('p', { key: hint, className: 'mute' }, hint));
}

export function problemText({ what, question, n }: Missing, { problem }: ScoreFormWords): string {
  const range = question?.type === 'scale' ? { min: question.min, max: question.max } : {};
  return filled(problem[what], { n, ...range });
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
