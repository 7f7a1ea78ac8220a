import type { LookupFunction } from 'node:net';
import { requireGuard } from '../../shared/browser/guarded-request.ts';
import { createManners, guestUserAgent } from '../../shared/browser/manners.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { measureCheck, type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { type AvailabilityTarget, availability } from './availability/probe.ts';
import { machineHasIpv6 } from './families.ts';
import type { AskBrowser } from './second-opinion.ts';

export interface RequestDeps extends RunDeps {
  /** The address guard's resolver. */
  readonly lookup?: LookupFunction;
  /** Asked before a site is blamed for its manners. In AWS, the visits with a browser tell. */
  readonly askBrowser?: AskBrowser;
}

/** Hard deadline of one attempt, redirects included. */
const deadlineMs = 30_000;

/** Asks the site without a browser; always yields a result for each check. */
export function runRequest(request: VisitRequest, deps: RequestDeps): Promise<Result[]> {
  requireGuard(deps.network, deps.lookup);
  return runChecks(request, deps, deadlineMs, async (checks, signal) => {
    const results: Measured[] = [];
    for (const check of checks) {
      const target = async () => {
        if (check.url === null) throw new Error(`${check.id} has no URL to ask.`);
        const { now, lookup, askBrowser } = deps;
        const guest = guestOf(check, deps, signal);
        const own = { ...(lookup && { lookup }), ...(guest ?? (askBrowser && { askBrowser })) };
        return { url: check.url, nowMs: now(), ipv6: machineHasIpv6(), ...own };
      };
      results.push(await measureCheck(availability, check, target, signal, deps));
    }
    return results;
  });
}

/** On somebody else's site no browser goes and looks again. */
function guestOf(
  { guest }: Check,
  { now, lookup }: RequestDeps,
  signal: AbortSignal,
): Pick<AvailabilityTarget, 'guest'> | null {
  if (guest === undefined) return null;
  const { contact } = guest;
  const manners = createManners({ contact, now, signal, ...(lookup && { lookup }) });
  return { guest: { manners, userAgent: guestUserAgent(contact) } };
}
