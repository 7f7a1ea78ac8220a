import type { Page, Response } from 'playwright-core';
import { withinDeadline } from '../runtime/deadline.ts';

/** What came with the document that the visitor sees in the end. */
interface Sent {
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The beginning of the document as it was sent; absent when it could not be read. */
  readonly body?: string;
}

/** How the first page load ended, from the visitor's view. */
export type Landing =
  | ({ readonly kind: 'page'; readonly url: string; readonly status: number; readonly loaded: boolean } & Sent)
  | ({ readonly kind: 'http-error'; readonly url: string; readonly status: number; readonly statusText: string } & Sent)
  | { readonly kind: 'not-a-page'; readonly url: string; readonly contentType: string }
  | {
      readonly kind: 'failed';
      readonly cause: 'unreachable' | 'bad-tls' | 'redirect-loop' | 'no-network';
      readonly sentence: string;
    };

/** Chromium's net error names, in words a visitor would use. Source: net/base/net_error_list.h. */
export function describeNetError(message: string, url: string): Extract<Landing, { kind: 'failed' }> {
  const host = new URL(url).host;
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? '';
  const failed = (cause: Extract<Landing, { kind: 'failed' }>['cause'], sentence: string) =>
    ({ kind: 'failed', cause, sentence }) as const;
  if (code === 'ERR_NAME_NOT_RESOLVED')
    return failed('unreachable', `There is no host called ${host} (the name does not resolve).`);
  if (code === 'ERR_CONNECTION_REFUSED')
    return failed('unreachable', `${host} refuses the connection: no web server is listening there.`);
  if (code === 'ERR_TOO_MANY_REDIRECTS')
    return failed('redirect-loop', `${host} redirects in a circle: no page ever appears.`);
  if (code === 'ERR_INTERNET_DISCONNECTED' || code === 'ERR_NETWORK_CHANGED' || code === 'ERR_NETWORK_ACCESS_DENIED') {
    return failed('no-network', 'This machine has no network, so nothing can be said about the site.');
  }
  if (/^ERR_(CERT|SSL|BAD_SSL)/.test(code)) {
    return failed(
      'bad-tls',
      `The browser refuses the certificate of ${host} (${code}): visitors see a security warning instead of the page.`,
    );
  }
  if (code === 'ERR_TIMED_OUT' || code === 'ERR_CONNECTION_TIMED_OUT')
    return failed('unreachable', `${host} does not answer: the connection timed out.`);
  return failed('unreachable', `${host} does not answer properly (${code === '' ? 'the connection broke' : code}).`);
}

export async function describeResponse(response: Response, loaded: boolean): Promise<Landing> {
  const status = response.status();
  const url = response.url();
  const headers = response.headers();
  // A page with nothing in it is none, whatever its status says.
  if (status >= 400 || status === 204 || status === 205) {
    const sent = { headers, ...(await beginningOf(response, loaded)) };
    return { kind: 'http-error', url, status, statusText: response.statusText(), ...sent };
  }
  const contentType = (headers['content-type'] ?? 'text/html').split(';')[0]?.trim() ?? '';
  if (!/html|xml/.test(contentType)) return { kind: 'not-a-page', url, contentType };
  return { kind: 'page', url, status, loaded, headers, ...(await beginningOf(response, loaded)) };
}

const bodyPatienceMs = 1_000;
const bodyAtMost = 64 * 1024;

/** A document that never ends has no body to ask for. */
async function beginningOf(response: Response, loaded: boolean): Promise<{ body?: string }> {
  if (!loaded) return {};
  return withinDeadline(response.text(), AbortSignal.timeout(bodyPatienceMs)).then(
    (body) => ({ body: body.slice(0, bodyAtMost) }),
    () => ({}),
  );
}

/**
 * Follows the main frame: a page that sends the visitor on by script, or a challenge that lets the browser in, is followed
 * by another document, and that one counts.
 * @returns the response whose document is shown now; null before the first
 */
export function followDocuments(page: Page): () => Response | null {
  let arrived: Response | null = null;
  let shown: Response | null = null;
  page.on('response', (response) => {
    if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return;
    const { 'content-disposition': disposition = '' } = response.headers();
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (!isRedirect && !/^\s*attachment/i.test(disposition)) arrived = response;
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) shown = arrived;
  });
  return () => shown ?? arrived;
}
