import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../../shared/model/business.ts';
import { paths } from '../paths.ts';

export interface Layout {
  readonly language: Language;
  readonly title: string;
  readonly body: readonly ReactNode[];
  /** What else stands in its head, such as where its feed is. */
  readonly head?: readonly ReactNode[];
}

/** A whole page. Its styles and its script are files of their own, so that the policy can forbid everything inline. */
export function renderPage({ language, title, body, head = [] }: Layout): string {
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, title),
      h('link', { rel: 'stylesheet', href: paths.styles }),
      ...head,
    ),
    h('body', null, h('main', null, ...body)),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}\n`;
}
