import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';

/** What a visit in AWS is given, without AWS. */
export const onThePublicInternet: RunDeps = {
  evidence: {
    put: async (runId, { name, contentType }) => ({ name, contentType, reference: `${runId}/${name}` }),
  },
  now: Date.now,
  progress: () => {},
  onFault: () => {}, // told in the result, which is what is looked at
  network: 'public',
};

export function aVisitOf(...checks: readonly Check[]): VisitRequest {
  return { scheduledAt: toInstant(Date.now()), confirmation: false, checks: [...checks] };
}
