import { z } from 'zod';
import { checkSchema } from './check.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';

/** Another business's site that is looked at beside the own one. It is no touchpoint: nobody is alerted of it, and it has no light. */
export const competitorSchema = z.strictObject({
  name: foreignTextSchema,
  url: z.url(),
  /** The same as the business's own site has, as far as they do no harm. */
  checks: z.array(checkSchema),
});
export type Competitor = z.infer<typeof competitorSchema>;
