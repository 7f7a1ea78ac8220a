import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { textLimit } from './conversation.ts';
import { statementSchema } from './finding.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { instantSchema } from './instant.ts';

/** What a customer may want. Nothing here books, orders or reserves anything. */
export const scenarios = ['question', 'price', 'appointment', 'complaint'] as const;
export const scenarioSchema = z.enum(scenarios);
export type Scenario = z.infer<typeof scenarioSchema>;

/**
 * How the sending of a mail ended. `claimed` until it has ended, and for ever when it was interrupted: then, as with `uncertain`,
 * the mail may have been sent and is never sent again. `refused` was certainly not sent. `handed-over`: a browser is asked to send it
 * through a form or the chat.
 */
const deliverySchema = z.enum(['claimed', 'handed-over', 'sent', 'refused', 'uncertain']);

/**
 * What came back. `automatic` proves that the enquiry has arrived; `delay` is the mail server's word that it tries again; `other`
 * says nothing about the enquiry, such as a newsletter to the same address.
 */
const answerKindSchema = z.enum(['human', 'automatic', 'bounce', 'delay', 'other']);
export type AnswerKind = z.infer<typeof answerKindSchema>;

/** How an answer was recognised, the surest first; `chat` for what came in the chat itself. */
const matchedByValues = ['address', 'reference', 'subject', 'text', 'quote', 'chat'] as const;
const matchedBySchema = z.enum(matchedByValues);
export type MatchedBy = z.infer<typeof matchedBySchema>;

/** One mail that came back, or one message in the chat. Neither the name nor the address of its writer is kept. */
const answerSchema = z.strictObject({
  /** By which the same mail is known again wherever it lies. */
  key: z.string(),
  /** By our clock. */
  receivedAt: instantSchema,
  kind: answerKindSchema,
  /** The rule that decided. */
  reason: z.string(),
  confidence: z.enum(['sure', 'likely']),
  matchedBy: matchedBySchema,
  /** The owner's correction; null where nobody has corrected it. */
  marked: z.enum(['human', 'automatic']).nullable(),
  text: foreignTextSchema.max(textLimit),
  /** Of its words without names and numbers: two with the same come from a template. Empty for short ones. */
  template: z.string(),
});
export type Answer = z.infer<typeof answerSchema>;

const closingSchema = z.strictObject({
  why: z.enum(['answered', 'expired']),
  claimedAt: instantSchema,
  delivery: deliverySchema,
  attempts: z.number().int().min(1),
  messageId: z.string(),
});

export const shownInChatSchema = z.object({
  /** It said that somebody is there, and was watched for as long as it should be. */
  somebodyThere: z.boolean(),
  /** It promised an answer by mail: then one that is only written into the chat is not what the visitor was promised. */
  mailPromised: z.boolean(),
});
export type ShownInChat = z.infer<typeof shownInChatSchema>;

/** How an enquiry goes through a form or the chat of the business's site. */
const throughFormSchema = z.strictObject({
  /** The visit that sends it; with the form's check it names what was sent. */
  visitAt: instantSchema,
  /** What the visit says where it has not certainly sent it. */
  why: statementSchema.nullable(),
  /** What the chat showed its visitor; absent for a form, and where the visit did not get so far. */
  chat: shownInChatSchema.optional(),
});

/** One test enquiry of the mystery shopper, from before it is sent until the table drops it. */
export const enquirySchema = z.strictObject({
  checkId: checkIdSchema,
  /** The week's Monday and a number: `2026-11-23.1`. There is never a second enquiry for one slot, however many runs race for it. */
  slot: z.string(),
  /** `TL-7K3Q9ZB`: random, so that nobody can guess it. */
  token: z.string(),
  /** A scenario, `own` for a text of the file, or `chat` for a question in the live chat. */
  scenario: z.union([scenarioSchema, z.enum(['own', 'chat'])]),
  subject: foreignTextSchema,
  /** The business's address, or the page of its form or its chat. */
  to: z.string(),
  /** Null where it is a mail. */
  form: throughFormSchema.nullable().default(null),
  isBlind: z.boolean(),
  delivery: deliverySchema,
  attempts: z.number().int().min(1),
  /** Just before the last attempt to send it. */
  sentAt: instantSchema,
  /** Ours, and the one that the mail service gave it instead. */
  messageIds: z.array(z.string()),
  answers: z.array(answerSchema),
  nudgedAt: instantSchema.nullable(),
  closing: closingSchema.nullable(),
  /** Changes with each save, so that of two that save the same enquiry one has to look again. */
  revision: z.number().int().min(0),
});
export type TestEnquiry = z.infer<typeof enquirySchema>;
