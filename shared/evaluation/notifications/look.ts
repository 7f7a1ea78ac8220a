import type { Sent } from '../../model/notification.ts';
import type { WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import { knownIncidents } from '../incidents/known-incidents.ts';
import { type Plan, planNotifications, type Situation } from './plan-notifications.ts';
import { sentEntries } from './sent-history.ts';
import { watchTouchpoint } from './watched-touchpoint.ts';

/** What is stored of one touchpoint, and what it is looked at with. */
export interface Stored extends Omit<Situation, 'watch'> {
  /** The registry's entry: null when there is none, absent where none is kept. */
  readonly entry?: WatchedTouchpoint | null;
}

export interface Look extends Plan {
  readonly situation: Situation;
  /** To be logged once the notification is sent. */
  readonly newlySent: readonly Sent[];
}

/**
 * What notify does about one touchpoint, wherever it is done: in the account, on a laptop, replayed.
 * @param stored `incidents` is the history; what the statuses know of is added here
 */
export function lookAt({ entry, ...stored }: Stored): Look {
  const { touchpointId, checks, statuses, incidents, now } = stored;
  const situation: Situation = {
    ...stored,
    incidents: knownIncidents(incidents, statuses),
    ...(entry !== undefined && { watch: watchTouchpoint(touchpointId, checks, entry, now) }),
  };
  const plan = planNotifications(situation);
  return {
    ...plan,
    situation,
    newlySent: plan.notification === null ? [] : sentEntries(plan.notification, now, stored.sent),
  };
}
