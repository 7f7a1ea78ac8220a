import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { findingSchema, statementSchema } from './finding.ts';
import { incidentSchema } from './incident.ts';
import { instantSchema } from './instant.ts';
import { lightSchema } from './light.ts';
import { sentReasonSchema } from './reason.ts';
import { responseTimeSchema } from './response-time.ts';

/** What one notification says about one check. */
export const noticeSchema = z.strictObject({
  checkId: checkIdSchema,
  reason: sentReasonSchema,
  /** The light as it is now. */
  light: lightSchema,
  /** What the notice is about, for the sent log: the incident's openedAt, or the start of the blind or flapping period. */
  subjectAt: instantSchema,
  /** Counts notices of one reason about one subject, from 1 (reminders). */
  n: z.number().int().min(1),
  incident: incidentSchema.nullable(),
  /** What a nudge says. */
  says: statementSchema.optional(),
  /**
   * When the check was last measured, where that is too long ago for its light to count: `light` is then unknown, and the
   * incident's own light is the last one known. Null: never measured.
   */
  measuredAt: instantSchema.nullable().optional(),
  /** Blindness: why we cannot see, as a stable word, and as what was found where a run has said so. */
  blindness: z.strictObject({ cause: z.string().nullable(), finding: findingSchema.nullable() }).optional(),
  /** Flapping: how many changes of light within how many runs. */
  changes: z.strictObject({ count: z.number().int(), runs: z.number().int() }).optional(),
  /** Escalated: within which time somebody was to acknowledge the incident. */
  overdue: responseTimeSchema.optional(),
  /** Resolved: when that was last escalated; absent where it never was. */
  escalatedAt: instantSchema.optional(),
  /** Checks that are silent because this one speaks for the whole touchpoint. */
  alsoAffected: z.array(checkIdSchema).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** A message about one touchpoint: everything due now, worst first. */
export const notificationSchema = z.strictObject({
  touchpointId: z.string(),
  /** Of the worst notice. */
  light: lightSchema,
  reason: sentReasonSchema,
  createdAt: instantSchema,
  notices: z.array(noticeSchema).min(1),
});
export type Notification = z.infer<typeof notificationSchema>;

/** The log of what was sent, written after the send. */
export const sentSchema = z.strictObject({
  touchpointId: z.string(),
  checkId: checkIdSchema,
  subjectAt: instantSchema,
  reason: sentReasonSchema,
  n: z.number().int().min(1),
  light: lightSchema,
  sentAt: instantSchema,
  /** How often the clock had been set back by then; absent where never. Orders the log before the instants do. */
  clockTurn: z.number().int().min(1).optional(),
});
export type Sent = z.infer<typeof sentSchema>;
