import type { Subscription } from '../../model/subscription.ts';

/** Who hears what a topic says, and who should and does not. */
export interface SubscriptionHealth {
  /** `ops@coffeelab.example`, `https https://...` */
  readonly confirmed: readonly string[];
  /** Have not confirmed; SNS forgets them after a while. */
  readonly pending: readonly string[];
  /** Readers of the configuration who have left, or whose confirmation came too late: nothing is sent to them any more. */
  readonly lost: readonly string[];
}

/** @param readers the configuration's `alerts.email`; null when it is not known who should hear it */
export function subscriptionHealth(
  subscriptions: readonly Subscription[],
  readers: readonly string[] | null,
): SubscriptionHealth {
  const named = (state: Subscription['state']): string[] => [
    ...new Set(subscriptions.filter((each) => each.state === state).map(nameOf)),
  ];
  const confirmed = named('confirmed');
  // An address that was asked twice and confirmed once is confirmed.
  const pending = named('pending').filter((name) => !isAmong(name, confirmed));
  const lost = (readers ?? []).filter((reader) => !isAmong(reader, [...confirmed, ...pending]));
  return { confirmed, pending, lost };
}

function nameOf({ protocol, endpoint }: Subscription): string {
  return protocol === 'email' ? endpoint : `${protocol} ${endpoint}`;
}

function isAmong(name: string, names: readonly string[]): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}
