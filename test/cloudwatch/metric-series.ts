import type { Point } from './alarm-state.ts';

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What was reported of each metric in each minute. */
export interface MetricSeries {
  report(metric: MetricName, minute: number, value: number): void;
  /**
   * One point for each of the last periods, the oldest first. As CloudWatch looks at alarms every minute, the newest period
   * ends with this minute, wherever the clock stands.
   */
  points(metric: MetricName, statistic: string, periodMinutes: number, periods: number, minute: number): Point[];
}

export function createMetricSeries(): MetricSeries {
  const reported = new Map<string, Map<number, number[]>>();
  return {
    report(metric, minute, value) {
      const key = keyOf(metric);
      const series = reported.get(key) ?? new Map<number, number[]>();
      reported.set(key, series);
      series.set(minute, [...(series.get(minute) ?? []), value]);
    },
    points(metric, statistic, periodMinutes, periods, minute) {
      const series = reported.get(keyOf(metric)) ?? new Map<number, number[]>();
      return Array.from({ length: periods }, (_, index) => {
        const last = minute - (periods - 1 - index) * periodMinutes;
        const values = Array.from({ length: periodMinutes }, (__, back) => series.get(last - back) ?? []).flat();
        return values.length === 0 ? null : aggregate(statistic, values);
      });
    },
  };
}

function keyOf({ namespace, name, dimensions }: MetricName): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

function aggregate(statistic: string, values: readonly number[]): number {
  if (statistic === 'Sum') return values.reduce((sum, value) => sum + value, 0);
  if (statistic === 'Maximum') return Math.max(...values);
  throw new Error(`No alarm has used the statistic ${statistic} before; teach it to createMetricSeries.`);
}
