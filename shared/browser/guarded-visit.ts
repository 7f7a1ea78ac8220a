import type { LookupFunction } from 'node:net';
import type { Result } from '../model/result.ts';
import type { VisitRequest } from '../model/visit.ts';
import { unknown } from '../runtime/probe.ts';
import { type RunDeps, runChecks } from '../runtime/run-checks.ts';
import {
  guardedLookup,
  type Internet,
  PrivateAddressError,
  publicAddresses,
  startAddressGuard,
  theInternet,
} from './address-guard.ts';

/** What keeps a visit on the public internet; nothing when it may go anywhere. */
export interface Guarding {
  readonly proxyUrl?: string;
  readonly lookup?: LookupFunction;
}

/**
 * Makes a visit behind the address guard where `deps.network` is `public`. A touchpoint that is itself configured with a
 * private address gives grey results that say so: we cannot measure it from here, which is not its fault.
 */
export async function guardedVisit(
  request: VisitRequest,
  deps: RunDeps,
  visit: (guarding: Guarding) => Promise<Result[]>,
  internet: Internet = theInternet,
): Promise<Result[]> {
  if (deps.network === 'any') return visit({});
  const refusal = await refusalOf(request, internet);
  if (refusal !== null) {
    return runChecks(request, deps, 0, async (checks) => checks.map(() => unknown('private-address', refusal)));
  }
  const guard = await startAddressGuard(internet);
  try {
    return await visit({ proxyUrl: guard.proxyUrl, lookup: guardedLookup(internet) });
  } finally {
    await guard.close();
  }
}

/** @returns why the touchpoint's own address is out of reach; null when it is not, and when only the visit can tell */
async function refusalOf({ checks }: VisitRequest, internet: Internet): Promise<string | null> {
  for (const { url } of checks) {
    try {
      if (url !== null) await publicAddresses(new URL(url).hostname, internet);
    } catch (error) {
      if (error instanceof PrivateAddressError) return error.message;
    }
  }
  return null;
}
