import type { Check } from '../../model/check.ts';
import type { MeasurementSpec, Unit } from '../../model/probe-spec.ts';
import { specOf } from '../../probes/index.ts';
import type { CheckDay } from './figures.ts';

/** One measurement of one check over five weeks. */
export interface Trend {
  readonly checkId: string;
  readonly measurement: string;
  readonly unit: Unit;
  /** The worst that is still green; null where it is not judged. */
  readonly bound: { readonly value: number; readonly side: 'at-most' | 'at-least' } | null;
  /** What the points are: what three of four runs did not exceed, or the middle one where more is better. */
  readonly spread: 'p75' | 'p50';
  readonly points: readonly { readonly date: string; readonly value: number }[];
}

/** How far back it goes. */
export const trendDays = 35;
const trendsEach = 6;

/** The first main measurements of these checks that have two days to be drawn between. */
export function trendsOf(checks: readonly Check[], days: readonly CheckDay[]): Trend[] {
  return checks
    .flatMap((check) =>
      mainMeasurements(check).map(([measurement, { unit }]): Trend => {
        const bound = boundOf(check, measurement);
        const spread = bound?.side === 'at-least' || unit === 'number' ? 'p50' : 'p75';
        const points = days.flatMap(({ checkId, day: { date, measurements } }) => {
          const value = measurements[measurement]?.[spread];
          return checkId === check.id && value !== undefined ? [{ date, value }] : [];
        });
        return { checkId: check.id, measurement, unit, bound, spread, points };
      }),
    )
    .filter(({ points }) => points.length > 1)
    .slice(0, trendsEach);
}

export function mainMeasurements({ probe }: Check): [string, MeasurementSpec][] {
  return Object.entries(specOf(probe)?.measurements ?? {}).filter(
    ([, { main, drawn }]) => main === true && drawn !== false,
  );
}

function boundOf({ thresholds }: Check, measurement: string): Trend['bound'] {
  const threshold = thresholds[measurement];
  if (threshold === undefined) return null;
  const isMoreBetter = threshold.red !== null && threshold.red < threshold.green;
  return { value: threshold.green, side: isMoreBetter ? 'at-least' : 'at-most' };
}
