import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { userAgentSuffix } from '../../../shared/browser/device-profiles.ts';
import { refusalOf } from '../../../shared/browser/public-addresses.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { Outgoing } from './outgoing.ts';

/** What a plain question to the form's address tells without sending anything. */
export type EndpointAnswer =
  | { readonly kind: 'broken'; readonly status: number }
  | { readonly kind: 'doubtful'; readonly status: number }
  /** Nobody listens there: on the visitor's own computer, or at a name that no name server knows. */
  | { readonly kind: 'absent'; readonly misses: 'program' | 'name' }
  | { readonly kind: 'silent' };

const patienceMs = 4_000;
/** Answers that say "I do not know this method", not "I do not work". */
const methodUnknown = new Set([405, 501]);

/**
 * Asks with OPTIONS, a method that promises to change nothing (RFC 9110, 9.2.1). 5xx and 410 mean that a visitor's message would
 * be lost as well. 404 is doubtful: some frameworks say it of a POST-only address, so only an address that names a script file
 * counts as gone. No answer mostly says nothing, because our own network may be closed. It is conclusive where no network is
 * needed (a loopback address that refuses the connection), and where the name is unknown while the page's own name is known.
 * @param page the address of the page that the form is on
 * @param lookup the address guard's; absent where any address may be asked
 */
export async function askEndpoint(
  { url, page }: Pick<Outgoing, 'url' | 'page'>,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  try {
    return judgeStatus(await withinDeadline(statusOf(url, lookup, limit), limit), url);
  } catch (error) {
    signal.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ECONNREFUSED' && isLoopback(url) && URL.parse(url)?.origin !== URL.parse(page)?.origin)
      return { kind: 'absent', misses: 'program' };
    if (code === 'ENOTFOUND' && (await isKnownName(page, lookup, limit))) return { kind: 'absent', misses: 'name' };
    return { kind: 'silent' };
  }
}

function isLoopback(url: string): boolean {
  const host = hostOf(url);
  return /(^|\.)localhost\.?$/i.test(host) || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}

/** A page at an address, or on this computer, tells nothing of whether names can be looked up. */
async function isKnownName(url: string, lookup: LookupFunction | undefined, signal: AbortSignal): Promise<boolean> {
  const host = hostOf(url);
  if (host === '' || ipaddr.isValid(host) || isLoopback(url)) return false;
  const known = Promise.withResolvers<boolean>();
  (lookup ?? dns.lookup)(host, { all: true }, (error) => known.resolve(error === null));
  return withinDeadline(known.promise, signal).catch(() => false);
}

function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^\[|\]$/g, '');
}

async function statusOf(url: string, lookup: LookupFunction | undefined, signal: AbortSignal): Promise<number> {
  // A name is judged where it is looked up; an address in the URL is never looked up, so it is judged here.
  const refusal = await refusalOf(url, lookup);
  if (refusal !== null) throw refusal;
  const request = (url.startsWith('https:') ? https : http).request(url, {
    method: 'OPTIONS',
    agent: false,
    signal,
    headers: { 'user-agent': `Mozilla/5.0 (compatible; ${userAgentSuffix})` },
    ...(lookup && { lookup }),
  });
  const answer = Promise.withResolvers<number>();
  request.on('error', answer.reject);
  request.on('response', ({ statusCode = 0 }) => answer.resolve(statusCode));
  request.end();
  try {
    return await answer.promise;
  } finally {
    request.destroy();
  }
}

function judgeStatus(status: number, url: string): EndpointAnswer {
  if (methodUnknown.has(status)) return { kind: 'silent' };
  const isScript = /\.(php\d?|aspx?|jsp|cgi|pl|cfm|html?)$/i.test(new URL(url).pathname);
  if (status >= 500 || status === 410 || (status === 404 && isScript)) return { kind: 'broken', status };
  return status === 404 ? { kind: 'doubtful', status } : { kind: 'silent' };
}

/** An address whose template was never filled in ("YOUR_FORM_ID"): nobody receives what it is sent. */
export function isPlaceholder(url: string): boolean {
  const address = decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  return /your[-_ ]?(form|e?mail|endpoint|api|access|id|name|domain|username|key)|form[-_]?id[-_]?here|\{\{?[\w-]+\}?\}|<[\w -]+>|\[[\w -]+\]|x{5,}(?!\w)|replace[-_ ]?(me|this)|insert[-_ ]?\w+[-_ ]?here|your@|you@|example@/i.test(
    address,
  );
}

export function withoutQuery(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.origin}${parsed.pathname}`;
}
