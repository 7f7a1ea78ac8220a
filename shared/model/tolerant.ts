import { z } from 'zod';

type Schema = z.core.$ZodType;

const known = new WeakMap<Schema, Schema>();

/**
 * The same schema for reading what another version may have written: keys that it does not know are left out, at every level.
 * What is written is held to the strict schema itself.
 */
export function tolerant<S extends Schema>(schema: S): S {
  const made = known.get(schema) ?? loosened(schema);
  known.set(schema, made);
  return made as S;
}

function loosened(schema: Schema): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') {
    const shape = Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, tolerant(value)]));
    const { catchall: _, ...rest } = def;
    return withDef(schema, { ...rest, shape });
  }
  if (def.type === 'array') return withDef(schema, { ...def, element: tolerant(def.element) });
  // A list of names as keys (weekdays) may have grown.
  if (def.type === 'record') return withDef(schema, { ...def, valueType: tolerant(def.valueType), mode: 'loose' });
  if (def.type === 'tuple') return withDef(schema, { ...def, items: def.items.map(tolerant) });
  if (def.type === 'union') return withDef(schema, { ...def, options: def.options.map(tolerant) });
  if (def.type === 'pipe') return withDef(schema, { ...def, in: tolerant(def.in), out: tolerant(def.out) });
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default' || def.type === 'catch') {
    return withDef(schema, { ...def, innerType: tolerant(def.innerType) });
  }
  return schema;
}

function withDef<Def extends z.core.$ZodTypeDef>(schema: Schema, def: Def): Schema {
  return z.core.clone(schema, def);
}
