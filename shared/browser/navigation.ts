import type { Response } from 'playwright-core';
import { withinDeadline } from '../runtime/deadline.ts';
import { describeDetour, type PrivateAddressError } from './public-addresses.ts';

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
      readonly cause:
        | 'unreachable'
        | 'bad-tls'
        | 'http-error'
        | 'redirect-loop'
        | 'frozen'
        | 'never-loads'
        | 'page-crash'
        | 'page-meddles'
        | 'no-network'
        | 'private-address';
      readonly sentence: string;
    };

/** Chromium's net error names, in words a visitor would use. Source: net/base/net_error_list.h. */
function describeNetError(message: string, url: string): Failed {
  const host = new URL(url).host;
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? '';
  const failed = (cause: Failed['cause'], sentence: string) => ({ kind: 'failed', cause, sentence }) as const;
  if (code === 'ERR_NAME_NOT_RESOLVED')
    return failed(
      'unreachable',
      `There is no host called ${host}: the name does not resolve. Check its spelling, then whether the domain is still registered and has its DNS entry.`,
    );
  if (code === 'ERR_CONNECTION_REFUSED')
    return failed(
      'unreachable',
      `${host} refuses the connection: no web server is listening there. Ask your hosting company to start it.`,
    );
  if (code === 'ERR_TOO_MANY_REDIRECTS') return redirectLoop(host);
  if (code === 'ERR_RESPONSE_HEADERS_TOO_BIG')
    return failed(
      'http-error',
      `${host} sends more headers than browsers accept: they show an error instead of the page. Usually a program sets far too many cookies; whoever looks after the site has to clear them.`,
    );
  if (code === 'ERR_INVALID_AUTH_CREDENTIALS' || code === 'ERR_HTTP_RESPONSE_CODE_FAILURE')
    return failed(
      'http-error',
      `${host} sends an error without a page. Whoever looks after the site finds the cause in its error log.`,
    );
  if (code === 'ERR_INTERNET_DISCONNECTED' || code === 'ERR_NETWORK_CHANGED' || code === 'ERR_NETWORK_ACCESS_DENIED') {
    return failed('no-network', 'This machine has no network, so nothing can be said about the site.');
  }
  if (/^ERR_(CERT|SSL|BAD_SSL)/.test(code)) {
    return failed(
      'bad-tls',
      `The browser refuses the certificate of ${host} (${code}): visitors see a security warning instead of the page. Ask your hosting company for a valid certificate; the check "availability" says what is wrong with this one.`,
    );
  }
  if (code === 'ERR_TIMED_OUT' || code === 'ERR_CONNECTION_TIMED_OUT')
    return failed(
      'unreachable',
      `${host} does not answer: the connection timed out. Ask your hosting company whether the server is up.`,
    );
  return failed(
    'unreachable',
    `${host} does not answer properly (${code === '' ? 'the connection broke' : code}). Ask your hosting company to look at the web server.`,
  );
}

type Failed = Extract<Landing, { kind: 'failed' }>;

/** A page that led to another host, where there was none. */
export function describeDeadEnd(message: string, from: string, to: string): Failed {
  const failed = describeNetError(message, to);
  const [host, next] = [new URL(from).host, new URL(to).host];
  if (host === next || failed.cause === 'no-network') return failed;
  return { ...failed, sentence: `${host} leads to ${next}, where visitors get no page. ${failed.sentence}` };
}

export function refusedLanding(from: string, to: string, refusal: PrivateAddressError): Failed {
  const sentence = from === to ? refusal.message : describeDetour(from, to, refusal);
  return { kind: 'failed', cause: 'private-address', sentence };
}

export function redirectLoop(host: string): Failed {
  const sentence = `${host} redirects in a circle: no page ever appears. Whoever looks after the site has to correct its redirects.`;
  return { kind: 'failed', cause: 'redirect-loop', sentence };
}

/** What can befall a page that has answered, and that no number tells. */
export const ailments = {
  restless: (host: string): Failed => ({
    kind: 'failed',
    cause: 'redirect-loop',
    sentence: `The page of ${host} replaces itself over and over: nobody can read it. Whoever looks after the site has to find the script or the setting that reloads it.`,
  }),
  frozen: (host: string): Failed => ({
    kind: 'failed',
    cause: 'frozen',
    sentence: `The page of ${host} freezes: a script keeps the browser so busy that visitors can neither scroll nor tap. Whoever looks after the site has to find and remove that script.`,
  }),
  silent: (host: string): Failed => ({
    kind: 'failed',
    cause: 'never-loads',
    sentence: `${host} begins to answer and then sends no page: visitors wait in vain. Ask your hosting company to look at the web server.`,
  }),
  meddling: (host: string): Failed => ({
    kind: 'failed',
    cause: 'page-meddles',
    sentence: `A script on the page of ${host} replaces functions of the browser itself, so Touchlight cannot read the page; visitors may see it as it should be. Ask whoever looks after the site to take that script out.`,
  }),
  crashed: (host: string): Failed => ({
    kind: 'failed',
    cause: 'page-crash',
    sentence: `The page of ${host} made the browser give up, most likely because it takes more memory than a phone has, or piles up its elements too deeply. Have somebody look for very large pictures and for scripts that never stop adding to the page.`,
  }),
} as const;

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
  if (!/html/.test(contentType)) return { kind: 'not-a-page', url, contentType };
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
