import type { LookupFunction } from 'node:net';
import type { Result } from '../model/result.ts';
import type { VisitRequest } from '../model/visit.ts';
import { unknown } from '../runtime/probe.ts';
import { type RunDeps, runChecks } from '../runtime/run-checks.ts';
import { guardedLookup, type Internet, refusalOf, theInternet } from './public-addresses.ts';

/** What keeps plain requests on the public internet; nothing when they may go anywhere. */
export interface GuardedRequest {
  readonly lookup?: LookupFunction;
}

/**
 * Makes a visit that asks without a browser, on the public internet only where `deps.network` is `public`. A touchpoint that
 * is itself configured with a private address gives grey results that say so: we cannot measure it from here, which is not
 * its fault.
 */
export async function guardedRequest(
  request: VisitRequest,
  deps: RunDeps,
  visit: (guarding: GuardedRequest) => Promise<Result[]>,
  internet: Internet = theInternet,
): Promise<Result[]> {
  if (deps.network === 'any') return visit({});
  const lookup = guardedLookup(internet);
  for (const { url } of request.checks) {
    const refusal = url === null ? null : await refusalOf(url, lookup);
    if (refusal === null) continue;
    return runChecks(request, deps, 0, async (checks) => checks.map(() => unknown('private-address', refusal.says)));
  }
  return visit({ lookup });
}

/** A visit that forgot its guard would reach everything: better none. @param guarding what the visit needs of it */
export function requireGuard(network: RunDeps['network'], ...guarding: readonly unknown[]): void {
  if (network === 'public' && guarding.includes(undefined))
    throw new Error(
      'A visit that keeps to the public internet needs the address guard (guardedVisit, guardedRequest).',
    );
}
