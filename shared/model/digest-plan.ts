import { z } from 'zod';
import { weekdaySchema } from './calendar.ts';
import { instantSchema } from './instant.ts';

/** When the digest is due and to whom, and since when: what is younger than a due time was not due then. */
export const digestPlanSchema = z.strictObject({
  weekday: weekdaySchema,
  atMinute: z.number().int().min(0).max(1439),
  timeZone: z.string(),
  since: instantSchema,
  /** By address, since when the reader has been named. */
  readers: z.record(z.string(), instantSchema),
});
export type DigestPlan = z.infer<typeof digestPlanSchema>;

/** In the log of digests: the reader who stands for everybody who subscribes the alerts. */
export const subscribersOfAlerts = 'subscribers-of-the-alerts';

/** How the mail of one week to one reader stands. */
export type Delivery = 'claimed' | 'sent' | 'refused';

export interface ReaderState {
  readonly reader: string;
  readonly delivery: Delivery;
}
