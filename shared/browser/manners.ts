import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { shorten } from '../model/foreign-text.ts';
import { saySite } from '../model/site-statements.ts';
import { dayMs } from '../model/time-spans.ts';
import { failed, type Measured, unknown } from '../runtime/probe.ts';
import { userAgentSuffix } from './device-profiles.ts';
import { refusalOf } from './public-addresses.ts';
import { forbiddenBy, type RobotsRules, readRobots, robotsLimitBytes } from './robots-txt.ts';

/** What a guest asks before it asks for anything else. */
export interface Manners {
  /** Why an address must not be asked for; null when it may. Reads the robots.txt of its host first, where that has not been read. */
  refusal(url: string): Promise<Measured | null>;
  /** As `refusal`, of a host whose robots.txt has been read; null for any other host. */
  knownRefusal(url: string): Measured | null;
}

export interface MannersDeps {
  /** Where the owner of the site finds out who asks. */
  readonly contact: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** The address guard's resolver. */
  readonly lookup?: LookupFunction;
}

type Reading =
  | { readonly kind: 'rules'; readonly rules: RobotsRules; readonly readAt: number }
  | { readonly kind: 'unread'; readonly status: number | null }
  | { readonly kind: 'silent' };

const robot = 'touchlight';
/** RFC 9309: no longer than a day. */
const keptMs = dayMs;
const mostRedirects = 5;
const patienceMs = 15_000;
/** As many as the redirects of a plain request may lead to. */
const mostHosts = 24;
const mostKept = 48;
/** A line of theirs may be half a megabyte long. */
const ruleShownAtMost = 200;

/** By origin, the newest last. What a host has forbidden holds for the next visit, too; a site may lead to a new host each time. */
const kept = new Map<string, Extract<Reading, { kind: 'rules' }>>();

/** The user agent of plain requests to other businesses' sites: who it is, and where to complain. */
export function guestUserAgent(contact: string): string {
  return `Mozilla/5.0 (compatible; ${userAgentSuffix}; +${contact})`;
}

/** For one visit: what could not be read is not asked for again before the next. */
export function createManners(deps: MannersDeps): Manners {
  const asked = new Map<string, Promise<Reading>>();
  const read = new Map<string, Reading>();
  const readingOf = (origin: string): Promise<Reading> => {
    const known = asked.get(origin);
    if (known !== undefined) return known;
    if (asked.size >= mostHosts) return Promise.resolve({ kind: 'unread', status: null });
    const reading = readRobotsOf(origin, deps);
    asked.set(origin, reading);
    return reading;
  };
  return {
    async refusal(url) {
      const { origin } = new URL(url);
      const reading = await readingOf(origin);
      read.set(origin, reading);
      return judged(url, reading);
    },
    knownRefusal(url) {
      const reading = URL.canParse(url) ? read.get(new URL(url).origin) : undefined;
      return reading === undefined ? null : judged(url, reading);
    },
  };
}

function judged(url: string, reading: Reading): Measured | null {
  const { host } = new URL(url);
  switch (reading.kind) {
    case 'rules': {
      const rule = forbiddenBy(reading.rules, url);
      if (rule === null) return null;
      return unknown('robots-forbid', saySite('site/robots-forbid', { host, rule: shorten(rule, ruleShownAtMost) }));
    }
    case 'unread':
      return unknown('robots-unread', saySite('site/robots-unread', { host, status: reading.status }));
    case 'silent':
      return failed('unreachable', saySite('site/robots-silent', { host }));
  }
}

/** 4xx: there are no rules. 5xx, and 429 as others take it: everything is forbidden for now. */
async function readRobotsOf(origin: string, deps: MannersDeps): Promise<Reading> {
  const known = kept.get(origin);
  if (known !== undefined && deps.now() - known.readAt < keptMs) return known;
  try {
    const { status, text } = await askFor(`${origin}/robots.txt`, deps);
    if (status >= 500 || status === 429) return { kind: 'unread', status };
    const rules = status >= 200 && status < 300 ? readRobots(text, robot) : [];
    const reading = { kind: 'rules', rules, readAt: deps.now() } as const;
    keep(origin, reading);
    return reading;
  } catch (error) {
    return isOurs(error) ? { kind: 'unread', status: null } : { kind: 'silent' };
  }
}

function keep(origin: string, reading: Extract<Reading, { kind: 'rules' }>): void {
  kept.delete(origin);
  kept.set(origin, reading);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
}

/** What keeps us away, or is wrong with our own network, is not the site's silence. */
function isOurs(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !/^(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH)$/.test(code);
}

interface Asked {
  readonly status: number;
  readonly text: string;
}

async function askFor(url: string, deps: MannersDeps, hops = 0): Promise<Asked> {
  const refusal = await refusalOf(url, deps.lookup);
  if (refusal !== null) throw refusal;
  const answer = Promise.withResolvers<http.IncomingMessage>();
  const patience = AbortSignal.timeout(patienceMs);
  const request = (url.startsWith('https:') ? https : http).get(url, {
    agent: false,
    signal: AbortSignal.any([deps.signal, patience]),
    headers: { 'user-agent': guestUserAgent(deps.contact), accept: 'text/plain,*/*;q=0.5' },
    ...(deps.lookup && { lookup: deps.lookup }),
  });
  request.on('error', (error) => {
    // As a system's own patience ends, and as the own site is judged: it does not answer.
    const isSilent = patience.aborted && !deps.signal.aborted;
    answer.reject(isSilent ? Object.assign(new Error('no answer', { cause: error }), { code: 'ETIMEDOUT' }) : error);
  });
  request.on('response', answer.resolve);
  try {
    const response = await answer.promise;
    const { statusCode: status = 0, headers } = response;
    const onward = status >= 300 && status < 400 ? URL.parse(headers.location ?? '', url) : null;
    if (onward === null) return { status, text: await beginningOf(response) };
    // Beyond that many, RFC 9309 takes it as if there were none.
    if (hops >= mostRedirects || !/^https?:$/.test(onward.protocol)) return { status: 404, text: '' };
    return await askFor(onward.href, deps, hops + 1);
  } finally {
    request.destroy();
  }
}

async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= robotsLimitBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, robotsLimitBytes).toString('utf8');
}
