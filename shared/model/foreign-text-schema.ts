import { z } from 'zod';
import { oneLine } from './foreign-text.ts';

/** Text that others wrote, in whatever is kept or passed on. */
export const foreignTextSchema = z.string().overwrite(oneLine);

/** JSON that holds such text, in values and in keys. */
export const foreignJsonSchema = z.record(z.string(), z.json()).overwrite((value) => cleanRecord(value));

type Json = z.core.util.JSONType;

function cleanRecord(value: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [oneLine(key), cleanJson(each)]));
}

function cleanJson(value: Json): Json {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  return typeof value === 'object' && value !== null ? cleanRecord(value) : value;
}
