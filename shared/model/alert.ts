import { z } from 'zod';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { incidentSchema } from './incident.ts';
import { instantSchema } from './instant.ts';
import { noticeSchema, notificationSchema } from './notification.ts';
import { ownerSchema } from './owner.ts';

/** An incident as machines get it: its finding as data, and the same in the language of the business. */
const alertIncidentSchema = incidentSchema.extend({
  reason: foreignTextSchema,
  expected: foreignTextSchema,
  actual: foreignTextSchema,
  measurement: z.string().nullable(),
  comparison: z
    .strictObject({ value: z.number(), bound: z.number(), side: z.enum(['at-most', 'at-least']) })
    .nullable(),
});

const { says: _, ...ofNotice } = noticeSchema.shape;

/**
 * A notification as JSON for other systems: what SNS sends to everything but mail and SMS. A stable shape: later versions add
 * fields and rename none.
 */
export const alertSchema = notificationSchema.extend({
  version: z.literal(1),
  /** Who looks after the touchpoint; absent where the configuration names nobody. */
  owner: ownerSchema.optional(),
  notices: z
    .array(
      z.strictObject({
        ...ofNotice,
        incident: alertIncidentSchema.nullable(),
        /** What has happened, in whole sentences. */
        text: foreignTextSchema,
        /** Since when it has been so; what is over says when it began. */
        since: instantSchema.optional(),
        /** What to do about it, in whole sentences. */
        todo: foreignTextSchema.optional(),
        /** Blindness: why we cannot see, as a stable word and in words. */
        blindness: z.strictObject({ cause: z.string().nullable(), reason: foreignTextSchema }).optional(),
        /** Where the live page shows it, to be acknowledged there; absent where there is no such page. */
        page: z.url().optional(),
      }),
    )
    .min(1),
});
export type Alert = z.infer<typeof alertSchema>;
