import { z } from 'zod';
import { statementSchema } from './finding.ts';
import { instantSchema } from './instant.ts';

/** How many a result carries at most, newest first. */
export const nudgesAtMost = 3;

/**
 * A word in time, before a promise is broken: told once each, beside the light and without an incident. A result repeats
 * those of the last day whose cause lasts, so that one whose message was lost is told by the next.
 */
export const nudgeSchema = z.strictObject({
  /** When the run first saw it; tells the nudges of one check apart. */
  at: instantSchema,
  says: statementSchema,
});
export type Nudge = z.infer<typeof nudgeSchema>;
