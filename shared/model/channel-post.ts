import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { instantSchema } from './instant.ts';
import { sentReasonSchema } from './reason.ts';

/** What a channel shows of one incident (or of one grey or unstable period), and how far that has got. */
export const channelPostSchema = z.strictObject({
  channelId: z.string(),
  checkId: checkIdSchema,
  /** Which period of the check it is about. */
  subject: z.string(),
  /** When that began, as its notices say. */
  subjectAt: instantSchema,
  /** Where the post is, in the channel's own words; null while none is known to have arrived. */
  place: z.string().nullable(),
  /** The last notice that was delivered. */
  last: z.strictObject({ reason: sentReasonSchema, n: z.number().int().min(1), createdAt: instantSchema }).nullable(),
  /** The end was delivered: whatever comes later is old. */
  isOver: z.boolean(),
  /**
   * Somebody is delivering, or was and never said how it ended. After `until` the claim is void, and what was claimed may have
   * arrived or not.
   */
  claim: z.strictObject({ by: z.string(), at: instantSchema, until: instantSchema }).nullable(),
  /** When something was last delivered or tried. */
  touchedAt: instantSchema,
  /** Counts the writes, so that two deliveries never overwrite each other. */
  revision: z.number().int().min(1),
});
export type ChannelPost = z.infer<typeof channelPostSchema>;
