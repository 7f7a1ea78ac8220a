import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { evidenceSchema } from './evidence.ts';
import { statementSchema } from './finding.ts';
import { instantSchema } from './instant.ts';
import { nudgeSchema, nudgesAtMost } from './nudge.ts';

/**
 * What a run came to, before any threshold is looked at:
 * - `measured`: the numbers are there, thresholds decide;
 * - `failed`: the touchpoint itself is at fault in a way that no number says (no answer, the form answers 500);
 * - `unknown`: we could not measure (our probe broke, a bot wall, an expired token);
 * - `not-applicable`: there is nothing to measure here (no form on the site).
 */
const outcomes = ['measured', 'failed', 'unknown', 'not-applicable'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Flat numbers with the unit in the name: `lcpMs`, `transferBytes`, `clicksToContact`. */
export const measurementsSchema = z.record(z.string(), z.number());
export type Measurements = z.infer<typeof measurementsSchema>;

export const resultSchema = z.strictObject({
  checkId: checkIdSchema,
  /** When the run was due. Check id + this = run id; results of one check are ordered by it. */
  scheduledAt: instantSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema,
  /** How many times the measurement was made: a red or grey visit is repeated once in a fresh browser. */
  attempts: z.number().int().min(1),
  outcome: outcomeSchema,
  /** What was seen, for a reader who does not know the probe. */
  reason: statementSchema,
  /**
   * Why a `failed` or `unknown` came about, as a stable word for rules and filters: `unreachable` (the site does not answer
   * at all), `http-error`, `bot-wall`, `captcha`, `probe-fault`, `form-error` ... Null when measured.
   */
  cause: z.string().nullable(),
  measurements: measurementsSchema,
  /** Per measurement, what was seen behind the number ("the page shows ... instead of ..."). */
  facts: z.record(z.string(), statementSchema),
  evidence: z.array(evidenceSchema),
  nudges: z.array(nudgeSchema).max(nudgesAtMost).optional(),
  /** What only this probe knows (`found`, `forms`, slowest requests); shown, never judged. JSON. */
  details: z.record(z.string(), z.json()),
});
export type Result = z.infer<typeof resultSchema>;
