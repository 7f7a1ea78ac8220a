import type { Check } from '../../shared/model/check.ts';
import { importedBy } from '../../shared/model/import-kind.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { specOf } from '../../shared/probes/index.ts';

/**
 * A file has landed: the check that reads it is run now, beside its cadence. The run is named by the clock and not by the file, so that
 * of several files at once the last run has seen all of them. An event that comes twice reads the same files twice.
 * @param key of the file in the bucket
 */
export function landedVisits(checks: readonly Check[], key: string, now: Instant): VisitRequest[] {
  const file = importedBy(key);
  if (file === null) return [];
  return checks
    .filter(({ touchpointId, probe }) => touchpointId === file.touchpointId && specOf(probe)?.imports === file.kind)
    .map((check) => ({ scheduledAt: now, confirmation: false, checks: [check] }));
}
