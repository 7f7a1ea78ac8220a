import type { LookupFunction } from 'node:net';
import { answerFault } from '../../../shared/answers/answer-fault.ts';
import { PrivateAddressError, sayDetour } from '../../../shared/browser/public-addresses.ts';
import { availability as spec } from '../../../shared/probes/availability/spec.ts';
import { sayAvailability } from '../../../shared/probes/availability/statements.ts';
import { DeadlineError } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { connectionFault } from '../connection-fault.ts';
import { detour, slowStep } from '../delays.ts';
import { encryption } from '../encryption.ts';
import { otherFamily } from '../families.ts';
import { type Answer, plainRequest, type RequestOptions, redirectTarget } from '../plain-request.ts';
import { remainingDays } from '../remaining-days.ts';

export interface AvailabilityTarget {
  readonly url: string;
  /** The instant to count the certificate's days from, epoch milliseconds. */
  readonly nowMs: number;
  /** Resolves names; in AWS one that refuses private addresses. */
  readonly lookup?: LookupFunction;
  /** Has this machine an IPv6 address of its own? Without, nothing is said about the site's. Default: no. */
  readonly ipv6?: boolean;
  /** The certificate authorities to trust (PEM). Default: Node's own, which are Mozilla's. */
  readonly authorities?: readonly string[];
}

const timeoutMs = 20_000;
const redirectLimit = 10;

/**
 * Whether the site answers at all: one plain request that follows redirects as a browser would. It cannot see what the page
 * looks like, nor whether its scripts work.
 */
export const availability: Probe<typeof spec, AvailabilityTarget> = {
  spec,
  async measure(target, { signal }) {
    const options = requestOptions(target, signal);
    const chain: Answer[] = [];
    let url = target.url;
    try {
      for (;;) {
        const answer = await plainRequest(url, options);
        chain.push(answer);
        const next = redirectTarget(answer);
        if (next === null) return await describe(answer, chain, target.nowMs, options);
        if (chain.length > redirectLimit || chain.some((earlier) => earlier.url === next)) {
          const loop = { url: target.url, hops: chain.length, again: next };
          return failed('redirect-loop', sayAvailability('availability/redirect-loop', loop));
        }
        url = next;
      }
    } catch (error) {
      if (signal.aborted) throw new DeadlineError('The request took longer than its deadline.');
      if (error instanceof PrivateAddressError) {
        return unknown('private-address', chain.length === 0 ? error.says : sayDetour(target.url, url, error));
      }
      const fault = connectionFault(error, url, target.nowMs);
      if (fault === null) throw error;
      return fault;
    }
  },
};

function requestOptions(target: AvailabilityTarget, signal: AbortSignal): RequestOptions {
  const { lookup, authorities, ipv6 = false } = target;
  return { signal, timeoutMs, ipv6, ...(lookup && { lookup }), ...(authorities && { authorities }) };
}

async function describe(
  answer: Answer,
  chain: readonly Answer[],
  nowMs: number,
  options: RequestOptions,
): Promise<Measured> {
  const { dnsMs, connectMs, tlsMs, firstByteMs } = answer.timings;
  const days = remainingDays(chain, nowMs);
  const rest = {
    measurements: {
      status: answer.status,
      ttfbMs: firstByteMs,
      ...numbers({ dnsMs, connectMs, tlsMs }),
      redirects: chain.length - 1,
      ...days.measurements,
    },
    facts: { ...slowStep(answer), ...detour(chain), ...days.facts },
    details: {
      chain: chain.map(({ url, status, timings }) => ({ url, status, ...timings })),
      contentType: answer.headers['content-type'] ?? null,
      ipFamily: answer.ipFamily,
      addresses: answer.addresses.map(({ address }) => address),
      certificate: answer.certificate,
    },
  };
  const fault = answerFault(answer, rest);
  if (fault !== null) return fault;
  if (answer.status >= 300) {
    const { url, status, headers } = answer;
    const says = sayAvailability('availability/dead-redirect', { url, status, to: headers.location ?? null });
    return failed('http-error', says, rest);
  }
  const notes = await Promise.all([
    otherFamily(answer, { ipv6: options.ipv6 === true, signal: options.signal }),
    encryption(answer, options),
  ]);
  const { url, status } = answer;
  return measured(sayAvailability('availability/answers', { url, status, firstByteMs }), {
    ...rest,
    measurements: Object.assign({}, rest.measurements, ...notes.map(({ measurements }) => measurements)),
    facts: Object.assign({}, rest.facts, ...notes.map(({ facts }) => facts)),
  });
}

function numbers(steps: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(Object.entries(steps).flatMap(([name, ms]) => (ms === null ? [] : [[name, ms]])));
}
