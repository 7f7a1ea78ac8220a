import { Hono } from 'hono';
import { createElement as h } from 'react';
import { pageWords } from '../../../shared/i18n/page/page.ts';
import type { Language } from '../../../shared/model/business.ts';
import { pageMount } from '../../../shared/model/page-paths.ts';
import type { PageApp, PageDeps, PageEnvironment } from '../page-deps.ts';
import { securityHeaders } from '../security-headers.ts';
import { addServedFiles } from '../served-files.ts';
import { renderPage } from '../views/layout.ts';
import { serveBelow } from './serve-below.ts';

export interface FleetPageDeps extends Pick<PageDeps, 'onFailure'> {
  /** Of a business, by its id; null where it has none, or is none. */
  readonly pageOf: (business: string) => PageApp | null;
  /** The language of its page, of a business that is paused; null of any other. */
  readonly pausedIn: (business: string) => Language | null;
}

/** As business ids are written (`businessIdProblem`): nothing is decoded, so one business has one path. */
const firstPart = /^\/([a-z\d-]{1,40})(?=\/|$)/;

/**
 * The live pages of a fleet behind one address, each below the id of its business and with a gate of its own. Where a business has no
 * page, the answer is the same as where there is no such business. Where it is paused, so are its page, its status page and its feed: who has
 * a link, or subscribes to the feed, must not take them for gone.
 */
export function createFleetPage({ pageOf, pausedIn, onFailure }: FleetPageDeps): PageApp {
  const app = new Hono<PageEnvironment>();
  const pages = new Map<string, PageApp | null>();
  const knownPage = (business: string): PageApp | null => {
    const page = pages.get(business) ?? pageOf(business);
    // Only those that exist: what strangers ask for must not fill the memory.
    if (page !== null) pages.set(business, page);
    return page;
  };
  app.use(securityHeaders({}));
  addServedFiles(app);
  app.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const business = firstPart.exec(pathname)?.[1] ?? null;
    const page = business === null ? null : knownPage(business);
    if (page === null) {
      const language = business === null ? null : pausedIn(business);
      return language === null
        ? context.html(renderProblem('notFound'), 404)
        : context.html(renderProblem('paused', language), 503, { 'Cache-Control': 'no-store' });
    }
    const mount = pageMount(business);
    if (pathname === mount) return context.redirect(`${mount}/${search}`, 308);
    return serveBelow(mount, context.req.raw, (request) => page.fetch(request, context.env));
  });
  app.onError((error, context) => {
    onFailure?.(error);
    return context.html(renderProblem('failed'), 500);
  });
  return app;
}

/** @param language where it is known whose page it would be */
function renderProblem(kind: 'notFound' | 'failed' | 'paused', language: Language = 'en'): string {
  const { title, text } = pageWords[language].problem[kind];
  return renderPage({
    language,
    title,
    body: [h('section', { key: 'problem' }, h('h1', null, title), h('p', null, text))],
  });
}
