import type { Configuration } from './business.ts';
import type { Notification } from './notification.ts';

/** Somebody whom the configuration names to be alerted, and of what. */
export interface AlertReader {
  readonly email: string;
  /** Null: of everything. */
  readonly only: Selection | null;
}

/** Alerts that either of the two holds for. */
export interface Selection {
  /** What nobody has acknowledged in time, and its end. */
  readonly escalated: boolean;
  /** Everything about these. */
  readonly touchpointIds: readonly string[];
}

type Named = {
  readonly alerts: Pick<Configuration['alerts'], 'email' | 'escalateTo'>;
  readonly touchpoints: readonly Pick<Configuration['touchpoints'][number], 'id' | 'owner'>[];
};

/** Each address once: SNS refuses a second subscription of the same one with another filter. */
export function alertReaders({ alerts, touchpoints }: Named): AlertReader[] {
  const { email: all, escalateTo = [] } = alerts;
  const named = [...all, ...escalateTo, ...touchpoints.flatMap(({ owner }) => owner?.email ?? [])];
  const everybody = new Map(named.toReversed().map((email) => [keyOf(email), email]));
  return [...new Set(named.map(keyOf))].map((key) => {
    const email = everybody.get(key) ?? key;
    const isAmong = (addresses: readonly string[]): boolean => addresses.some((each) => keyOf(each) === key);
    if (isAmong(all)) return { email, only: null };
    const own = touchpoints.filter(({ owner }) => owner?.email != null && keyOf(owner.email) === key);
    return { email, only: { escalated: isAmong(escalateTo), touchpointIds: own.map(({ id }) => id) } };
  });
}

/** The addresses of those who hear some alerts only. */
export function readersOfSome(configuration: Named): string[] {
  return alertReaders(configuration).flatMap(({ email, only }) => (only === null ? [] : [email]));
}

function keyOf(email: string): string {
  return email.toLowerCase();
}

/** SNS's filter policy for that, on the attributes that notify publishes with each alert. */
export function filterPolicyOf({ escalated, touchpointIds }: Selection): Readonly<Record<string, readonly unknown[]>> {
  const ofEscalated = { escalated: ['yes'] };
  const ofTouchpoints = { touchpoint: touchpointIds };
  // All attributes must match, unless they stand behind $or.
  if (escalated && touchpointIds.length > 0) return { $or: [ofEscalated, ofTouchpoints] };
  return escalated ? ofEscalated : ofTouchpoints;
}

/** Is it about something that nobody had acknowledged in time, or about the end of that? */
export function isEscalation({ notices }: Pick<Notification, 'notices'>): boolean {
  return notices.some(({ reason, escalatedAt }) => reason === 'escalated' || escalatedAt !== undefined);
}

/** To whom a notification goes, of those whom the configuration names. */
export function addresseesOf(
  notification: Pick<Notification, 'touchpointId' | 'notices'>,
  readers: readonly AlertReader[],
): string[] {
  const isWanted = ({ only }: AlertReader): boolean =>
    only === null ||
    (only.escalated && isEscalation(notification)) ||
    only.touchpointIds.includes(notification.touchpointId);
  return readers.filter(isWanted).map(({ email }) => email);
}
