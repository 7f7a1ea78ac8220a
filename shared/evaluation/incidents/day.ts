import { isSound } from '../../model/cause.ts';
import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Measurements } from '../../model/result.ts';
import type { DayRollUp, Today } from '../../model/status.ts';
import { specOf } from '../../probes/index.ts';
import { localDate } from '../schedule/zone.ts';

/** Neighbours on the grid differ by 7 %, so a value moves by at most 3.5 %; with three digits kept, by less than 4 %. */
const GRID_RATIO = 1.07;

type Histogram = Today['values'][string];

export function emptyDay(at: Instant, timeZone: string): Today {
  return { date: localDate(Date.parse(at), timeZone), runs: { green: 0, yellow: 0, red: 0, unknown: 0 }, values: {} };
}

/**
 * Counts one run. Numbers of a run that we could not make are not the touchpoint's, so only known lights bring theirs, and greys whose
 * `cause` says that they are sound.
 */
export function addRun(
  today: Today,
  light: Light,
  measurements: Measurements,
  check: Check,
  cause: string | null = null,
): Today {
  const runs = { ...today.runs, [light]: today.runs[light] + 1 };
  if (light === 'unknown' && !isSound(cause)) return { ...today, runs };
  const values = { ...today.values };
  for (const name of mainMeasurements(check)) {
    const value = measurements[name];
    if (value !== undefined && Number.isFinite(value)) values[name] = addValue(values[name], value);
  }
  return { ...today, runs, values };
}

/** p50 and p75 are within 4 % of the true ones (nearest rank), max is exact. Null when nothing ran that day. */
export function closeDay(today: Today): DayRollUp | null {
  const { green, yellow, red, unknown } = today.runs;
  if (green + yellow + red + unknown === 0) return null;
  const spread = Object.entries(today.values).map(([name, histogram]) => [name, spreadOf(histogram)] as const);
  return { date: today.date, runs: today.runs, measurements: Object.fromEntries(spread) };
}

/**
 * The nearest value of a geometric grid, for a histogram of bounded size: at most 35 values for each factor of ten.
 * Whole numbers below 13 stay as they are (clicks, missing fields), since the grid would not be coarser there.
 */
export function onGrid(value: number): number {
  if (value < 0) return -onGrid(-value);
  if (value === 0 || (Number.isInteger(value) && value < 13)) return value;
  const step = Math.round(Math.log(value) / Math.log(GRID_RATIO));
  return Number((GRID_RATIO ** step).toPrecision(3));
}

function addValue(histogram: Histogram | undefined, value: number): Histogram {
  const key = String(onGrid(value));
  const counts = histogram?.counts ?? {};
  return { max: Math.max(histogram?.max ?? value, value), counts: { ...counts, [key]: (counts[key] ?? 0) + 1 } };
}

function spreadOf({ max, counts }: Histogram): DayRollUp['measurements'][string] {
  const ascending = Object.entries(counts)
    .map(([value, count]) => ({ value: Number(value), count }))
    .toSorted((a, b) => a.value - b.value);
  const total = ascending.reduce((sum, { count }) => sum + count, 0);
  // Of a check that runs once a day, the day's number is known to the last digit.
  if (total === 1) return { p50: max, p75: max, max };
  const quantile = (share: number): number => {
    let seen = 0;
    const reached = ascending.find(({ count }) => {
      seen += count;
      return seen >= share * total;
    });
    // The grid may round above the exact maximum.
    return Math.min(reached?.value ?? max, max);
  };
  return { p50: quantile(0.5), p75: quantile(0.75), max };
}

function mainMeasurements(check: Check): string[] {
  const measurements = Object.entries(specOf(check.probe)?.measurements ?? {});
  return measurements.filter(([, spec]) => spec.main === true).map(([name]) => name);
}
