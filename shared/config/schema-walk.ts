import { z } from 'zod';
import { isGroup, type Path, valueAt } from './data-path.ts';

/** What the schema says about one place of the file. */
export interface SchemaPlace {
  /** The keys that may stand here; null where no group may stand. */
  readonly keys: readonly string[] | null;
  readonly description: string | null;
  readonly examples: readonly unknown[];
  readonly default: unknown;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** A number that may have a fraction. */
  readonly hasFraction: boolean;
}

/** Walks the schema along a path of the data; where a value may be several things, the data decides which. */
export function placeInSchema(schema: z.ZodType, path: Path, data: unknown): SchemaPlace {
  let layers = unwrap(schema, data);
  for (const [index, part] of path.entries()) {
    const next = childOf(layers, part);
    if (next === null) return { ...nowhere };
    layers = unwrap(next, valueAt(data, path.slice(0, index + 1)));
  }
  return summary(layers);
}

const nowhere: SchemaPlace = {
  keys: null,
  description: null,
  examples: [],
  default: undefined,
  minimum: null,
  maximum: null,
  hasFraction: false,
};

/** The schema and what it wraps, from the outside to the inside. */
function unwrap(schema: z.core.$ZodType, value: unknown): z.core.$ZodType[] {
  const inner = innerOf(schema, value);
  return inner === null ? [schema] : [schema, ...unwrap(inner, value)];
}

function innerOf(schema: z.core.$ZodType, value: unknown): z.core.$ZodType | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return schema.unwrap();
  }
  if (schema instanceof z.ZodUnion) return alternativeFor(schema.options, value);
  return null;
}

function alternativeFor(options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType | null {
  const objects = options.filter((option) => option instanceof z.ZodObject);
  if (isGroup(value) && objects.length > 0) {
    // A touchpoint: its kind tells; a question: its type. A wrong one leaves the first.
    const told = (option: z.ZodObject): boolean =>
      ['kind', 'type'].some((key) => option.shape[key]?.safeParse(value[key]).success);
    return objects.find(told) ?? objects[0] ?? null;
  }
  if (Array.isArray(value)) return options.find((option) => option instanceof z.ZodArray) ?? null;
  return options[0] ?? null;
}

function childOf(layers: readonly z.core.$ZodType[], part: string | number): z.core.$ZodType | null {
  const container = layers.at(-1);
  if (container instanceof z.ZodObject && typeof part === 'string') return container.shape[part] ?? null;
  if (container instanceof z.ZodArray && typeof part === 'number') return container.element;
  return null;
}

function summary(layers: readonly z.core.$ZodType[]): SchemaPlace {
  const metas = layers.map((layer) => z.globalRegistry.get(layer) ?? {});
  const examples = metas.map((meta) => meta['examples']).find(Array.isArray) ?? [];
  const innermost = layers.at(-1);
  const byMeta = metas.map((meta) => meta['default']).find((each) => each !== undefined);
  const bySchema = layers.find((layer) => layer instanceof z.ZodDefault)?.def.defaultValue;
  return {
    keys: innermost instanceof z.ZodObject ? Object.keys(innermost.shape) : null,
    description: metas.map((meta) => meta.description).find((each) => each !== undefined) ?? null,
    examples,
    default: byMeta ?? bySchema,
    minimum: innermost instanceof z.ZodNumber ? limit(innermost.minValue) : null,
    maximum: innermost instanceof z.ZodNumber ? limit(innermost.maxValue) : null,
    hasFraction: innermost instanceof z.ZodNumber && !innermost.isInt,
  };
}

/** zod's own bounds of an integer are the largest safe ones, which nobody set. */
function limit(value: number | null): number | null {
  return value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
}
