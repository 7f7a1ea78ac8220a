import { createElement as h, type ReactNode } from 'react';
import { pageAccessWords } from '../../../shared/i18n/page-access/page-access.ts';
import type { PageAccessWords } from '../../../shared/i18n/page-access/words.ts';
import type { Language } from '../../../shared/model/business.ts';
import { paths } from '../paths.ts';
import { renderPage } from '../views/layout.ts';

type Sentence = Exclude<keyof PageAccessWords, 'title' | 'signIn'>;

/** The one page for everybody who is not let in. */
export function renderRefusal(language: Language, hasSignIn: boolean): string {
  const words = pageAccessWords[language];
  const signIn = h('p', { key: 'sign-in' }, h('a', { href: paths.providerSignIn }, words.signIn));
  return renderSentences(['refused', 'howToGetIn'], language, hasSignIn ? [signIn] : []);
}

/** A short page that says why something was not done. */
export function renderSentences(
  sentences: readonly Sentence[],
  language: Language,
  below: readonly ReactNode[] = [],
): string {
  const words = pageAccessWords[language];
  return renderPage({
    language,
    title: 'Touchlight',
    body: [h('h1', { key: 'title' }, 'Touchlight'), ...sentences.map((key) => h('p', { key }, words[key])), ...below],
  });
}
