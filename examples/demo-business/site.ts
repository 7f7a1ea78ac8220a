import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { isRead, send, sendText } from './answer.ts';
import type { Assets } from './assets.ts';
import type { ContactMessage } from './contact-form.ts';
import { createContactPage } from './contact-page.ts';
import type { SiteState } from './faults.ts';
import type { PageName, RenderPage, Visit } from './pages.ts';
import type { Values } from './template.ts';

const pagePaths: Readonly<Record<string, PageName>> = {
  '/': 'home',
  '/services': 'services',
  '/prices': 'prices',
  '/contact': 'contact',
};

export interface SiteOptions {
  readonly assets: Assets;
  readonly renderPage: RenderPage;
  /** Asked at each request, because faults switch while the site runs. */
  readonly state: () => SiteState;
  readonly accept: (message: ContactMessage) => Promise<void>;
}

type AnswerSite = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

/** The visitors' side of the business: pages, files and the contact form. */
export function createSite({ assets, renderPage, state, accept }: SiteOptions): AnswerSite {
  async function sendPage(
    page: PageName,
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    values: Values,
  ): Promise<void> {
    const site = state();
    await delay(site.htmlDelayMs, undefined, { ref: false });
    const content = renderPage(page, site, visitOf(request), values);
    send(request, response, status, { type: 'text/html; charset=utf-8', content, cache: 'no-cache' });
  }

  const answerContact = createContactPage({ state, accept, sendPage });

  return async (request, response, path) => {
    if (path === '/contact') return answerContact(request, response);
    if (!isRead(request)) return void response.writeHead(405, { allow: 'GET' }).end();
    const page = pagePaths[path];
    if (page !== undefined) return sendPage(page, request, response, 200, {});
    if (path === '/robots.txt') return sendText(request, response, 200, 'User-agent: *\nAllow: /\n');
    const asset = assets.get(path === '/favicon.ico' ? 'favicon.png' : (/^\/assets\/(.+)$/.exec(path)?.[1] ?? ''));
    if (asset === undefined) return sendPage('not-found', request, response, 404, {});
    send(request, response, 200, { ...asset, cache: 'public, max-age=31536000, immutable' });
  };
}

function visitOf(request: IncomingMessage): Visit {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  return { path, cookiesAccepted: /(?:^|;\s*)cookies=ok(?:;|$)/.test(request.headers.cookie ?? '') };
}
