import { z } from 'zod';
import { instantSchema } from './instant.ts';

/** A configured check as the sweep knows it: what its status cannot tell before its first run. */
const watchedCheckSchema = z.strictObject({
  /** Since when the check has been configured. */
  since: instantSchema,
  /** How often and within which hours it runs, as text to compare. */
  cadence: z.string(),
  cadenceSince: instantSchema,
});
export type WatchedCheck = z.infer<typeof watchedCheckSchema>;

/**
 * The registry's entry for one touchpoint. It outlives the touchpoint's place in the configuration until everything that was
 * announced about it has been closed.
 */
export const watchedTouchpointSchema = z.strictObject({
  touchpointId: z.string(),
  /** By check id. */
  checks: z.record(z.string(), watchedCheckSchema),
  /** The earliest subject that was announced and not yet closed: the sent log must be read from there. Null when none is. */
  openSince: instantSchema.nullable(),
  /** The last sweep in a pause, in which nobody measured it and nobody was alerted; absent where there was none. */
  pausedUntil: instantSchema.optional(),
});
export type WatchedTouchpoint = z.infer<typeof watchedTouchpointSchema>;
