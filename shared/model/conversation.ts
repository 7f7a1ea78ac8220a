import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { type Instant, instantSchema } from './instant.ts';

/**
 * - `comment`: under a post or video of ours, or a visitor's post on our page;
 * - `review`: with stars, in public, one reply by us;
 * - `mention`: somebody addresses us in a post of their own;
 * - `message`: a private conversation;
 * - `call`: a call that nobody answered, until the business and the customer speak;
 * - `survey`: what a customer wrote beside a survey's score, which waits for no reply.
 */
const conversationKinds = ['comment', 'review', 'mention', 'message', 'call', 'survey'] as const;
export const conversationKindSchema = z.enum(conversationKinds);
export type ConversationKind = z.infer<typeof conversationKindSchema>;

/** Why somebody is not waiting although nobody answered. */
const noReplyReasons = [
  'own',
  'emoji-only',
  'sticker',
  'friend-tagged',
  'between-customers',
  'bot',
  'thanks',
  'withdrawn',
  'spam',
  'hidden',
  'liked',
  'answered-privately',
  'rating-only',
  'misdial',
  'withheld',
  'automatic',
  'bounce',
  'newsletter',
  'internal',
  'test-message',
  'survey-comment',
] as const;
export const noReplyReasonSchema = z.enum(noReplyReasons);
export type NoReplyReason = z.infer<typeof noReplyReasonSchema>;

/** What somebody wrote, in the one shape to which every platform is brought. */
export interface Message {
  /** Opaque; unique within its platform. */
  readonly id: string;
  readonly author: { readonly id: string | null; readonly name: string | null; readonly isBusiness: boolean };
  readonly text: string;
  /** Names in the text that the platform marks as addressed: "Anna Koval". */
  readonly addressees: readonly string[];
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  /** The one message that this one answers; null in flat threads, where it speaks to everything before it. */
  readonly replyTo: string | null;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** The business liked it. */
  readonly liked: boolean;
  /** The platform itself says that a program wrote it. */
  readonly automatic?: boolean;
  /** It picked up the very call that it answers. */
  readonly pickedUp?: boolean;
  /** What the platform itself reports: a sticker, likely spam, answered in private, nothing but tagged friends. */
  readonly noReply: NoReplyReason | null;
}

/** Everything that belongs together on a platform: a comment and its replies, a review and its reply. */
export interface Thread {
  /** Opaque; unique within its touchpoint. */
  readonly id: string;
  /** What the platform needs beside the id to find the thread again (its post), in the platform's own words. */
  readonly place: string | null;
  readonly kind: ConversationKind;
  readonly permalink: string | null;
  /** 1 to 5; null where there are no stars. */
  readonly rating: number | null;
  /** The platform does not show our reply: Google rejected it. */
  readonly replyRejected: boolean;
  readonly messages: readonly Message[];
  /** The platform has older messages that were not read. */
  readonly isPartial?: boolean;
  /** The poll's budget ended before a wait could be traced to its beginning. */
  readonly isCutShort?: boolean;
  /** The website's form sent it, in the customer's place. */
  readonly viaForm?: boolean;
  /** Not everybody can read it: it stands in a closed group, or in one of which that is not known. */
  readonly membersOnly?: boolean;
}

const conversationStates = ['waiting', 'answered', 'no-reply-needed', 'gone', 'expired'] as const;
export const conversationStateSchema = z.enum(conversationStates);
export type ConversationState = z.infer<typeof conversationStateSchema>;

/** A stable word that says more than the state. */
const waitingReasons = ['unanswered', 'edited-after-reply', 'reply-rejected'] as const;
export const conversationReasonSchema = z.enum([
  ...waitingReasons,
  'answered',
  'picked-up',
  ...noReplyReasons,
  'deleted',
  'not-found',
  'too-old',
]);
export type ConversationReason = z.infer<typeof conversationReasonSchema>;

/** Personal text is kept this short, because an alert needs a reminder of the matter and not a copy of it. */
export const textLimit = 140;
/** Of a shortened name. */
export const authorLimit = 40;

/** One customer's matter as it is kept: who waits since when, or how long it took. A THREAD item of the table. */
export const conversationSchema = z.strictObject({
  checkId: checkIdSchema,
  id: z.string().min(1),
  place: z.string().nullable(),
  kind: conversationKindSchema,
  state: conversationStateSchema,
  reason: conversationReasonSchema,
  /** When the customer first wrote. */
  startedAt: instantSchema,
  /** Since when the customer waits, or waited the last time; null when no reply was ever needed. */
  waitingSince: instantSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  /** Business minutes from waitingSince to answeredAt. */
  responseMinutes: z.number().min(0).nullable(),
  /** When it ceased to wait, as far as we saw; null while it waits. */
  closedAt: instantSchema.nullable(),
  /** When the table may drop it. */
  keepUntil: instantSchema,
  /** When the reminder was sent that it will soon be too late, for this wait; null before that. */
  nudgedAt: instantSchema.nullable().default(null),
  permalink: foreignTextSchema.nullable(),
  rating: z.number().nullable(),
  /** What a survey's answer gave, from 0 to 10; its `rating` is what that comes to in stars. */
  score: z.number().int().min(0).max(10).optional(),
  /** The platform's own id of the author, so that `touchlight forget` finds the person. */
  authorId: z.string().nullable(),
  /** Shortened: "Ann K." */
  author: foreignTextSchema.max(authorLimit),
  text: foreignTextSchema.max(textLimit),
  /** The person asked to be forgotten: author, text and link stay empty, also when the platform shows them again. */
  forgotten: z.boolean(),
  /** The customer wrote into the website's form, which sent a mail. */
  viaForm: z.literal(true).optional(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** What a poll leaves to the next one. One item per check, beside its conversations. */
export const pollStateSchema = z.strictObject({
  checkId: checkIdSchema,
  polledAt: instantSchema,
  /** The platform asked us to wait until then; no request is made before. */
  retryAt: instantSchema.nullable(),
  /** The cause of the last failure, or null. */
  cause: z.string().nullable(),
  /** Whether the look-back window has been read to its end once. Before, "nobody waits" would be a guess. */
  caughtUp: z.boolean(),
  /** Average ratings of the last days, oldest first, to see the change. */
  ratings: z.array(z.strictObject({ date: z.iso.date(), average: z.number() })),
  /** What only the platform's own file understands: comment counts, cursors, offsets. Never a token. */
  memory: z.record(z.string(), z.json()),
});
export type PollState = z.infer<typeof pollStateSchema>;
