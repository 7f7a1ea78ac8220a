import { z } from 'zod';
import { checkSchema } from './check.ts';
import { instantSchema } from './instant.ts';

/** The message from dispatch to a probe: checks of one page and device that fell due together. */
export const visitRequestSchema = z.strictObject({
  /** When the checks were due; the runs' scheduledAt. */
  scheduledAt: instantSchema,
  /** True when it repeats a suspected check before its next cadence. */
  confirmation: z.boolean(),
  checks: z.array(checkSchema).min(1),
});
export type VisitRequest = z.infer<typeof visitRequestSchema>;
