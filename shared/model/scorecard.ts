import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { languages } from './language.ts';
import { places } from './place.ts';

/** Of a section or a question. Answers refer to it, so that the words of a question may be changed. */
const scorecardIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or hyphens, such as "greeting"');

const questionShape = {
  id: scorecardIdSchema,
  ask: z.string().min(1).max(300),
  /** Of the section's points; relative to its other questions. */
  weight: z.number().positive().max(1000).default(1),
  /** May be answered with "does not apply", which takes its weight out of the sum. */
  na: z.boolean().default(false),
};

/**
 * How a question is answered, and what share of its weight an answer earns, from 0 to 1. A critical question that fails makes
 * the whole scorecard red, whatever the score.
 */
const questionSchema = z.discriminatedUnion('type', [
  /** Yes earns all, no nothing; `full: no` where "no" is the good answer. */
  z.strictObject({
    ...questionShape,
    type: z.literal('yes-no'),
    full: z.enum(['yes', 'no']).default('yes'),
    critical: z.boolean().default(false),
  }),
  /** Whole numbers from `min` to `max`, linear between. */
  z.strictObject({
    ...questionShape,
    type: z.literal('scale'),
    min: z.number().int().default(0),
    max: z.number().int(),
    critical: z.strictObject({ below: z.number() }).optional(),
  }),
  /** One of some answers, each with what it earns. */
  z.strictObject({
    ...questionShape,
    type: z.literal('choice'),
    options: z
      .array(
        z.strictObject({ id: scorecardIdSchema, label: z.string().min(1).max(100), earns: z.number().min(0).max(1) }),
      )
      .min(2)
      .max(20),
    critical: z.strictObject({ below: z.number() }).optional(),
  }),
  /** Any number: `full` and better earns all, `none` and worse nothing, linear between; `full` may be the smaller. */
  z.strictObject({
    ...questionShape,
    type: z.literal('number'),
    full: z.number(),
    none: z.number(),
    unit: z.string().max(20).optional(),
    critical: z.strictObject({ beyond: z.number() }).optional(),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

/** What an audit of one kind of contact asks, as a file in `scorecards/` writes it. */
export const scorecardTemplateSchema = z.strictObject({
  scorecard: scorecardIdSchema,
  version: z.number().int().min(1),
  title: z.string().min(1).max(100),
  language: z.enum(languages).default('en'),
  place: z.enum(places),
  /** Days for which a visit counts; older ones make it grey. */
  validForDays: z.number().int().min(1).max(400).default(90),
  /** Shares of 1: at least `green` is green, below `red` is red. */
  bounds: z.strictObject({ green: z.number(), red: z.number() }).default({ green: 0.85, red: 0.6 }),
  /** A comment is asked for wherever an answer earns less than all. */
  comments: z.enum(['below-full', 'optional']).default('below-full'),
  sections: z
    .array(
      z.strictObject({
        id: scorecardIdSchema,
        title: z.string().min(1).max(100),
        weight: z.number().positive().max(1000),
        questions: z.array(questionSchema).min(1).max(100),
      }),
    )
    .min(1)
    .max(20),
});
export type ScorecardTemplate = z.infer<typeof scorecardTemplateSchema>;

/** One visit, call or contact that somebody assessed. */
export const scoredVisitSchema = z.strictObject({
  scorecard: scorecardIdSchema,
  version: z.number().int().min(1),
  /** Names the visit among all of its scorecard: who sends it twice changes nothing. */
  visit: z.string().min(1).max(80),
  at: instantSchema,
  /** Initials or a role, never a name. */
  evaluator: z.string().min(1).max(40),
  /** Who was assessed: initials or a role; null where it does not matter. */
  contact: z.string().min(1).max(40).nullable().default(null),
  answers: z.array(
    z.strictObject({
      question: scorecardIdSchema,
      /** `yes`, `no`, a number, a choice's id; null for "does not apply". */
      answer: z.union([z.string().max(100), z.number(), z.null()]),
      comment: z.string().max(2000).optional(),
      evidence: z.string().max(500).optional(),
    }),
  ),
});
export type ScoredVisit = z.infer<typeof scoredVisitSchema>;
