import { createHash } from 'node:crypto';
import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { scoreFormWords } from '../../../shared/i18n/score-form/score-form.ts';
import type { ScoreFormWords } from '../../../shared/i18n/score-form/words.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { ScorecardTemplate } from '../../../shared/model/scorecard.ts';
import { browserScript } from './browser-script.ts';
import { formStyles } from './form-styles.ts';
import type { FormData } from './in-browser/score-form.ts';
import { questionRow } from './question-row.ts';

/**
 * A scorecard as one file that a phone's browser opens without a connection. Its own policy lets nothing in but its styles and its
 * script, so it asks nobody for anything and sends nothing anywhere.
 */
export function renderForm(template: ScorecardTemplate): string {
  const words = scoreFormWords[template.language];
  const page = h(
    'html',
    { lang: template.language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'format-detection', content: 'telephone=no' }),
      h('title', null, template.title),
      h('style', null, formStyles),
    ),
    h(
      'body',
      null,
      h('main', null, ...content(template, words)),
      // JSON stays JSON with its "<" escaped, and no text in it can end the element.
      h(
        'script',
        { type: 'application/json', id: 'data' },
        JSON.stringify(dataOf(template, words)).replaceAll('<', '\\u003c'),
      ),
      h('script', null, browserScript),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}\n`;
}

const policy = [
  "default-src 'none'",
  `style-src '${hashOf(formStyles)}'`,
  `script-src '${hashOf(browserScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function dataOf(template: ScorecardTemplate, words: ScoreFormWords): FormData {
  const fingerprint = createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 12);
  return { template, words, shapes, key: `touchlight-score-${template.scorecard}-${fingerprint}` };
}

function content(template: ScorecardTemplate, words: ScoreFormWords): ReactNode[] {
  const questions = template.sections.flatMap((section) => section.questions);
  return [
    h(
      'header',
      { key: 'header' },
      h('h1', { id: 'title', tabIndex: -1 }, h('bdi', null, template.title)),
      h('p', { id: 'kept', className: 'mute' }),
      h(
        'div',
        { id: 'already', hidden: true },
        h('p', { id: 'already-text' }),
        itIsThere('already-there', words),
        newVisit(words),
      ),
      h('p', { className: 'inert' }, words.noScript),
    ),
    h(
      'div',
      { key: 'bar', className: 'bar' },
      h('p', { id: 'count' }),
      h('progress', { id: 'progress', max: questions.length, value: 0, 'aria-labelledby': 'count' }),
    ),
    h(
      'form',
      { key: 'form', id: 'form', noValidate: true, autoComplete: 'off' },
      aboutTheVisit(words),
      ...template.sections.map(({ id, title, questions: asked }) =>
        h(
          'section',
          { key: id, 'aria-labelledby': `h-${id}` },
          h('h2', { id: `h-${id}` }, h('bdi', null, title)),
          ...asked.map((question) => questionRow(question, questions.indexOf(question) + 1, words)),
        ),
      ),
      result(template, words),
      finish(words),
    ),
  ];
}

function aboutTheVisit(words: ScoreFormWords): ReactElement {
  const field = (id: string, label: string, hint: string | null, input: object): ReactElement =>
    h(
      'div',
      { key: id, className: 'field' },
      h('label', { htmlFor: id }, label),
      hint === null ? null : h('p', { id: `hint-${id}`, className: 'mute' }, hint),
      h('input', { id, name: id, ...(hint !== null && { 'aria-describedby': `hint-${id}` }), ...input }),
    );
  const initials = { type: 'text', maxLength: 40, autoComplete: 'off', autoCapitalize: 'characters' };
  return h(
    'section',
    { key: 'visit', 'aria-labelledby': 'about' },
    h('h2', { id: 'about' }, words.visit),
    field('at', words.at, null, { type: 'datetime-local', required: true }),
    field('evaluator', words.evaluator, words.evaluatorHint, { ...initials, required: true }),
    field('contact', words.contact, words.contactHint, initials),
    h(
      'details',
      { id: 'together' },
      h('summary', null, words.together),
      field('name', words.name, words.nameHint, { ...initials, maxLength: 80, autoCapitalize: 'none' }),
    ),
  );
}

function result(template: ScorecardTemplate, words: ScoreFormWords): ReactElement {
  return h(
    'section',
    { key: 'result', 'aria-labelledby': 'result-title' },
    h('h2', { id: 'result-title' }, words.result),
    h(
      'div',
      { className: 'sum' },
      h('span', null, words.total),
      h('strong', { id: 'total' }, '–'),
      h('span', { id: 'light', className: 'chip unknown' }),
    ),
    h('p', { id: 'why' }),
    h(
      'table',
      { 'aria-labelledby': 'result-title' },
      h(
        'tbody',
        null,
        ...template.sections.map(({ id, title }) =>
          h('tr', { key: id }, h('th', { scope: 'row' }, h('bdi', null, title)), h('td', { id: `s-${id}` }, '–')),
        ),
      ),
    ),
  );
}

function finish(words: ScoreFormWords): ReactElement {
  const button = (way: string, label: string, className?: string): ReactElement =>
    h('button', { key: way, type: 'button', id: way, 'data-way': way, className }, label);
  return h(
    'section',
    { key: 'finish', 'aria-labelledby': 'finish-title' },
    h('h2', { id: 'finish-title' }, words.finish),
    h('p', { className: 'mute' }, words.privacy),
    h(
      'div',
      { id: 'problems', role: 'alert', tabIndex: -1, hidden: true },
      h('p', null, words.before),
      h('ul', { id: 'problem-list' }),
      h('button', { type: 'button', id: 'save-anyway', className: 'plain', hidden: true }, words.saveAnyway),
    ),
    h(
      'div',
      { className: 'actions' },
      button('save', words.save),
      button('share', words.share, 'plain'),
      button('copy', words.copy, 'plain'),
    ),
    h('p', { id: 'said', className: 'said', role: 'status' }),
    itIsThere('there', words),
    h(
      'div',
      { id: 'by-hand', hidden: true },
      h('label', { htmlFor: 'text' }, words.text),
      h('textarea', { id: 'text', readOnly: true, rows: 6, autoComplete: 'off' }),
    ),
    newVisit(words),
  );
}

function itIsThere(id: string, words: ScoreFormWords): ReactElement {
  return h('button', { type: 'button', id, className: 'there', 'data-there': true, hidden: true }, words.there);
}

function newVisit(words: ScoreFormWords): ReactElement {
  return h('button', { type: 'button', className: 'plain next', 'data-next': true }, words.newVisit);
}
