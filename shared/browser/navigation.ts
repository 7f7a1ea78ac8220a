import type { Response } from 'playwright-core';
import type { Cause } from '../model/cause.ts';
import type { Statement } from '../model/finding.ts';
import { type NetworkFault, networkFaultOf, networkFaults } from '../model/network-fault.ts';
import { sayNetworkFault, saySite } from '../model/site-statements.ts';
import { withinDeadline } from '../runtime/deadline.ts';
import { isUnspecific, isWebPage } from './page-type.ts';
import { type PrivateAddressError, sayDetour } from './public-addresses.ts';

/** What came with the document that the visitor sees in the end. */
interface Sent {
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The beginning of the document as it was sent; absent when it could not be read. */
  readonly body?: string;
  /** There is no more of it. */
  readonly isWhole?: boolean;
}

/** How the first page load ended, from the visitor's view. */
export type Landing =
  | ({ readonly kind: 'page'; readonly url: string; readonly status: number; readonly loaded: boolean } & Sent)
  | ({ readonly kind: 'http-error'; readonly url: string; readonly status: number; readonly statusText: string } & Sent)
  /** `contentType` is null for a download. */
  | { readonly kind: 'not-a-page'; readonly url: string; readonly contentType: string | null }
  | {
      readonly kind: 'failed';
      /** `unknown` where it may not be the site's fault. */
      readonly outcome: 'failed' | 'unknown';
      readonly cause: Cause;
      readonly says: Statement;
    };

type Failed = Extract<Landing, { kind: 'failed' }>;

/** A fault of the network that the browser met. @param url that was asked for */
export function faultLanding(
  fault: NetworkFault,
  url: string,
  seen: Parameters<typeof sayNetworkFault>[2] = {},
): Failed {
  const { cause, outcome } = networkFaults[fault];
  return { kind: 'failed', outcome, cause, says: sayNetworkFault(fault, url, seen) };
}

function netErrorLanding(message: string, url: string): Failed {
  const code = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? null;
  const fault = code === null ? null : networkFaultOf(code);
  return faultLanding(fault ?? 'no-proper-answer', url, { code });
}

/** A page that led to another host, where there was none. */
export function describeDeadEnd(message: string, from: string, to: string): Failed {
  const failed = netErrorLanding(message, to);
  const [host, next] = [new URL(from).host, new URL(to).host];
  if (host === next || failed.cause === 'no-network') return failed;
  return { ...failed, says: saySite('site/dead-end', { from: host, to: next, why: failed.says }) };
}

/** Servers send robots to private addresses that they send nobody else to. */
export function refusedLanding(from: string, to: string, refusal: PrivateAddressError): Failed {
  const says = from === to ? refusal.says : sayDetour(from, to, refusal);
  return { kind: 'failed', outcome: 'unknown', cause: 'private-address', says };
}

/** What can befall a page that has answered, and that no number tells. */
export const ailments = {
  restless: (host: string): Failed => ({
    ...{ kind: 'failed', outcome: 'failed', cause: 'redirect-loop' },
    says: saySite('site/restless', { host }),
  }),
  frozen: (host: string): Failed => ({
    ...{ kind: 'failed', outcome: 'failed', cause: 'frozen' },
    says: saySite('site/frozen', { host }),
  }),
  silent: (host: string): Failed => ({
    ...{ kind: 'failed', outcome: 'failed', cause: 'never-loads' },
    says: saySite('site/silent', { host }),
  }),
  /** A page that we cannot read may be fine for visitors. */
  meddling: (host: string): Failed => ({
    ...{ kind: 'failed', outcome: 'unknown', cause: 'page-meddles' },
    says: saySite('site/meddling', { host }),
  }),
  /** May come of a host with little memory. */
  crashed: (host: string): Failed => ({
    ...{ kind: 'failed', outcome: 'unknown', cause: 'page-crash' },
    says: saySite('site/crashed', { host }),
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
  const sent = /html|xml/i.test(contentType) || isUnspecific(contentType) ? await beginningOf(response, loaded) : {};
  if (!isWebPage(contentType, sent.body)) return { kind: 'not-a-page', url, contentType };
  return { kind: 'page', url, status, loaded, headers, ...sent };
}

const bodyPatienceMs = 1_000;
const bodyAtMost = 64 * 1024;

/** A document that never ends has no body to ask for. */
async function beginningOf(response: Response, loaded: boolean): Promise<{ body?: string; isWhole?: boolean }> {
  if (!loaded) return {};
  return withinDeadline(response.text(), AbortSignal.timeout(bodyPatienceMs)).then(
    (body) => ({ body: body.slice(0, bodyAtMost), isWhole: body.length <= bodyAtMost }),
    () => ({}),
  );
}
