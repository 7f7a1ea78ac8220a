import { z } from 'zod';

/** Whole numbers are numbers; layout shifts are texts; what Google does not know is null, "NaN" or left out. */
const p75Schema = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((written): number | null => {
    const value = written == null || written === '' ? Number.NaN : Number(written);
    return Number.isFinite(value) && value >= 0 ? value : null;
  });

const dateSchema = z
  .object({ year: z.int().min(1), month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .transform(({ year, month, day }) => [pad(year, 4), pad(month, 2), pad(day, 2)].join('-'))
  .pipe(z.iso.date());

const periodSchema = z.looseObject({ lastDate: dateSchema });

/** Google's names, and ours for the same. */
export const cruxMetrics = {
  lcpMs: 'largest_contentful_paint',
  inpMs: 'interaction_to_next_paint',
  cls: 'cumulative_layout_shift',
  ttfbMs: 'experimental_time_to_first_byte',
} as const;

const metricSchema = z.looseObject({ percentiles: z.looseObject({ p75: p75Schema }).optional() });

/** An answer of `queryRecord`. Metrics that say something else than percentiles (`navigation_types`) are passed over. */
export const recordSchema = z
  .looseObject({
    record: z.looseObject({ metrics: z.record(z.string(), metricSchema), collectionPeriod: periodSchema }),
  })
  .transform(({ record: { metrics, collectionPeriod } }) => {
    const p75 = (name: string): number | null => metrics[name]?.percentiles?.p75 ?? null;
    return {
      until: collectionPeriod.lastDate,
      lcpMs: p75(cruxMetrics.lcpMs),
      inpMs: p75(cruxMetrics.inpMs),
      cls: p75(cruxMetrics.cls),
      ttfbMs: p75(cruxMetrics.ttfbMs),
    };
  });
/** What three of four visits of 28 days were no worse than; null where Google does not know. */
export type CruxRecord = z.infer<typeof recordSchema>;

const seriesSchema = z.looseObject({
  percentilesTimeseries: z.looseObject({ p75s: z.array(p75Schema) }).optional(),
});

/** Google keeps no more. */
const periodsAtMost = 40;

/** An answer of `queryHistoryRecord`: overlapping periods of 28 days, one a week, oldest first. */
export const historySchema = z
  .looseObject({
    record: z.looseObject({ metrics: z.record(z.string(), seriesSchema), collectionPeriods: z.array(periodSchema) }),
  })
  .transform(({ record: { metrics, collectionPeriods } }) => {
    const lastDates = collectionPeriods.map(({ lastDate }) => lastDate);
    const isInOrder = lastDates.every((date, n) => n === 0 || (lastDates[n - 1] ?? '') < date);
    if (!isInOrder) return { until: [], lcpMs: [], inpMs: [] };
    const from = Math.max(0, collectionPeriods.length - periodsAtMost);
    const until = lastDates.slice(from);
    const series = (name: string): (number | null)[] => {
      const p75s = metrics[name]?.percentilesTimeseries?.p75s ?? [];
      // Of a row that is shorter or longer, no value could be given its week.
      return until.map((_, n) => (p75s.length === collectionPeriods.length ? (p75s[from + n] ?? null) : null));
    };
    return { until, lcpMs: series(cruxMetrics.lcpMs), inpMs: series(cruxMetrics.inpMs) };
  });
export type CruxHistory = z.infer<typeof historySchema>;

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
