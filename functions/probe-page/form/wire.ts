import type { BrowserContext, Request, Route } from 'playwright-core';
import { carries } from './payload.ts';

/** A request that the form made, as it stood at the wire. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** Playwright's resource type: `document`, `fetch`, `xhr`, `ping`, `websocket` ... */
  readonly type: string;
  readonly contentType: string;
  readonly body: Buffer | null;
  /** Bytes that we cannot look into. */
  readonly unreadable: boolean;
  /** Which of the typed values it carries. */
  readonly carries: readonly string[];
  /** What was answered: our stand-in's status, or the server's own when it was let through. */
  status: number | null;
  failure: string | null;
}

export type Policy = 'stop' | 'send-once';

/** Stands between the browser and the network for the life of a form visit. */
export interface Wire {
  readonly policy: Policy;
  readonly outgoing: readonly Outgoing[];
  /** From now on these values are the visitor's: whatever carries one of them is the form's request. */
  watch(values: readonly string[]): void;
  /** In `send-once`: the next request that carries what was typed may leave. */
  release(): void;
}

/** Captchas and maps of bots talk to their own hosts while a form is filled; that delivers nothing to the site. */
const captchaHosts = /(^|\.)(google\.com|recaptcha\.net|gstatic\.com|hcaptcha\.com|challenges\.cloudflare\.com)$/;
const captchaPaths = /recaptcha|hcaptcha|turnstile|challenge-platform/;
const analyticsHosts =
  /(^|\.)(google-analytics\.com|analytics\.google\.com|googletagmanager\.com|doubleclick\.net|googleadservices\.com|connect\.facebook\.net|mc\.yandex\.(ru|com)|hotjar\.(com|io)|clarity\.ms|segment\.(io|com)|mixpanel\.com|amplitude\.com|plausible\.io|matomo\.cloud|fullstory\.com|snap\.licdn\.com|analytics\.tiktok\.com|bat\.bing\.com)$/;

/**
 * Stops everything that could deliver what is typed: every request that is not a plain read, every read that carries a
 * typed value, every WebSocket message that does. Must stand before the form's page is opened, because a page's sockets are
 * caught when they are made.
 */
export async function guardWire(context: BrowserContext, policy: Policy): Promise<Wire> {
  const outgoing: Outgoing[] = [];
  let typed: readonly string[] = [];
  let tickets = 0;

  if (policy === 'stop') await context.addInitScript(closeSideDoors);
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (isHarmless(request, typed)) return route.continue();
    const host = new URL(request.url()).hostname;
    if (analyticsHosts.test(host) || typed.length === 0) return typed.length === 0 ? route.continue() : route.abort();
    const record = describe(request, typed);
    const isTheForm = record.carries.length > 0 || record.unreadable;
    if (policy === 'send-once' && !isTheForm) return route.continue();
    outgoing.push(record);
    if (policy === 'send-once' && tickets > 0) {
      tickets -= 1;
      return send(route, record);
    }
    record.status = 200;
    return answer(route);
  });
  await context.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const body = Buffer.from(message);
      const carried = carries(body.toString('utf8'), typed);
      if (carried.length === 0) return server.send(message);
      const record: Outgoing = {
        ...{ url: socket.url(), method: 'SEND', type: 'websocket', contentType: '', body, unreadable: false },
        ...{ carries: carried, status: 101, failure: null },
      };
      outgoing.push(record);
      if (policy === 'send-once' && tickets > 0) {
        tickets -= 1;
        server.send(message);
      }
    });
  });
  return {
    policy,
    outgoing,
    watch: (values) => {
      typed = [...new Set([...typed, ...values])];
    },
    release: () => {
      tickets = 1;
    },
  };
}

/**
 * Runs in every page before its own scripts and closes the two ways past every interception: what a page sends while it is
 * being left (first in line on the window, this listener keeps that event to itself), and shared workers.
 */
function closeSideDoors(): void {
  Reflect.deleteProperty(window, 'SharedWorker');
  const keep = (event: Event): void => {
    if (event.type !== 'visibilitychange' || document.visibilityState === 'hidden') event.stopImmediatePropagation();
  };
  for (const moment of ['beforeunload', 'pagehide', 'unload', 'visibilitychange', 'freeze', 'pageswap']) {
    window.addEventListener(moment, keep, { capture: true });
  }
}

function isHarmless(request: Request, typed: readonly string[]): boolean {
  const url = new URL(request.url());
  if (!/^https?:$/.test(url.protocol)) return true;
  if (captchaHosts.test(url.hostname) && captchaPaths.test(url.href)) return true;
  return /^(GET|HEAD|OPTIONS)$/.test(request.method()) && carries(`${url.pathname}${url.search}`, typed).length === 0;
}

function describe(request: Request, typed: readonly string[]): Outgoing {
  const body = request.postDataBuffer();
  const contentType = request.headers()['content-type'] ?? '';
  const text = body === null ? '' : body.toString('utf8');
  const hasBody = !/^(GET|HEAD)$/.test(request.method());
  return {
    url: request.url(),
    method: request.method(),
    type: request.resourceType(),
    contentType,
    body,
    unreadable: hasBody && (body === null || text.includes('\ufffd') || /encrypt|octet-stream/.test(contentType)),
    carries: carries(`${request.url()}\n${text}`, typed),
    status: null,
    failure: null,
  };
}

/** Polite: says who we are in a header that a server can filter, beside the user agent. */
async function send(route: Route, record: Outgoing): Promise<void> {
  const request = route.request();
  try {
    if (request.isNavigationRequest()) return await sendNavigation(route, record);
    const response = await route.fetch({
      headers: { ...request.headers(), 'x-touchlight': 'test' },
      maxRedirects: 0,
      timeout: 15_000,
    });
    record.status = response.status();
    await route.fulfill({ response });
  } catch (error) {
    record.failure = error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : String(error);
    await route.abort().catch(() => {});
  }
}

/** A native submission keeps its redirects: the browser follows them, we read how they end. */
async function sendNavigation(route: Route, record: Outgoing): Promise<void> {
  let request = route.request();
  await route.continue({ headers: { ...request.headers(), 'x-touchlight': 'test' } });
  let response = await request.response();
  for (let next = request.redirectedTo(); next !== null; next = request.redirectedTo()) {
    request = next;
    response = await request.response();
  }
  if (response === null) record.failure = request.failure()?.errorText ?? 'no answer';
  else record.status = response.status();
}

/** Our stand-in: an answer that says "accepted" in every usual way. */
async function answer(route: Route): Promise<void> {
  const request = route.request();
  const headers = {
    'access-control-allow-origin': request.headers()['origin'] ?? '*',
    'access-control-allow-credentials': 'true',
  };
  if (request.resourceType() === 'document') {
    const body = '<!doctype html><title>Accepted</title><p>Touchlight stopped this form before it was sent.</p>';
    return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body });
  }
  if (/^(fetch|xhr)$/.test(request.resourceType())) {
    const accepted = { ok: true, success: true, status: 'success', result: 'success', message: 'OK' };
    return route.fulfill({ status: 200, headers, contentType: 'application/json', body: JSON.stringify(accepted) });
  }
  return route.fulfill({ status: 204, headers, body: '' });
}
