import type { LookupFunction } from 'node:net';
import { answerFault } from '../../../shared/answers/answer-fault.ts';
import { isBlank, readPageText } from '../../../shared/answers/page-text.ts';
import type { Answer, RequestOptions } from '../../../shared/answers/plain-request.ts';
import { Way } from '../../../shared/answers/way.ts';
import { deviceProfile } from '../../../shared/browser/device-profiles.ts';
import type { Manners } from '../../../shared/browser/manners.ts';
import { PrivateAddressError, sayDetour } from '../../../shared/browser/public-addresses.ts';
import { shorten } from '../../../shared/model/foreign-text.ts';
import { availability as spec } from '../../../shared/probes/availability/spec.ts';
import { sayAvailability } from '../../../shared/probes/availability/statements.ts';
import { DeadlineError } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { connectionFault, faultMet } from '../connection-fault.ts';
import { detour, slowStep } from '../delays.ts';
import { encryption } from '../encryption.ts';
import { otherFamily } from '../families.ts';
import { remainingDays } from '../remaining-days.ts';
import { type AskBrowser, opinionOnEmptyPage, secondOpinion } from '../second-opinion.ts';

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
  /** Where there is a browser at hand; in AWS this step has none. */
  readonly askBrowser?: AskBrowser;
  /** Somebody else's site. */
  readonly guest?: { readonly manners: Manners; readonly userAgent: string };
}

/** Nothing was asked of the site, or nothing more. */
class KeptAway extends Error {
  readonly measured: Measured;
  constructor(measured: Measured) {
    super('The site asks robots to stay away.');
    this.measured = measured;
  }
}

const timeoutMs = 20_000;
/** What is kept for a person to read. */
const mostOfHeader = 200;
const mostAddresses = 20;

/**
 * Whether the site answers at all: one plain request that follows redirects as a browser would. It cannot see what the page
 * looks like, nor whether its scripts work.
 */
export const availability: Probe<typeof spec, AvailabilityTarget> = {
  spec,
  async measure(target, { signal }) {
    const options = requestOptions(target, signal);
    const way = new Way(target.url, target.nowMs);
    try {
      const end = await way.follow({ ...options, beforeEach: (url) => askFirst(url, target) });
      if (end.kind === 'end') {
        const chain = (refusesPrograms(end.answer, target) && (await askAsVisitsDo(target, options))) || way.chain;
        return await describe(chain.at(-1) ?? end.answer, chain, target, options);
      }
      const loop = { url: target.url, hops: way.chain.length, again: end.again };
      return failed('redirect-loop', sayAvailability('availability/redirect-loop', loop));
    } catch (error) {
      if (error instanceof KeptAway) return error.measured;
      if (signal.aborted) throw new DeadlineError('The request took longer than its deadline.');
      if (error instanceof PrivateAddressError) {
        return unknown('private-address', way.chain.length === 0 ? error.says : sayDetour(target.url, way.next, error));
      }
      const met = faultMet(error);
      const asking = { url: way.next, signal, ...(target.askBrowser && { askBrowser: target.askBrowser }) };
      const opinion = met === null ? null : await secondOpinion(met, asking);
      const fault = opinion ?? connectionFault(error, way.next, target.nowMs);
      if (fault === null) throw error;
      return fault;
    }
  },
};

/** Is it an error that a server may keep for programs? What it does not hide is a refusal, and counts as one. */
function refusesPrograms({ status }: Answer, { guest }: AvailabilityTarget): boolean {
  return guest === undefined && status >= 400 && status < 500 && ![401, 403, 429, 451].includes(status);
}

/**
 * Asks again under the name of the visits with a browser, which is Touchlight's as well.
 * @returns the way to a page; null where there is none either
 */
async function askAsVisitsDo(
  { url, nowMs }: AvailabilityTarget,
  options: RequestOptions,
): Promise<Way['chain'] | null> {
  const { userAgent } = deviceProfile('desktop').context;
  const way = new Way(url, nowMs);
  try {
    const end = await way.follow({ ...options, ...(userAgent !== undefined && { userAgent }) });
    return end.kind === 'end' && end.answer.status < 400 ? way.chain : null;
  } catch {
    options.signal.throwIfAborted();
    return null; // the first answer stands
  }
}

async function askFirst(url: string, { guest }: AvailabilityTarget): Promise<void> {
  const refusal = (await guest?.manners.refusal(url)) ?? null;
  if (refusal !== null) throw new KeptAway(refusal);
}

function requestOptions(target: AvailabilityTarget, signal: AbortSignal): RequestOptions {
  const { lookup, authorities, ipv6 = false, guest } = target;
  const own = { ...(lookup && { lookup }), ...(authorities && { authorities }) };
  return { signal, timeoutMs, ipv6, ...own, ...(guest && { userAgent: guest.userAgent }) };
}

async function describe(
  answer: Answer,
  chain: readonly Answer[],
  { nowMs, askBrowser, guest }: AvailabilityTarget,
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
      contentType: shorten(answer.headers['content-type'] ?? '', mostOfHeader) || null,
      ipFamily: answer.ipFamily,
      addresses: answer.addresses.slice(0, mostAddresses).map(({ address }) => address),
      certificate: answer.certificate,
    },
  };
  const met = answerFault(answer, rest);
  const asking = { signal: options.signal, ...(askBrowser && { askBrowser }) };
  const fault = met !== null && isBlank(answer) ? await opinionOnEmptyPage(met, answer, asking) : met;
  if (fault !== null) return fault;
  if (isDeadRedirect(answer)) {
    const { url, status, headers } = answer;
    const to = headers.location === '' ? null : (headers.location ?? null);
    const says = sayAvailability('availability/dead-redirect', { url, status, to });
    return failed('http-error', says, rest);
  }
  const { url, status } = answer;
  // Further questions are for the site's own owner.
  if (guest !== undefined) return measured(sayAvailability('availability/answers', { url, status, firstByteMs }), rest);
  const notes = await Promise.all([
    otherFamily(answer, { ipv6: options.ipv6 === true, signal: options.signal }),
    encryption(answer, options),
  ]);
  return measured(sayAvailability('availability/answers', { url, status, firstByteMs }), {
    ...rest,
    measurements: Object.assign({}, rest.measurements, ...notes.map(({ measurements }) => measurements)),
    facts: Object.assign({}, rest.facts, ...notes.map(({ facts }) => facts)),
  });
}

/** Browsers show the page that comes with a redirect to nowhere; what servers put there by themselves is none. */
function isDeadRedirect({ status, headers, body, url }: Answer): boolean {
  if (status < 300) return false;
  const { text } = readPageText(body, url);
  return (headers.location ?? '') !== '' || text === '' || stockRedirect.test(text);
}

const stockRedirect = /^(30\d\b|found|moved|object moved|see other|(temporary|permanent) redirect|redirecting)/i;

function numbers(steps: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(Object.entries(steps).flatMap(([name, ms]) => (ms === null ? [] : [[name, ms]])));
}
