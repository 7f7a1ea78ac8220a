import { isSound } from '../../model/cause.ts';
import type { Check } from '../../model/check.ts';
import { parseCheckId } from '../../model/check-id.ts';
import type { Finding } from '../../model/finding.ts';
import type { Instant } from '../../model/instant.ts';
import { lightAt } from '../incidents/light-at.ts';
import { type DayLights, type MeasuredDays, runsOf } from './day-lights.ts';
import { daysWithin } from './figures.ts';
import { isPresent, type WeekFrame } from './frame.ts';

/**
 * Why something is not known:
 * - `never`: not measured yet;
 * - `now`: grey at present, because its runs see nothing;
 * - `unjudged`: grey at present, because its numbers are sound and say too little yet;
 * - `silent`: grey at present, because it has not run for longer than its cadence allows;
 * - `clock-ahead`: grey at present, because its last run is dated in the future;
 * - `often`: for most of the week its runs saw nothing;
 * - `missing`: for most of the week it did not run;
 * - `days`: on some days there was nothing to go by.
 */
const kinds = ['silent', 'clock-ahead', 'now', 'unjudged', 'never', 'missing', 'often', 'days'] as const;

/** Something that could not be measured, or was not, and why. */
export interface MeasurementGap {
  readonly probe: string;
  readonly how: (typeof kinds)[number];
  readonly since: Instant | null;
  /** What the last run found; null where there is none to go by. */
  readonly finding: Finding | null;
  /** Which days, where it is those. */
  readonly days: readonly string[];
}

/** One per probe: that both phones and desktops are blind is said once. A week further back has no present. */
export function measurementGapsOf(measured: MeasuredDays, lights: DayLights, frame: WeekFrame): MeasurementGap[] {
  const spots = measured.touchpoint.checks.flatMap((check) => {
    const present = isPresent(frame) ? gapNow(check, measured, frame) : null;
    return present ?? gapWithin(check, measured, lights, frame) ?? [];
  });
  return [...Map.groupBy(spots, ({ probe }) => probe).values()].flatMap((its) => {
    const [worst] = its.toSorted((a, b) => kinds.indexOf(a.how) - kinds.indexOf(b.how));
    const days = [...new Set(its.flatMap((spot) => spot.days))].toSorted();
    return worst === undefined ? [] : [worst.how === 'days' ? { ...worst, days } : worst];
  });
}

function gapNow(check: Check, { statuses }: MeasuredDays, { now }: WeekFrame): MeasurementGap | null {
  const { probe } = parseCheckId(check.id);
  const none = { probe, since: null, finding: null, days: [] };
  const status = statuses.find(({ checkId }) => checkId === check.id);
  if (status === undefined) return { ...none, how: 'never' };
  const { lost, measuredAt, light } = lightAt(status, check, now);
  if (lost === 'not-measured') return { ...none, how: 'silent', since: measuredAt };
  if (lost === 'clock-ahead') return { ...none, how: 'clock-ahead', since: measuredAt };
  if (light !== 'unknown') return null;
  const { lightSince, lastFinding, lastCause } = status;
  return { ...none, how: isSound(lastCause) ? 'unjudged' : 'now', since: lightSince, finding: lastFinding };
}

function gapWithin(
  check: Check,
  { days }: MeasuredDays,
  lights: DayLights,
  { week }: WeekFrame,
): MeasurementGap | null {
  const none = { probe: parseCheckId(check.id).probe, since: null, finding: null, days: [] };
  const its = daysWithin(days, check.id, week);
  const unknown = its.reduce((sum, { runs }) => sum + runs.unknown, 0);
  const all = its.reduce((sum, day) => sum + runsOf(day), 0);
  const expected = Math.max(all, lights.expectedRuns(check));
  if ((all - unknown) * 2 < expected) return { ...none, how: unknown * 2 > all ? 'often' : 'missing' };
  const grey = week.days.filter((day) => lights.ofCheck(check, day) === 'unknown').map(({ date }) => date);
  return grey.length === 0 ? null : { ...none, how: 'days', days: grey };
}
