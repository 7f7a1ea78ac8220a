import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import type { Sent } from '../../model/notification.ts';
import type { WatchedCheck, WatchedTouchpoint } from '../../model/watched-touchpoint.ts';
import type { Situation } from './plan-notifications.ts';
import { earliestOpenSubject } from './sent-history.ts';

/**
 * The registry's entry for a touchpoint as it is configured now. What is known stays: since when each check has been
 * configured, and since when it has had its cadence.
 * @param known the stored entry; null when there is none
 */
export function watchTouchpoint(
  touchpointId: string,
  checks: readonly Check[],
  known: WatchedTouchpoint | null,
  now: Instant,
): WatchedTouchpoint {
  const entries = checks
    .filter((check) => check.touchpointId === touchpointId)
    .map((check) => [check.id, watchCheck(check, known?.checks[check.id], now)] as const);
  return {
    ...{ touchpointId, checks: Object.fromEntries(entries), openSince: known?.openSince ?? null },
    ...(known?.pausedUntil !== undefined && { pausedUntil: known.pausedUntil }),
  };
}

function watchCheck(check: Check, known: WatchedCheck | undefined, now: Instant): WatchedCheck {
  const cadence = cadenceOf(check);
  if (known === undefined) return { since: now, cadence, cadenceSince: now };
  return known.cadence === cadence ? known : { since: known.since, cadence, cadenceSince: now };
}

/** Holidays are left out: a deployment renews them, and they change no cadence. */
function cadenceOf({ everyMinutes, onlyWithin }: Check): string {
  if (onlyWithin === undefined) return `${everyMinutes}m`;
  return `${everyMinutes}m within ${JSON.stringify([onlyWithin.timeZone, onlyWithin.shifts])}`;
}

/** A touchpoint that nobody measures for now: runs and answers are to be expected from then on, and not before. */
export function expectedFrom(now: Instant, { checks, ...entry }: WatchedTouchpoint): WatchedTouchpoint {
  const later = Object.entries(checks).map(([id, check]) => [id, { ...check, cadenceSince: now }] as const);
  return { ...entry, checks: Object.fromEntries(later), pausedUntil: now };
}

/** What the registry must remember once that has been sent: null when nothing is configured and nothing is left to close. */
export function entryAfter(
  { touchpointId, checks, sent, now }: Pick<Situation, 'touchpointId' | 'checks' | 'sent' | 'now'>,
  known: WatchedTouchpoint | null,
  newlySent: readonly Sent[],
): WatchedTouchpoint | null {
  const openSince = earliestOpenSubject([...sent, ...newlySent]);
  const entry = { ...watchTouchpoint(touchpointId, checks, known, now), openSince };
  return openSince === null && Object.keys(entry.checks).length === 0 ? null : entry;
}

export function isSameEntry(a: WatchedTouchpoint | null, b: WatchedTouchpoint): boolean {
  if (a === null || a.openSince !== b.openSince || a.pausedUntil !== b.pausedUntil) return false;
  const ids = Object.keys(b.checks);
  if (ids.length !== Object.keys(a.checks).length) return false;
  return ids.every((id) => {
    const [old, now] = [a.checks[id], b.checks[id]];
    return old?.since === now?.since && old?.cadence === now?.cadence && old?.cadenceSince === now?.cadenceSince;
  });
}
