import { z } from 'zod';
import { foreignTextSchema } from './foreign-text-schema.ts';
import type { BadLight } from './incident.ts';
import { instantSchema } from './instant.ts';
import type { Role } from './week-figure.ts';

/** UTF-16 units of a note or a reason, and of a name. */
export const longestPlanNote = 500;
export const longestPlanName = 80;

/**
 * Where an action comes from:
 * - `trouble`: something is bad now, or customers wait;
 * - `steady`: it broke several times and was repaired each time;
 * - `see`: it cannot be measured;
 * - `theme`: more and more customers complain of it;
 * - `own`: somebody wrote it into touchpoints.yaml.
 */
const planKinds = ['trouble', 'steady', 'see', 'theme', 'own'] as const;

const note = foreignTextSchema.pipe(z.string().max(longestPlanNote));
const name = foreignTextSchema.pipe(z.string().max(longestPlanName));

/** Somebody does it, until a day of their own; null where they named none. */
const takenSchema = z.strictObject({ by: name, note, until: z.iso.date().nullable(), at: instantSchema });
export type Taken = z.infer<typeof takenSchema>;

/** `gone`: the trouble ended without anybody saying so; the digest closes such an action. */
const closedSchema = z.strictObject({
  // Whatever else a later version calls it, the lights say whether it is over.
  how: z.enum(['done', 'dropped', 'gone']).catch('done'),
  by: name.nullable(),
  why: note,
  at: instantSchema,
});
export type Closed = z.infer<typeof closedSchema>;

const actionSchema = z.strictObject({
  /** `website/form`; of the same trouble it is the same every week. */
  id: z.string(),
  kind: z.enum(planKinds).catch('trouble'),
  /** Null of an own action that is about no one touchpoint, and of a theme. */
  touchpointId: z.string().nullable(),
  probe: z.string().nullable(),
});
/** What an action is about. */
export type PlanAction = z.infer<typeof actionSchema>;

/** What people did about one action. An action that nobody has touched has none. */
export const planStepSchema = z.strictObject({
  ...actionSchema.shape,
  taken: takenSchema.nullable(),
  closed: closedSchema.nullable(),
  changedAt: instantSchema,
});
export type PlanStep = z.infer<typeof planStepSchema>;

const plannedSchema = z.strictObject({
  ...actionSchema.shape,
  /** The day it came into the plan, and the day it was to be done by then. */
  since: z.iso.date(),
  by: z.iso.date().nullable(),
});
/** An action as a digest listed it. */
export type Planned = z.infer<typeof plannedSchema>;

/** At most so many actions are remembered, worst first: an item of the table has its limit. */
export const mostPlanned = 1000;

/** The plan as one week's digest showed it: what the next one is compared with. */
export const planMemorySchema = z.strictObject({
  weekId: z.string(),
  at: instantSchema,
  planned: z.array(plannedSchema).max(mostPlanned),
});
export type PlanMemory = z.infer<typeof planMemorySchema>;

/** An action of the business's own, out of touchpoints.yaml. */
export const ownActionSchema = z.strictObject({
  id: z.string(),
  what: foreignTextSchema,
  who: foreignTextSchema.nullable(),
  by: z.iso.date().nullable(),
  touchpointId: z.string().nullable(),
});
export type OwnAction = z.infer<typeof ownActionSchema>;

/**
 * What became of an action since the last digest, in the order in which it is told:
 * - `still`: marked as done, but the trouble never ended;
 * - `back`: marked as done, and the trouble came back;
 * - `overdue`: its day has passed;
 * - `due`: somebody took it, and its day lies within the coming week;
 * - `done`: done since then, and the trouble is gone;
 * - `gone`: nobody marked it as done, but the trouble is gone;
 * - `unverified`: marked as done, and not measured since;
 * - `new`: it came up since then;
 * - `taken`: somebody does it;
 * - `open`: nobody does it yet;
 * - `unmeasured`: whether it still is to be done cannot be seen;
 * - `dropped`: somebody said that it is not worth it, and the trouble lasts.
 */
export const fates = [
  ...(['still', 'back', 'overdue', 'due', 'done', 'gone'] as const),
  ...(['unverified', 'new', 'taken', 'open', 'unmeasured', 'dropped'] as const),
] as const;
export type Fate = (typeof fates)[number];

/** One line of the plan. */
export interface PlanEntry extends Planned {
  readonly fate: Fate;
  /** Null where there is no trouble now, and of the business's own actions. */
  readonly light: BadLight | 'unknown' | null;
  /** Of the business's own actions, in its words. */
  readonly what: string | null;
  /** Whom touchpoints.yaml names for it. */
  readonly who: string | null;
  readonly role: Role | null;
  readonly taken: Taken | null;
  readonly closed: Closed | null;
}
