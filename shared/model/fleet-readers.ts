import type { Configuration } from './business.ts';

/** Somebody whom the businesses of a fleet name to be alerted. */
export interface FleetReader {
  readonly email: string;
  /** SNS's filter policy, on the attributes that notify publishes with each alert. */
  readonly policy: Readonly<Record<string, readonly unknown[]>>;
  /** How many values the policy names: SNS has a limit. */
  readonly values: number;
}

/** Ids of businesses and touchpoints. */
interface Wanted {
  /** The first of its spellings in the order of the alphabet. */
  email: string;
  readonly businesses: Set<string>;
  readonly escalatedOf: Set<string>;
  readonly touchpoints: Set<string>;
}

/** A business, as far as it says who is to be alerted. */
export type NamesReaders = {
  readonly id: string;
  readonly configuration: {
    readonly alerts: Pick<Configuration['alerts'], 'email' | 'escalateTo'>;
    readonly touchpoints: readonly Pick<Configuration['touchpoints'][number], 'id' | 'owner'>[];
  };
};

/** Each address once, whatever it reads of how many businesses: SNS refuses a second subscription with another filter. */
export function fleetReaders(businesses: readonly NamesReaders[]): FleetReader[] {
  const readers = new Map<string, Wanted>();
  const readerOf = (email: string): Wanted => {
    const key = email.toLowerCase();
    const known = readers.get(key) ?? { email, businesses: new Set(), escalatedOf: new Set(), touchpoints: new Set() };
    // Whichever file comes first: a spelling that changes would replace the subscription.
    if (email < known.email) known.email = email;
    readers.set(key, known);
    return known;
  };
  for (const { id, configuration } of businesses) {
    const { alerts, touchpoints } = configuration;
    for (const email of alerts.email) readerOf(email).businesses.add(id);
    for (const email of alerts.escalateTo ?? []) readerOf(email).escalatedOf.add(id);
    for (const touchpoint of touchpoints)
      if (touchpoint.owner?.email != null) readerOf(touchpoint.owner.email).touchpoints.add(touchpoint.id);
  }
  return Array.from(readers.values(), filtered);
}

function filtered({ email, businesses, escalatedOf, touchpoints }: Wanted): FleetReader {
  const escalated = [...escalatedOf].filter((id) => !businesses.has(id));
  const ways = [
    ...(businesses.size > 0 ? [{ business: [...businesses] }] : []),
    ...(escalated.length > 0 ? [{ business: escalated, escalated: ['yes'] }] : []),
    ...(touchpoints.size > 0 ? [{ touchpoint: [...touchpoints] }] : []),
  ];
  const [only] = ways;
  // All attributes must match, unless they stand behind $or.
  const policy = ways.length === 1 && only !== undefined ? only : { $or: ways };
  return { email, policy, values: businesses.size + escalated.length + touchpoints.size };
}
