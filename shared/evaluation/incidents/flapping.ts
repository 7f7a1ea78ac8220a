import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import { changesToFlap, lightsKept, type Status } from '../../model/status.ts';
import { dayMs, hourMs, minuteMs } from '../../model/time-spans.ts';
import { lightChanges } from './light-changes.ts';

/** Runs of one kind (bad or good) in a row after which a flapping check counts as steady again. */
export const STEADY_RUNS = 5;
/** A rarely run check is steady after this long without a change: five of its runs may take most of a day. */
const STEADY_MS = 6 * hourMs;

/** What there was to see up to a run. */
interface Seen {
  readonly light: Light;
  readonly at: Instant;
  readonly lastLights: readonly Light[];
  readonly changedAt: readonly Instant[];
}

/** The time that the changes may span, in cadences of the check, and its bounds. */
const SPAN_CADENCES = 6;
const SPAN_AT_LEAST_MS = 6 * hourMs;
const SPAN_AT_MOST_MS = dayMs;

/**
 * Within which time the changes must lie. Twenty runs of a check that runs every four hours are three days, and two outages in three
 * days are two outages; of one that runs every five minutes, they are less than two hours.
 */
function flapSpanMs({ everyMinutes }: Check): number {
  return Math.min(SPAN_AT_MOST_MS, Math.max(SPAN_AT_LEAST_MS, SPAN_CADENCES * everyMinutes * minuteMs));
}

/** What the status remembers of its changes, after a run. */
type Changes = Pick<Status, 'lastLights' | 'changedAt' | 'flappingSince'>;

/** @param run `proves` is false of one that has seen nothing */
export function changesAfter(
  previous: Status | null,
  { light, at, proves }: Pick<Seen, 'light' | 'at'> & { readonly proves: boolean },
  check: Check,
): Changes {
  const before = previous?.lastLights ?? [];
  const lastLights = proves ? [...before, light].slice(-lightsKept) : before;
  const changedAt = proves ? changeTimes(previous, { light, at }, check) : (previous?.changedAt ?? []);
  return {
    lastLights,
    flappingSince: flappingSince(previous, { lastLights, changedAt, light, at }, check),
    ...(changedAt.length > 0 && { changedAt }),
  };
}

/** When the light last changed, after this run; oldest first. What a clock that stood ahead has dated later is dropped. */
function changeTimes(previous: Status | null, { light, at }: Pick<Seen, 'light' | 'at'>, check: Check): Instant[] {
  if (previous === null) return [];
  const before = (previous.changedAt ?? changesOf(previous, check)).filter((changedAt) => changedAt < at);
  const known = previous.lastLights.findLast((one) => one !== 'unknown');
  const isChange = light !== 'unknown' && known !== undefined && known !== light;
  return (isChange ? [...before, at] : before).slice(-changesToFlap);
}

/** By its cadence: a status that an earlier version wrote does not say when its light changed. */
function changesOf({ lastLights, lastRunAt }: Status, { everyMinutes }: Check): Instant[] {
  const runs = lastLights.map((light, i) => {
    const back = (lastLights.length - 1 - i) * everyMinutes * minuteMs;
    return { light, at: toInstant(Date.parse(lastRunAt) - back) };
  });
  const known = runs.filter(({ light }) => light !== 'unknown');
  return known.filter(({ light }, i) => i > 0 && light !== known[i - 1]?.light).map(({ at }) => at);
}

/**
 * Since when the check flaps, or null: 4 changes within the last 20 runs (Kibana's rule) that also lie within six of its
 * cadences, at least six hours and at most a day. So it ends within a day of the last changes.
 * What flapped and is grey now is not stable: only a light that is known ends it, and then an alert is sent.
 */
function flappingSince(
  previous: Status | null,
  { lastLights, changedAt, light, at }: Seen,
  check: Check,
): Instant | null {
  if (!check.policy.hushFlapping) return null;
  const since = previous?.flappingSince ?? null;
  const [first] = changedAt;
  const isDense = first !== undefined && Date.parse(at) - Date.parse(first) <= flapSpanMs(check);
  if (isDense && changedAt.length === changesToFlap && lightChanges(lastLights) >= changesToFlap) return since ?? at;
  return light === 'unknown' ? since : null;
}

/** Flapping, and not even steady for the last few runs. */
export function isUnstable({ flappingSince: since, badStreak, goodStreak, changedAt, lastRunAt }: Status): boolean {
  if (since === null || Math.max(badStreak, goodStreak) >= STEADY_RUNS) return false;
  const last = changedAt?.at(-1);
  return last === undefined || Date.parse(lastRunAt) - Date.parse(last) < STEADY_MS;
}
