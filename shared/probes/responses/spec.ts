import { z } from 'zod';
import { calendarSchema } from '../../model/business.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';
import { socialKinds } from '../../model/social-platform.ts';
import { themeModelSchema } from '../../model/theme-model.ts';
import type { Thresholds } from '../../model/threshold.ts';

/** Business minutes that are promised where the file promises nothing: one working day. */
export const defaultSlaMinutes = 480;

/** Past three quarters of the promise the light is yellow, and each customer gets a nudge. */
export function nudgeAfterMinutes(slaMinutes: number): number {
  return Math.floor(slaMinutes * 0.75);
}

/** Lights from the promise: at 75 % of it a nudge, at all of it red. */
export function responseThresholds(slaMinutes: number): Thresholds {
  return {
    overdue: { green: 0, red: 1 },
    oldestWaitingMinutes: { green: nudgeAfterMinutes(slaMinutes), red: slaMinutes },
    tokenDaysLeft: { green: 7, red: 0 },
  };
}

export const responses = {
  id: 'responses',
  title: 'Customers get an answer in time',
  failureTitle: 'Customers wait too long for an answer',
  visit: 'poll',
  owner: 'answerer',
  weight: 2,
  perDevice: false,
  perPage: false,
  everyMinutes: 15,
  options: z.strictObject({
    platform: z.enum(socialKinds).default('facebook'),
    account: z.string().default(''),
    /** The secret's name. */
    secret: z.string().nullable().default(null),
    slaMinutes: z.number().int().min(1).default(defaultSlaMinutes),
    /** The business's hours, so that a poll needs nothing but its check. */
    calendar: calendarSchema.default({
      timeZone: 'UTC',
      shifts: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      holidays: [],
    }),
    /** Of a touchpoint that is a phone. */
    phone: z
      .strictObject({
        numbers: z.array(z.string()).min(1),
        misdialSeconds: z.number().min(0),
        timeZone: z.string(),
        folder: z.string().nullable(),
        columns: z.record(z.string(), z.string()),
      })
      .nullable()
      .default(null),
    staff: z
      .array(z.string())
      .default([])
      .meta({
        description: 'Ids of people who answer for the business from their own accounts.',
        examples: [['7700112233']],
      }),
    server: z.string().nullable().default(null).describe('The mail server of a mailbox, as host and port.'),
    inbound: z.boolean().default(false).describe("A mailbox's mail is received by SES, not read from a server."),
    ours: z.array(z.string()).default([]).describe("Addresses and domains whose mail is the business's own."),
    /** Of a mailbox: the checks that really send a form, whose messages wait for nothing. */
    tests: z.array(z.string()).default([]),
    /** Of a mailbox: addresses of mystery shoppers, whose mail waits for nothing here. */
    shoppers: z.array(z.string()).default([]),
    messages: z
      .boolean()
      .default(false)
      .describe(
        'Private messages too, where the platform and the token allow it (facebook: Messenger, instagram: direct messages, telegram: chats of a business account).',
      ),
    businessAccount: z
      .string()
      .nullable()
      .default(null)
      .describe('Of a Telegram channel: the account whose private chats are read, by its id or its name.'),
    likesAnswer: z
      .boolean()
      .default(false)
      .describe('A like or a reaction of the business counts as an answer, where the platform shows it.'),
    themes: themeModelSchema.optional().describe('A language model that reads what customers write in public.'),
    api: z
      .url()
      .nullable()
      .default(null)
      .meta({
        description: "Another address of the platform's API, such as a gateway of your own. The token is sent there.",
        examples: ['https://api.vk.ru/method/'],
      }),
  }),
  measurements: {
    overdue: { title: 'customers who wait longer than promised', unit: 'count', threshold: { green: 0, red: 1 } },
    oldestWaitingMinutes: {
      title: 'longest wait for an answer',
      unit: 'minutes',
      threshold: { green: nudgeAfterMinutes(defaultSlaMinutes), red: defaultSlaMinutes },
      main: true,
      nudges: true,
      ownTrouble: 'momentary',
    },
    tokenDaysLeft: {
      title: 'days until the access to the platform ends',
      unit: 'days',
      threshold: { green: 7, red: 0 },
      ownTrouble: 'momentary',
      owner: 'operator',
    },
    unanswered: { title: 'customers who wait for an answer', unit: 'count', main: true },
    answeredWithinSlaRatio: { title: 'answered in time within 7 days', unit: 'ratio' },
    medianFirstResponseMinutes: { title: 'median time to the first answer within 7 days', unit: 'minutes', main: true },
    p90FirstResponseMinutes: { title: 'nine of ten have their first answer within', unit: 'minutes' },
    noReplyNeeded: { title: 'comments of 7 days that need no answer', unit: 'count' },
    averageRating: { title: 'average rating', unit: 'number', main: true },
    averageRatingChange: { title: 'change of the average rating within 7 days', unit: 'number' },
    callsPickedUpRatio: { title: 'share of callers of 7 days whose call was picked up', unit: 'ratio' },
    medianRingMs: { title: 'median time until a call was picked up within 7 days', unit: 'ms' },
    notCalledBack: { title: 'callers of 7 days who were missed and not called back', unit: 'count' },
    negativeRatio: { title: 'share of reviews with one or two stars within 30 days', unit: 'ratio' },
  },
  figures: {
    answeredInTime: { by: 'conversations' },
    firstResponseMinutes: { by: 'conversations' },
    callsPickedUp: { by: 'conversations' },
    ringMs: { by: 'conversations' },
    notCalledBack: { by: 'conversations' },
    rating: { by: 'conversations' },
  },
} as const satisfies ProbeSpec;
