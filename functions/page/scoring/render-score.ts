import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { scoringWords } from '../../../shared/i18n/page/scoring.ts';
import { scoreFormWords } from '../../../shared/i18n/score-form/score-form.ts';
import type { ScoreFormWords } from '../../../shared/i18n/score-form/words.ts';
import type { Touchpoint } from '../../../shared/model/business.ts';
import type { ScorecardTemplate } from '../../../shared/model/scorecard.ts';
import type { PageFrame } from '../page-frame.ts';
import { scorePath } from '../paths.ts';
import { renderPage } from '../views/layout.ts';
import { problemText, questionPart } from './question-part.ts';
import type { Missing, Sent } from './read-answers.ts';

export interface ScoreForm {
  readonly touchpoint: Touchpoint;
  readonly template: ScorecardTemplate;
  /** As it was sent; at first the time and the visit's name alone. */
  readonly sent: Sent;
  readonly missing: readonly Missing[];
}

const longestWho = 40;

/** A scorecard to be filled in here: without a script, and nothing that was entered is lost when something is missing. */
export function renderScore({ touchpoint, template, sent, missing }: ScoreForm, frame: PageFrame): string {
  const words = scoreFormWords[template.language];
  const own = scoringWords[frame.language];
  const { language } = template;
  const hidden = { touchpoint: touchpoint.id, visit: sent['visit'] ?? '' };
  return renderPage({
    language: frame.language,
    title: `${template.title}: ${frame.configuration.business}`,
    frame,
    refreshSeconds: 300,
    isForm: true,
    body: [
      h(
        'section',
        { key: 'score', 'aria-labelledby': 'score-title' },
        h('h1', { id: 'score-title' }, h('bdi', { lang: language }, template.title)),
        h('p', { className: 'mute' }, own.intro),
        problems(missing, words, language),
        h(
          'form',
          { method: 'post', action: scorePath(touchpoint.id), lang: language, className: 'score', noValidate: true },
          ...Object.entries(hidden).map(([name, value]) => h('input', { key: name, type: 'hidden', name, value })),
          contactPart(sent, words),
          ...sectionParts(template, sent, words),
          h('button', { type: 'submit', lang: frame.language }, own.save),
        ),
      ),
    ],
  });
}

function problems(missing: readonly Missing[], words: ScoreFormWords, language: string): ReactElement | null {
  if (missing.length === 0) return null;
  const items = missing.map((each) =>
    h('li', { key: `${each.field} ${each.what}` }, h('a', { href: `#${each.field}` }, problemText(each, words))),
  );
  return h('div', { role: 'alert', className: 'said bad', lang: language }, words.before, h('ul', null, ...items));
}

function contactPart(sent: Sent, words: ScoreFormWords): ReactElement {
  return h(
    'fieldset',
    null,
    h('legend', null, words.visit),
    entry('at', words.at, null, { type: 'datetime-local', defaultValue: sent['at'] ?? '', required: true }),
    entry('evaluator', words.evaluator, words.evaluatorHint, who(sent['evaluator'], true)),
    entry('contact', words.contact, words.contactHint, who(sent['contact'], false)),
  );
}

function who(value: string | undefined, required: boolean) {
  return { type: 'text', maxLength: longestWho, autoComplete: 'off', defaultValue: value ?? '', required };
}

function entry(id: string, label: string, hint: string | null, input: Readonly<Record<string, unknown>>): ReactElement {
  const described = hint === null ? {} : { 'aria-describedby': `${id}-hint` };
  return h(
    'div',
    { className: 'wide-field' },
    h('label', { htmlFor: id }, label),
    h('input', { id, name: id, ...described, ...input }),
    hint === null ? null : h('p', { id: `${id}-hint`, className: 'mute' }, hint),
  );
}

function sectionParts({ sections }: ScorecardTemplate, sent: Sent, words: ScoreFormWords): ReactNode[] {
  let n = 0;
  return sections.map(({ id, title, questions }) =>
    h(
      'section',
      { key: id, 'aria-labelledby': `s-${id}` },
      h('h2', { id: `s-${id}` }, title),
      ...questions.map((question) => {
        n += 1;
        return questionPart(question, n, sent, words);
      }),
    ),
  );
}
