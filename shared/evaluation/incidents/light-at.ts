import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Light, ShownLight } from '../../model/light.ts';
import type { Outcome } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { addBusinessMinutes, nextBusinessTime } from '../schedule/business-time.ts';

/** Clocks differ by seconds. A status dated further ahead than this says nothing about the present. */
const CLOCK_TOLERANCE_MS = 5 * minuteMs;

/**
 * Why a light does not count any more:
 * - `never-measured`: no run yet;
 * - `not-measured`: the last run is older than the check's cadence allows;
 * - `clock-ahead`: the last run is dated in the future;
 * - `removed`: the check is no longer configured, so nobody measures it.
 */
type Lost = 'never-measured' | 'not-measured' | 'clock-ahead' | 'removed';

/** The light of one check at one moment. */
export interface LightNow {
  /** Grey where it is lost. */
  readonly light: Light;
  /** The light as it is shown. */
  readonly shown: ShownLight;
  /** Null while the light counts. */
  readonly lost: Lost | null;
  /** When the check last ran; null when it never did. */
  readonly measuredAt: Instant | null;
  /** What was known last: an open incident's light, otherwise the last run's. */
  readonly lastKnown: Light;
}

/**
 * The one answer to "which light does this check have now?". A status keeps the light of its last run however long ago that
 * was, so everything that shows, counts or announces the light of a status asks here.
 */
export function lightAt(status: Status | undefined, check: Check | undefined, now: Instant): LightNow {
  if (status === undefined) {
    return { light: 'unknown', shown: 'unknown', lost: 'never-measured', measuredAt: null, lastKnown: 'unknown' };
  }
  const { lastRunAt, incident } = status;
  const lost = whyLost(lastRunAt, check, now);
  const light = lost === null ? status.light : 'unknown';
  return {
    light,
    shown: shownLight(light, status.lastOutcome),
    lost,
    measuredAt: lastRunAt,
    lastKnown: incident?.state === 'open' ? incident.light : status.light,
  };
}

/** Where there is nothing to check, nothing is wrong; but nothing was found to be well, either. */
export function shownLight(light: Light, outcome: Outcome | null): ShownLight {
  return light === 'green' && outcome === 'not-applicable' ? null : light;
}

function whyLost(lastRunAt: Instant, check: Check | undefined, now: Instant): Lost | null {
  if (check === undefined) return 'removed';
  if (isAhead(lastRunAt, now)) return 'clock-ahead';
  return isOverdue(check, lastRunAt, now) ? 'not-measured' : null;
}

/** Is it later than now by more than clocks may differ? */
export function isAhead(at: Instant, now: Instant): boolean {
  return Date.parse(at) - Date.parse(now) > CLOCK_TOLERANCE_MS;
}

/** Has the check been silent since then for longer than its cadence allows? */
export function isOverdue(check: Check, since: Instant, now: Instant): boolean {
  return now > freshUntil(check, since);
}

/**
 * Until when a run at `from` speaks for the present: two cadences, and at least `blindAfter`. For a check that runs in hours
 * only, closed time does not count.
 */
export function freshUntil({ everyMinutes, policy, onlyWithin }: Check, from: Instant): Instant {
  const later = (at: Instant, minutes: number): Instant => toInstant(Date.parse(at) + minutes * minuteMs);
  const open = onlyWithin === undefined ? from : nextBusinessTime(from, onlyWithin);
  // Hours that never open let no run happen: the light ages by the clock.
  if (onlyWithin === undefined || open === null) {
    return later(from, Math.max(2 * everyMinutes, policy.blindAfterMinutes));
  }
  // What falls due while it is closed is made up for when it opens.
  const nextRun = (at: Instant): Instant =>
    nextBusinessTime(later(at, everyMinutes), onlyWithin) ?? later(at, everyMinutes);
  const twoCadences = nextRun(nextRun(from));
  const patience = addBusinessMinutes(from, policy.blindAfterMinutes, onlyWithin) ?? twoCadences;
  return patience > twoCadences ? patience : twoCadences;
}
