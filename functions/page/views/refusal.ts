import { createElement as h } from 'react';
import { outcomeWords } from '../../../shared/i18n/page/outcomes.ts';
import { pageWords } from '../../../shared/i18n/page/page.ts';
import type { Language } from '../../../shared/model/business.ts';
import type { Refusal } from '../../../shared/model/page-outcome.ts';
import { paths } from '../paths.ts';
import { renderPage } from './layout.ts';

/** The page that says why a request got no further. */
export function renderRefusal(why: Refusal, language: Language): string {
  const { title, sentence } = outcomeWords[language].refused[why];
  const back = h('p', null, h('a', { href: paths.overview }, pageWords[language].problem.back));
  return renderPage({
    language,
    title,
    body: [
      h('section', { key: 'refusal' }, h('h1', null, title), h('p', null, sentence), why === 'no-key' ? null : back),
    ],
  });
}
