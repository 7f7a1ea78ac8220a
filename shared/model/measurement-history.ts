import { z } from 'zod';

/** What a service knows of the time before a result, in the result's details under `history`. */
export const measurementHistorySchema = z.object({
  /** Days from one point to the next. */
  everyDays: z.int().min(1),
  /** The points' dates, oldest first. */
  dates: z.array(z.iso.date()).max(100),
  /** By measurement, one value for each date; null where it is not known. */
  values: z.record(z.string(), z.array(z.number().nullable())),
});
export type MeasurementHistory = z.infer<typeof measurementHistorySchema>;
