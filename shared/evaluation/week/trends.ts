import type { Check } from '../../model/check.ts';
import { measurementHistorySchema } from '../../model/measurement-history.ts';
import type { MeasurementSpec, Unit } from '../../model/probe-spec.ts';
import type { Result } from '../../model/result.ts';
import { specOf } from '../../probes/index.ts';
import type { CheckDay } from './figures.ts';

/** One measurement of one check over the last weeks. */
export interface Trend {
  readonly checkId: string;
  readonly measurement: string;
  readonly unit: Unit;
  /** The worst that is still green; null where it is not judged. */
  readonly bound: { readonly value: number; readonly side: 'at-most' | 'at-least' } | null;
  /** What the points are: what three of four runs did not exceed, or the middle one where more is better. */
  readonly spread: 'p75' | 'p50';
  readonly points: readonly { readonly date: string; readonly value: number }[];
  /** From one point to the next; absent for a point a day. */
  readonly everyDays?: number;
}

/** How far back it goes. */
export const trendDays = 35;
const trendsEach = 6;

/** The first main measurements of these checks that have two days to be drawn between. */
export function trendsOf(checks: readonly Check[], days: readonly CheckDay[]): Trend[] {
  return checks
    .flatMap((check) =>
      drawnByDays(check).map(([measurement, { unit }]): Trend => {
        const bound = boundOf(check, measurement);
        const spread = bound?.side === 'at-least' || unit === 'number' || unit === 'ratio' ? 'p50' : 'p75';
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

/**
 * What a check's service knows of the months before, of the newest result that says it.
 * @param results oldest first
 */
export function trendsOfHistory(check: Check, results: readonly Pick<Result, 'details'>[]): Trend[] {
  const known = results.map(({ details }) => measurementHistorySchema.safeParse(details['history']).data);
  const history = known.findLast((each) => each !== undefined);
  if (history === undefined) return [];
  const { dates, values, everyDays } = history;
  return mainMeasurements(check)
    .filter(([, { drawn }]) => drawn === 'history')
    .map(([measurement, { unit }]): Trend => {
      const points = dates.flatMap((date, n) => {
        const value = values[measurement]?.[n] ?? null;
        return value === null ? [] : [{ date, value }];
      });
      return {
        checkId: check.id,
        measurement,
        unit,
        bound: boundOf(check, measurement),
        spread: 'p75',
        points,
        everyDays,
      };
    })
    .filter(({ points }) => points.length > 1);
}

export function bringsHistory({ probe }: Check): boolean {
  return Object.values(specOf(probe)?.measurements ?? {}).some(({ drawn }) => drawn === 'history');
}

function drawnByDays(check: Check): [string, MeasurementSpec][] {
  return mainMeasurements(check).filter(([, { drawn }]) => drawn !== 'history');
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
