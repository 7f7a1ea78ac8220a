import { z } from 'zod';
import { fileSchemaWith } from './file-schema.ts';
import { namedFormPattern } from './named-forms.ts';

const anyForm = 'form:/';

/**
 * The JSON Schema by which editors complete, explain and check touchpoints.yaml, made from the schema that reads it.
 * `touchpoints.schema.json` is this, written down; a test keeps the two the same.
 */
export function touchpointsJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(fileSchemaWith([anyForm]), {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    unrepresentable: 'throw',
    override: ({ jsonSchema }) => {
      const { [anyForm]: named, ...properties } = jsonSchema.properties ?? {};
      if (named !== undefined)
        Object.assign(jsonSchema, { properties, patternProperties: { [namedFormPattern]: named } });
    },
  });
}

/** As it stands in the file. */
export function touchpointsJsonSchemaText(): string {
  return `${JSON.stringify(touchpointsJsonSchema(), null, 2)}\n`;
}
