import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { instantSchema } from './instant.ts';

/** "Seen it, working on it": stops the reminders of one incident until it worsens or resolves. */
export const acknowledgementSchema = z.strictObject({
  touchpointId: z.string(),
  checkId: checkIdSchema,
  /** The incident's openedAt. */
  subjectAt: instantSchema,
  acknowledgedAt: instantSchema,
  why: foreignTextSchema,
  /** Who did it, as their link or sign-in says; absent at the command line of earlier versions. */
  by: foreignTextSchema.optional(),
  /** When it was taken back; null while it holds. */
  withdrawnAt: instantSchema.nullable(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
