import { z } from 'zod';
import { foreignJsonSchema, foreignTextSchema } from './foreign-text-schema.ts';
import { units } from './probe-spec.ts';

const paramsSchema: z.ZodType<Readonly<Record<string, unknown>>> = foreignJsonSchema;

/**
 * Something to be said, as data: which sentence, and what fills it. The sentences themselves stand in every language beside the
 * probe that says them (`shared/probes/<id>/words.<language>.ts`) and, for what several probes say, in `shared/i18n/`.
 */
export const statementSchema = z.strictObject({
  /** `form/endpoint-broken`: never given another meaning, because later versions word what was stored, too. */
  id: foreignTextSchema,
  /** JSON: numbers in the units that their names end in, instants as ISO-8601, and what pages and servers said. */
  params: paramsSchema,
});
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** A number beyond its bound, or within it. */
const measurementFindingSchema = z.strictObject({
  kind: z.literal('measurement'),
  /** The measurement's name in the probe's spec: `lcpMs`. */
  id: z.string(),
  /** In the measurement's own unit, as the bound. */
  value: z.number(),
  /** The green bound, and on which side of it green lies. */
  bound: z.number(),
  side: z.enum(['at-most', 'at-least']),
  unit: z.enum(units),
  /** What the probe saw behind the number. */
  because: statementSchema.optional(),
});

/** Why a run failed, saw nothing, or had nothing to see. */
const causeFindingSchema = z.strictObject({
  kind: z.literal('cause'),
  /** The stable word for rules and filters (see Result.cause). */
  cause: foreignTextSchema.nullable(),
  says: statementSchema,
});

/** What a run came to, as data: each language makes its own sentence of it. */
export const findingSchema = z.discriminatedUnion('kind', [measurementFindingSchema, causeFindingSchema]);
export type Finding = z.infer<typeof findingSchema>;
export type MeasurementFinding = z.infer<typeof measurementFindingSchema>;

/** Words that others wrote, and sentences of versions that stored them ready-made. */
export function quoted(text: string): Statement {
  return { id: 'quoted', params: { text } };
}

/** Makes the statements of one area, so that each is filled as its sentences expect. */
export function sayer<Statements extends Readonly<Record<keyof Statements, Statement['params']>>>() {
  return <Id extends keyof Statements & string>(id: Id, params: Statements[Id]): Statement => ({ id, params });
}
