import { STATUS_CODES } from 'node:http';
import type { LookupFunction } from 'node:net';
import { availability as spec } from '../../../shared/model/probes/availability.ts';
import { failed, type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { connectionFault } from '../availability/connection-fault.ts';
import { type Answer, plainRequest } from '../availability/plain-request.ts';

export interface AvailabilityTarget {
  readonly url: string;
  /** The instant to count the certificate's days from, epoch milliseconds. */
  readonly nowMs: number;
  /** Resolves names; in AWS one that refuses private addresses. */
  readonly lookup?: LookupFunction;
}

const timeoutMs = 20_000;
const redirectLimit = 10;
const dayMs = 86_400_000;

/**
 * Whether the site answers at all: one plain request that follows redirects as a browser would. It cannot see what the page
 * looks like, nor whether its scripts work.
 */
export const availability: Probe<typeof spec, AvailabilityTarget> = {
  spec,
  async measure(target, { signal }) {
    const chain: Answer[] = [];
    let url = target.url;
    try {
      for (;;) {
        const answer = await plainRequest(url, { signal, timeoutMs, ...(target.lookup && { lookup: target.lookup }) });
        chain.push(answer);
        const next = redirectTarget(answer);
        if (next === null) return describe(answer, chain, target.nowMs);
        if (chain.length > redirectLimit || chain.some((earlier) => earlier.url === next)) {
          return failed(
            'redirect-loop',
            `${target.url} redirects in a circle (${chain.length} hops, again to ${next}): no page ever appears.`,
          );
        }
        url = next;
      }
    } catch (error) {
      const fault = connectionFault(error, url);
      if (fault === null) throw error;
      return fault;
    }
  },
};

function redirectTarget({ url, status, headers }: Answer): string | null {
  if (status < 300 || status > 399 || headers.location === undefined) return null;
  const next = URL.canParse(headers.location, url) ? new URL(headers.location, url) : null;
  return next !== null && /^https?:$/.test(next.protocol) ? next.href : null;
}

function describe(answer: Answer, chain: readonly Answer[], nowMs: number): Measured {
  const rest = {
    measurements: {
      status: answer.status,
      ttfbMs: answer.timings.firstByteMs,
      redirects: chain.length - 1,
      ...tlsDaysLeft(answer, nowMs),
    },
    details: {
      chain: chain.map(({ url, status, timings }) => ({ url, status, ...timings })),
      contentType: answer.headers['content-type'] ?? null,
      ipFamily: answer.ipFamily,
      certificate: answer.certificate,
    },
  };
  const status = `${answer.status} ${STATUS_CODES[answer.status] ?? ''}`.trim();
  const wall = botWall(answer);
  if (wall !== null) {
    return unknown(
      'bot-wall',
      `${wall} keeps our probe out (${status}), visitors may well get in. Allow the user agent "Touchlight" there to let it see the site.`,
      rest,
    );
  }
  if (answer.status >= 400) return failed('http-error', `${answer.url} answers ${status} instead of a page.`, rest);
  if (answer.status >= 300)
    return failed('http-error', `${answer.url} answers ${status} but leads nowhere a browser can go.`, rest);
  return measured(`${answer.url} answers ${status} after ${answer.timings.firstByteMs} ms.`, rest);
}

function tlsDaysLeft({ certificate }: Answer, nowMs: number): { tlsDaysLeft?: number } {
  if (certificate === null) return {};
  return { tlsDaysLeft: Math.floor((Date.parse(certificate.validTo) - nowMs) / dayMs) };
}

/** Bot protection is told by its own response headers; sources: the vendors' documentation. */
function botWall({ status, headers }: Answer): string | null {
  if (status !== 403 && status !== 429 && status !== 503) return null;
  if (headers['cf-mitigated'] !== undefined) return 'Cloudflare';
  if (headers['x-datadome'] !== undefined || headers['x-dd-b'] !== undefined) return 'DataDome';
  if (/AkamaiGHost/i.test(String(headers['server']))) return 'Akamai';
  if (status === 429) return 'A rate limit';
  return null;
}
