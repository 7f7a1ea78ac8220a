import type { Incident } from '../../model/incident.ts';
import type { Status } from '../../model/status.ts';

/**
 * Every incident that is known of a touchpoint's checks, suspicions included: the history holds those that are over, a status
 * the present one. Where both know one, the status is right: the history may hold an end that another run forestalled.
 */
export function knownIncidents(
  history: readonly Incident[],
  statuses: readonly Pick<Status, 'incident'>[],
): Incident[] {
  const current = statuses.flatMap(({ incident }) => incident ?? []);
  const byKey = new Map([...history, ...current].map((each) => [`${each.checkId} ${each.openedAt}`, each]));
  return [...byKey.values()];
}
