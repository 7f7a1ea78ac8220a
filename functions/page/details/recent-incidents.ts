import type { Incident } from '../../../shared/model/incident.ts';
import type { Instant } from '../../../shared/model/instant.ts';

/** So many incidents of a touchpoint are read at once, however many it has had. */
export const recentIncidents = 200;

/** Since when all incidents are among the recent ones; empty where those are all that there ever were. */
export function incidentsSince(recent: readonly Incident[]): { readonly incidentsSince?: Instant } {
  const oldest = recent.length < recentIncidents ? null : (recent.at(-1)?.openedAt ?? null);
  return oldest === null ? {} : { incidentsSince: oldest };
}
