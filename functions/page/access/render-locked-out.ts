import { createElement as h } from 'react';
import { pageAccessWords } from '../../../shared/i18n/page-access/page-access.ts';
import type { Language } from '../../../shared/model/business.ts';
import { targetParameter } from '../../../shared/model/page-paths.ts';
import { paths } from '../paths.ts';
import { renderPage } from '../views/layout.ts';

/**
 * The one page for everybody who is not let in: it says neither what there is nor what was wrong.
 * @param wanted where the sign-in leads on; null where there is none
 */
export function renderLockedOut(language: Language, wanted: string | null): string {
  const { refused, howToGetIn, signIn } = pageAccessWords[language];
  return renderPage({
    language,
    title: 'Touchlight',
    body: [
      h('h1', { key: 'title' }, 'Touchlight'),
      h('p', { key: 'refused' }, refused),
      h('p', { key: 'how' }, howToGetIn),
      ...(wanted === null ? [] : [h('p', { key: 'sign-in' }, h('a', { href: signInPath(wanted) }, signIn))]),
    ],
  });
}

function signInPath(wanted: string): string {
  return wanted === paths.overview
    ? paths.providerSignIn
    : `${paths.providerSignIn}?${new URLSearchParams({ [targetParameter]: wanted })}`;
}
