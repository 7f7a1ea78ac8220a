import { z } from 'zod';
import { statementSchema } from './finding.ts';
import { instantSchema } from './instant.ts';

/** How many a result carries at most, newest first. */
export const nudgesAtMost = 3;

/**
 * A word in time, before a promise is broken: sent once each, beside the light and without an incident. A result repeats
 * those of the last day whose cause lasts, so that the next result makes up for a message that was lost.
 */
export const nudgeSchema = z.strictObject({
  /** When the run first saw it; tells the nudges of one check apart. */
  at: instantSchema,
  says: statementSchema,
});
export type Nudge = z.infer<typeof nudgeSchema>;
