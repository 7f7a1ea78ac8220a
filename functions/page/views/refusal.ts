import { createElement as h } from 'react';
import { outcomeWords } from '../../../shared/i18n/page/outcomes.ts';
import type { Language } from '../../../shared/model/business.ts';
import type { Refusal } from '../../../shared/model/page-outcome.ts';
import { paths } from '../paths.ts';
import { renderPage } from './layout.ts';

/** The page that says why a request got no further. */
export function renderRefusal(why: Refusal, language: Language): string {
  const { refused, back } = outcomeWords[language];
  const { title, sentence } = refused[why];
  const wayBack = why === 'no-key' ? [] : [h('p', { key: 'back' }, h('a', { href: paths.overview }, back))];
  return renderPage({
    language,
    title,
    body: [h('h1', { key: 'title' }, title), h('p', { key: 'why' }, sentence), ...wayBack],
  });
}
