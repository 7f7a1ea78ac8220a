import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { findingSchema } from './finding.ts';
import { incidentSchema } from './incident.ts';
import { instantSchema } from './instant.ts';
import { lightSchema } from './light.ts';
import { nudgeSchema, nudgesAtMost } from './nudge.ts';
import { outcomeSchema } from './result.ts';

/** One day of one check in the business's time zone: how many runs had each light, and the spread of each main measurement. */
export const dayRollUpSchema = z.strictObject({
  /** `2026-11-22` in the business's zone. */
  date: z.iso.date(),
  runs: z.strictObject({
    green: z.number().int(),
    yellow: z.number().int(),
    red: z.number().int(),
    unknown: z.number().int(),
  }),
  measurements: z.record(z.string(), z.strictObject({ p50: z.number(), p75: z.number(), max: z.number() })),
});
export type DayRollUp = z.infer<typeof dayRollUpSchema>;

/**
 * Today, still open. The main measurements are kept as a histogram (value rounded to the grid of evaluation/incidents/day.ts ->
 * how many runs), because a check may run every minute and the status must stay small; `max` is exact.
 */
const todaySchema = z.strictObject({
  date: z.iso.date(),
  runs: dayRollUpSchema.shape.runs,
  values: z.record(z.string(), z.strictObject({ max: z.number(), counts: z.record(z.string(), z.number().int()) })),
});
export type Today = z.infer<typeof todaySchema>;

/** How many of the last runs' lights a status keeps. */
export const lightsKept = 20;
/** From so many changes of light on, close enough together, a check is flapping. */
export const changesToFlap = 4;

/** The one item per check that moves under a condition: light, streaks, current incident and today's roll-up together. */
export const statusSchema = z.strictObject({
  touchpointId: z.string(),
  checkId: checkIdSchema,
  light: lightSchema,
  /** Since when the light has been what it is. */
  lightSince: instantSchema,
  lastRunAt: instantSchema,
  /** When the measurement ended that last opened, worsened, improved or ended an incident; it may have waited for its turn. */
  newsAt: instantSchema.optional(),
  lastOutcome: outcomeSchema,
  lastFinding: findingSchema,
  /** The last result's cause, or `vanished` where what used to be measured is gone. */
  lastCause: z.string().nullish(),
  badStreak: z.number().int().min(0),
  goodStreak: z.number().int().min(0),
  /** First of the unbroken row of unknown runs, or null. */
  unknownSince: instantSchema.nullable(),
  /** Oldest first, at most 20. */
  lastLights: z.array(lightSchema).max(lightsKept),
  /** When the light last changed from one known light to another, oldest first, at most 4; absent where it never did. */
  changedAt: z.array(instantSchema).max(changesToFlap).optional(),
  /** Set while 4 changes lie within lastLights and close enough in time (evaluation/incidents/flapping.ts); null when stable. */
  flappingSince: instantSchema.nullable(),
  /** The current or the last incident (state `resolved`), or null when there has been none. */
  incident: incidentSchema.nullable(),
  /** The run about which other regions were asked last; absent while nothing fails that they could be asked about. */
  askedRegionsAt: instantSchema.optional(),
  /** When they were asked, which is later than that run. */
  askingRegionsSince: instantSchema.optional(),
  today: todaySchema,
  /** Of the last measured result; absent when it had none. */
  nudges: z.array(nudgeSchema).max(nudgesAtMost).optional(),
});
export type Status = z.infer<typeof statusSchema>;
