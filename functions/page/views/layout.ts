import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../../shared/model/business.ts';
import type { PageFrame } from '../page-frame.ts';
import { paths } from '../paths.ts';
import { scriptFile, stylesFile } from '../served-files.ts';

interface Layout {
  readonly language: Language;
  readonly title: string;
  readonly body: readonly ReactNode[];
  /** Who is here and where; absent on pages for which nobody is let in: they have no way to others. */
  readonly frame?: PageFrame;
  /** The address of the page in the navigation; absent where it is none of those. */
  readonly current?: typeof paths.overview | typeof paths.plan | typeof paths.weeks;
  /** After how many seconds the page looks for news; it does so only with a frame. */
  readonly refreshSeconds?: number;
  /** A form to be filled in: nothing on it changes by itself. */
  readonly isForm?: boolean;
  /** What else stands in its head, such as where its feed is. */
  readonly head?: readonly ReactNode[];
}

/** Sections with these attributes are put in the place of their older selves as soon as they change. */
export function live(id: string): { readonly 'data-live': string } {
  return { 'data-live': id };
}

/** A whole page. Its styles and its script are files of their own, so that the policy can forbid everything inline. */
export function renderPage(layout: Layout): string {
  const { language, title, body, frame, current, refreshSeconds = 30, isForm = false, head = [] } = layout;
  const page = h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, title),
      h('link', { rel: 'icon', href: icon }),
      h('link', { rel: 'stylesheet', href: stylesFile.address }),
      frame === undefined ? null : h('script', { src: scriptFile.address, defer: true }),
      ...head,
    ),
    h(
      'body',
      frame === undefined ? null : { 'data-seconds': refreshSeconds },
      frame === undefined ? null : top(frame, current),
      h('main', { id: 'main', tabIndex: -1 }, frame === undefined ? null : said(frame), ...body),
      frame === undefined || isForm ? null : bottom(frame),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}\n`;
}

/** Three lights. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#1c2329"/><circle cx="8" cy="3.4" r="2" fill="#e5574d"/><circle cx="8" cy="8" r="2" fill="#f5c542"/><circle cx="8" cy="12.6" r="2" fill="#3fae6e"/></svg>',
)}`;

function top(frame: PageFrame, current: Layout['current']): ReactElement {
  const { words, session, configuration, isLocal } = frame;
  const link = (path: string, text: string): ReactElement =>
    h('a', { key: path, href: path, ...(path === current && { 'aria-current': 'page' as const }) }, text);
  return h(
    'header',
    { className: 'top' },
    h('a', { className: 'skip', href: '#main' }, words.nav.skip),
    h(
      'div',
      { className: 'bar' },
      h('a', { className: 'home', href: paths.overview }, h('bdi', null, configuration.business)),
      h(
        'nav',
        { 'aria-label': words.nav.label },
        link(paths.overview, words.nav.overview),
        link(paths.plan, words.nav.plan),
        link(paths.weeks, words.nav.weeks),
      ),
      h(
        'div',
        { className: 'who' },
        h('span', null, h('bdi', null, session.who), ` (${words.role[session.role]})`),
        isLocal
          ? null
          : h(
              'form',
              { method: 'post', action: paths.signOut },
              h('button', { type: 'submit', className: 'plain' }, words.nav.signOut),
            ),
      ),
    ),
  );
}

/** How what the reader has just done ended, and the places for what the script has to say. */
function said({ said: outcome, words, times, now }: PageFrame): ReactNode[] {
  const isOk = outcome?.ok === true;
  return [
    outcome === null
      ? null
      : h(
          'p',
          { key: 'said', role: isOk ? 'status' : 'alert', className: isOk ? 'said' : 'said bad' },
          outcome.sentence,
        ),
    h(
      'p',
      { key: 'late', id: 'late', role: 'status', className: 'said bad', hidden: true },
      words.notUpdated(times.short(now)),
    ),
    h('p', { key: 'news', id: 'news', role: 'status', className: 'unseen' }),
  ];
}

function bottom({ words, times, now }: PageFrame): ReactElement {
  return h(
    'footer',
    { ...live('as-of'), className: 'mute' },
    h('time', { dateTime: now }, words.asOf(times.short(now))),
    ' ',
    h('span', { className: 'scripted' }, words.updatesItself),
  );
}
