import { createElement as h } from 'react';
import { pageWords } from '../../../shared/i18n/page/page.ts';
import type { Language } from '../../../shared/model/business.ts';
import { paths } from '../paths.ts';
import { renderPage } from './layout.ts';

/** One sentence, the same whatever was asked for: it repeats nothing of the request and tells nobody what there is. */
export function renderProblem(kind: 'notFound' | 'failed', language: Language): string {
  const { problem } = pageWords[language];
  const { title, text } = problem[kind];
  return renderPage({
    language,
    title,
    body: [
      h(
        'section',
        { key: 'problem' },
        h('h1', null, title),
        h('p', null, text),
        h('p', null, h('a', { href: paths.overview }, problem.back)),
      ),
    ],
  });
}
