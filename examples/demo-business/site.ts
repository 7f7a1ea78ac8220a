import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { send } from './answer.ts';
import type { Assets } from './assets.ts';
import { type ContactMessage, Refusal, readContactMessage } from './contact-form.ts';
import type { SiteState } from './faults.ts';
import type { PageName, RenderPage, Visit } from './pages.ts';
import type { Values } from './template.ts';

const pagePaths: Readonly<Record<string, PageName>> = {
  '/': 'home',
  '/services': 'services',
  '/prices': 'prices',
  '/contact': 'contact',
};
const emptyForm: Values = { error: null, typedName: '', typedEmail: '', typedPhone: '', typedMessage: '' };

export interface SiteOptions {
  readonly assets: Assets;
  readonly renderPage: RenderPage;
  /** Asked at each request, because faults switch while the site runs. */
  readonly state: () => SiteState;
  readonly accept: (message: ContactMessage) => void;
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

  async function answerForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wantsJson = (request.headers.accept ?? '').includes('application/json');
    try {
      const message = await readContactMessage(request);
      accept(message);
      if (state().acceptance === 'empty') return void response.writeHead(204).end();
      const thanks = `Thank you, ${message.name}. We answer within a working day.`;
      if (wantsJson) return sendJson(request, response, 200, { message: thanks });
      await sendPage('thank-you', request, response, 200, { thanks });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (wantsJson) return sendJson(request, response, error.status, { error: error.message });
      await sendPage('contact', request, response, error.status, typedAgain(error));
    }
  }

  async function answerContact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isRead(request)) return sendPage('contact', request, response, 200, emptyForm);
    if (state().formEndpoint === 'answers-500') {
      return sendText(request, response, 500, 'Internal Server Error');
    }
    if (request.method === 'POST') return answerForm(request, response);
    const status = request.method === 'OPTIONS' ? 204 : 405;
    response.writeHead(status, { allow: 'GET, POST, OPTIONS' }).end();
  }

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

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function visitOf(request: IncomingMessage): Visit {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  return { path, cookiesAccepted: /(?:^|;\s*)cookies=ok(?:;|$)/.test(request.headers.cookie ?? '') };
}

function typedAgain({ message, typed }: Refusal): Values {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return {
    error: message,
    typedName: text('name'),
    typedEmail: text('email'),
    typedPhone: text('phone'),
    typedMessage: text('message'),
  };
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, content: string): void {
  send(request, response, status, { type: 'text/plain; charset=utf-8', content, cache: 'no-store' });
}

function sendJson(request: IncomingMessage, response: ServerResponse, status: number, value: unknown): void {
  send(request, response, status, { type: 'application/json', content: JSON.stringify(value), cache: 'no-store' });
}
