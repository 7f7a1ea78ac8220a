import { z } from 'zod';
import { fileSchema } from './file-schema.ts';

/**
 * The JSON Schema by which editors complete, explain and check touchpoints.yaml, made from the schema that reads it.
 * `touchpoints.schema.json` is this, written down; a test keeps the two the same.
 */
export function touchpointsJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(fileSchema, { target: 'draft-7', io: 'input', reused: 'inline', unrepresentable: 'throw' });
}

/** As it stands in the file. */
export function touchpointsJsonSchemaText(): string {
  return `${JSON.stringify(touchpointsJsonSchema(), null, 2)}\n`;
}
