import type { Response } from 'playwright-core';

/** How the first page load ended, from the visitor's view. */
export type Landing =
  | { readonly kind: 'page'; readonly url: string; readonly status: number; readonly loaded: boolean }
  | { readonly kind: 'http-error'; readonly url: string; readonly status: number; readonly statusText: string }
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

export function describeResponse(response: Response, loaded: boolean): Landing {
  const status = response.status();
  const url = response.url();
  if (status >= 400) return { kind: 'http-error', url, status, statusText: response.statusText() };
  const contentType = (response.headers()['content-type'] ?? 'text/html').split(';')[0]?.trim() ?? '';
  if (!/html|xml/.test(contentType)) return { kind: 'not-a-page', url, contentType };
  return { kind: 'page', url, status, loaded };
}
