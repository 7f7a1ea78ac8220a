import type { Result } from '../model/result.ts';
import type { VisitRequest } from '../model/visit.ts';
import type { RunDeps } from '../runtime/run-checks.ts';
import { startAddressGuard } from './address-guard.ts';
import { type GuardedRequest, guardedRequest } from './guarded-request.ts';
import { type Internet, theInternet } from './public-addresses.ts';

/** What keeps a visit on the public internet, its browser included; nothing when it may go anywhere. */
export interface Guarding extends GuardedRequest {
  readonly proxyUrl?: string;
}

/** Makes a visit with a browser, behind the address guard where `deps.network` is `public`. The guard outlives the visit. */
export async function guardedVisit(
  request: VisitRequest,
  deps: RunDeps,
  visit: (guarding: Guarding) => Promise<Result[]>,
  internet: Internet = theInternet,
): Promise<Result[]> {
  const behindGuard = async (guarding: GuardedRequest): Promise<Result[]> => {
    if (guarding.lookup === undefined) return visit({});
    const guard = await startAddressGuard(internet);
    try {
      return await visit({ ...guarding, proxyUrl: guard.proxyUrl });
    } finally {
      await guard.close();
    }
  };
  return guardedRequest(request, deps, behindGuard, internet);
}
