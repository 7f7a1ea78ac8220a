import { z } from 'zod';

/** The inner promise: how soon somebody must acknowledge an alert. */
export const responseTimeSchema = z.strictObject({
  minutes: z.number().int().min(1),
  /** Do only business minutes count? */
  inBusinessHours: z.boolean(),
});
export type ResponseTime = z.infer<typeof responseTimeSchema>;
