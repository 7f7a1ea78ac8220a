import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { conversationKindSchema } from './conversation.ts';
import { instantSchema } from './instant.ts';
import { themeSchema } from './theme.ts';
import { earlierReader } from './theme-model.ts';

/** Why the lexicon read what a model was to read. */
export const notByModelReasons = [
  /** The month's cap of cost. */
  'cap',
  /** Turned away for good: no access to the model, the wrong region, no credentials. Nothing was paid; the next poll tries again. */
  'denied',
  /** Throttled, not reached, or no time left in the poll: nothing was paid, and a later poll may ask. */
  'unanswered',
  /** An answer that is none, or none in time: it may have been paid, so it is not asked again. */
  'unusable',
] as const;
export type NotByModel = (typeof notByModelReasons)[number];
/** Or that somebody asked to be forgotten, whose words are sent nowhere: no fault of the model, so nobody is told. */
export const insteadReasonSchema = z.enum([...notByModelReasons, 'forgotten']);

/**
 * What a customer's text came to: its themes without its words, so that it may be kept when words and names are deleted. A SAID item of
 * the table, one of each text.
 */
export const sayingSchema = z.strictObject({
  checkId: checkIdSchema,
  /** A hash of the message's id: it leads nobody back to the text. */
  id: z.string().min(1),
  /** When it was written. */
  at: instantSchema,
  kind: conversationKindSchema,
  /** 1 to 5; null where there are no stars. */
  rating: z.number().nullable(),
  /** A hash of the author's id, so that one person counts once; null where nobody knows, or the person was forgotten. */
  voice: z.string().nullable(),
  complaints: z.array(themeSchema),
  praises: z.array(themeSchema),
  /** `lexicon/2`, `bedrock/<id>/1` */
  readBy: z.string().min(1).default(earlierReader),
  /** Which model was to read it, and why it did not. */
  instead: z.strictObject({ of: z.string(), why: insteadReasonSchema }).optional(),
  /** A short hash of the words that a model was asked about, by which a later poll sees that they are the same. */
  words: z.string().optional(),
});
export type Saying = z.infer<typeof sayingSchema>;
