import { z } from 'zod';
import { type CheckId, checkIdSchema, checkName, parseCheckId } from './check-id.ts';
import { statementSchema } from './finding.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { instantSchema } from './instant.ts';
import { measurementsSchema, outcomeSchema } from './result.ts';
import { submissionsPrefix } from './stack-names.ts';

/** How a visit that sent a form ended, as its result has it. */
const submissionOutcomeSchema = z.strictObject({
  outcome: outcomeSchema,
  reason: statementSchema,
  cause: z.string().nullable(),
  measurements: measurementsSchema,
  facts: z.record(z.string(), statementSchema),
  details: z.record(z.string(), z.json()),
});

/** One message that was really sent through a form: what the owner deletes, and why the same run never sends again. */
export const submissionSchema = z.strictObject({
  checkId: checkIdSchema,
  /** The run's; with the check id it names the submission. */
  scheduledAt: instantSchema,
  sentAt: instantSchema,
  /** Stands in the message and in its email address: searched for, it finds this one message. */
  marker: z.string(),
  /** The page with the form, and the address that the form sends to; null where a visit for a mystery shopper has sent nothing. */
  page: z.url(),
  sentTo: z.url().nullable(),
  /** What was typed, under the words that a visitor reads at the field. */
  typed: z.array(z.strictObject({ field: foreignTextSchema, value: foreignTextSchema })),
  /** Null until the visit has ended, and for ever when it was ended by force. */
  outcome: submissionOutcomeSchema.nullable(),
});
export type Submission = z.infer<typeof submissionSchema>;

/** Where a check's submissions lie in the evidence bucket, one object per run, by scheduled time. */
export function submissionPrefix(checkId: CheckId): string {
  return `${submissionsPrefix}${parseCheckId(checkId).touchpointId}/${encodeURIComponent(checkName(checkId))}/`;
}
