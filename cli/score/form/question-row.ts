import { createElement as h, type ReactElement } from 'react';
import type { ScoreFormWords } from '../../../shared/i18n/score-form/words.ts';
import type { Question } from '../../../shared/model/scorecard.ts';

/** More steps than these are typed. */
const mostButtons = 11;

/** One question with its answers and its comment. The script refers to the parts by their ids. */
export function questionRow(question: Question, number: number, words: ScoreFormWords): ReactElement {
  const { id, ask, critical } = question;
  const isCritical = critical !== undefined && critical !== false;
  const described = isCritical || question.type === 'scale';
  return h(
    'fieldset',
    { key: id, id: `q-${id}`, tabIndex: -1, ...(described && { 'aria-describedby': `d-${id}` }) },
    h('legend', null, `${number}. `, h('bdi', null, ask)),
    described
      ? h(
          'div',
          { id: `d-${id}`, className: 'mute' },
          isCritical ? h('p', null, words.critical) : null,
          question.type === 'scale' ? h('p', null, scaleHint(question, words)) : null,
        )
      : null,
    answers(question, words),
    h(
      'button',
      {
        type: 'button',
        id: `o-${id}`,
        className: 'quiet',
        'data-comment': id,
        'aria-label': `${words.addComment}: ${number}`,
      },
      words.addComment,
    ),
    h(
      'div',
      { id: `k-${id}`, className: 'comment', hidden: true },
      h('label', { id: `l-${id}`, htmlFor: `c-${id}` }, words.comment),
      h('textarea', { id: `c-${id}`, name: `c-${id}`, maxLength: 2000, rows: 2, autoComplete: 'off' }),
    ),
  );
}

function scaleHint({ min, max }: Extract<Question, { type: 'scale' }>, { scale }: ScoreFormWords): string {
  return scale.replace('{min}', String(min)).replace('{max}', String(max));
}

function answers(question: Question, words: ScoreFormWords): ReactElement {
  const { id, na } = question;
  const none = na ? [pick('radio', `a-${id}`, '~', words.notApplicable, true)] : [];
  switch (question.type) {
    case 'yes-no':
      return h(
        'div',
        { className: 'picks' },
        pick('radio', `a-${id}`, 'yes', words.yes),
        pick('radio', `a-${id}`, 'no', words.no),
        ...none,
      );
    case 'choice': {
      const options = question.options.map(({ id: value, label }) => pick('radio', `a-${id}`, value, label));
      return h('div', { className: 'picks words' }, ...options, ...none);
    }
    case 'scale': {
      const steps = question.max - question.min + 1;
      if (steps > mostButtons) return typed(question, words);
      const buttons = Array.from({ length: steps }, (_, step) => String(question.min + step));
      const className = `picks scale${steps > 6 ? '' : ' short'}`;
      return h('div', { className }, ...buttons.map((value) => pick('radio', `a-${id}`, value, value)), ...none);
    }
    case 'number':
      return typed(question, words);
  }
}

function pick(type: 'radio' | 'checkbox', name: string, value: string, label: string, isNone = false): ReactElement {
  const isBox = type === 'checkbox';
  return h(
    'label',
    { key: value, className: isNone ? 'pick none' : 'pick' },
    h('input', { type, ...(isBox ? { id: name } : { name, value }), autoComplete: 'off' }),
    h('span', null, label),
  );
}

/** A number, by thumb or by keyboard. */
function typed(question: Question, words: ScoreFormWords): ReactElement {
  const { id, na, ask } = question;
  const step = (by: number, sign: string, label: string): ReactElement =>
    h('button', { type: 'button', className: 'step', value: id, 'data-step': by, 'aria-label': label }, sign);
  const unit = question.type === 'number' ? question.unit : undefined;
  return h(
    'div',
    { className: 'number' },
    step(-1, '−', words.less),
    h('input', {
      ...{ type: 'text', inputMode: 'decimal', id: `a-${id}`, name: `a-${id}`, maxLength: 12, autoComplete: 'off' },
      'aria-label': unit === undefined ? ask : `${ask} (${unit})`,
    }),
    step(1, '+', words.more),
    unit === undefined ? null : h('span', { className: 'unit' }, unit),
    na ? pick('checkbox', `n-${id}`, '~', words.notApplicable, true) : null,
  );
}
