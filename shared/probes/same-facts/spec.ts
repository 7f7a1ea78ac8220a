import { z } from 'zod';
import { weekdaySchema } from '../../model/calendar.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';

/** A profile elsewhere, as the file's own touchpoint of it says. */
const profileSchema = z.strictObject({
  /** The touchpoint's id. */
  id: z.string(),
  account: z.string(),
  /** The secret's name. */
  secret: z.string().nullable(),
  /** Where the API stands, when not in its usual place. */
  api: z.string().nullable(),
});
export type Profile = z.infer<typeof profileSchema>;

/** With whom the website is compared: what the rest of the file says, filled in where it is read. */
const comparedSchema = z.strictObject({
  google: profileSchema.nullable(),
  facebook: profileSchema.nullable(),
  /** The phone numbers that the file calls right. */
  phones: z.array(z.string()),
  /** Of numbers written without a country's code; null where nothing tells. */
  country: z.string().nullable(),
  /** The file's own business hours; null where they are not compared. */
  shifts: z.record(weekdaySchema, z.array(z.tuple([z.number(), z.number()]))).nullable(),
});
export type Compared = z.infer<typeof comparedSchema>;

export const sameFacts = {
  id: 'same-facts',
  title: 'The same facts are given everywhere',
  failureTitle: 'Different facts are given in different places',
  visit: 'poll',
  owner: 'answerer',
  weight: 6,
  perDevice: false,
  perPage: false,
  everyMinutes: 1440,
  optIn: true,
  // Facts are corrected by hand, and nobody is kept waiting meanwhile.
  remindEvery: '7d',
  options: z.strictObject({
    /** Path of the page with the contacts; null for the one that the home page links to. */
    page: z.string().nullable().default(null),
    /** Ids of touchpoints; null for the only one of its kind, and false for none. */
    google: z
      .union([z.string(), z.literal(false)])
      .nullable()
      .default(null),
    facebook: z
      .union([z.string(), z.literal(false)])
      .nullable()
      .default(null),
    ownHours: z
      .boolean()
      .default(false)
      .describe('Compare the `hours` of this file, too: they are when customers find the door open.'),
    compared: comparedSchema.default({ google: null, facebook: null, phones: [], country: null, shifts: null }),
  }),
  filledIn: ['compared'],
  measurements: {
    differences: { title: 'facts that differ', unit: 'count', threshold: { green: 0, red: null } },
  },
} as const satisfies ProbeSpec;

export type SameFactsOptions = z.infer<typeof sameFacts.options>;
