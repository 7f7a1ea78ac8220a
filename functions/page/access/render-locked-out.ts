import { createElement as h } from 'react';
import { pageAccessWords } from '../../../shared/i18n/page-access/page-access.ts';
import type { Language } from '../../../shared/model/business.ts';
import { paths } from '../paths.ts';
import { renderPage } from '../views/layout.ts';

/** The one page for everybody who is not let in: it says neither what there is nor what was wrong. */
export function renderLockedOut(language: Language, hasSignIn: boolean): string {
  const { refused, howToGetIn, signIn } = pageAccessWords[language];
  return renderPage({
    language,
    title: 'Touchlight',
    body: [
      h('h1', { key: 'title' }, 'Touchlight'),
      h('p', { key: 'refused' }, refused),
      h('p', { key: 'how' }, howToGetIn),
      ...(hasSignIn ? [h('p', { key: 'sign-in' }, h('a', { href: paths.providerSignIn }, signIn))] : []),
    ],
  });
}
