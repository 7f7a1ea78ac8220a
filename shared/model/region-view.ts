import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { instantSchema } from './instant.ts';

/**
 * What one further region saw of a check that failed at home:
 * - `works`: it was measured there, and nothing is red beside speeds;
 * - `fails`: it is red there, too;
 * - `unclear`: it could not be measured there (a bot wall, a broken probe, nothing to check), which says nothing about the site.
 */
const sawSchema = z.enum(['works', 'fails', 'unclear']);
export type Saw = z.infer<typeof sawSchema>;

export const regionViewSchema = z.strictObject({
  touchpointId: z.string(),
  checkId: checkIdSchema,
  /** The run at home about which the region was asked. */
  scheduledAt: instantSchema,
  region: z.string(),
  saw: sawSchema.catch('unclear'),
});
export type RegionView = z.infer<typeof regionViewSchema>;

/**
 * How a result travels home from another region. A version that does not know the envelope cannot take it for a result of its own region.
 */
export const regionReportSchema = z.object({ region: z.string(), result: z.unknown() });
