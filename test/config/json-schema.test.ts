import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { websiteProbes } from '../../shared/config/file-schema.ts';
import { touchpointsJsonSchema, touchpointsJsonSchemaText } from '../../shared/config/json-schema.ts';
import { probeSpecs } from '../../shared/probes/index.ts';

const nodeSchema = z.looseObject({
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

interface Key {
  readonly path: string;
  readonly schema: z.infer<typeof nodeSchema>;
  readonly required: boolean;
}

/** Every key that may be written, wherever it stands. */
function keysOf(schema: unknown, path = ''): readonly Key[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => keysOf(each, path));
  const reading = nodeSchema.safeParse(schema);
  if (!reading.success) return [];
  const { properties = {}, required = [], ...rest } = reading.data;
  const own = Object.entries(properties).flatMap(([name, child]) => [
    { path: `${path}.${name}`, schema: nodeSchema.parse(child), required: required.includes(name) },
    ...keysOf(child, `${path}.${name}`),
  ]);
  const nested = ['items', 'anyOf', 'oneOf'].flatMap((word) => keysOf(rest[word], path));
  return [...own, ...nested];
}

const schema = touchpointsJsonSchema();
const keys = keysOf(schema);

describe('touchpoints.schema.json', () => {
  it('is what the reader accepts today', () => {
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync('touchpoints.schema.json', touchpointsJsonSchemaText());
    expect(readFileSync('touchpoints.schema.json', 'utf8')).toBe(touchpointsJsonSchemaText());
  });

  it('explains every key', () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => key.schema.description === undefined).map((key) => key.path)).toEqual([]);
  });

  it('gives a default or an example for every key', () => {
    const bare = keys.filter(({ schema: { default: byDefault, examples, const: only, enum: words } }) => {
      return byDefault === undefined && examples === undefined && only === undefined && words === undefined;
    });
    expect(bare.map((key) => key.path)).toEqual([]);
  });

  it('knows every option of every probe', () => {
    const paths = new Set(keys.map((key) => key.path));
    for (const spec of websiteProbes) {
      for (const option of Object.keys(spec.options.shape).filter((each) => !spec.filledIn?.includes(each)))
        expect(paths).toContain(`.touchpoints.checks.${spec.id}.${option}`);
    }
  });

  it('accepts the example of the project, and refuses a misspelt key as the reader does', () => {
    const validator = z.fromJSONSchema(schema);
    const example: unknown = parse(readFileSync('touchpoints.yaml', 'utf8'));
    expect(validator.safeParse(example).error).toBeUndefined();
    expect(validator.safeParse({ ...z.record(z.string(), z.unknown()).parse(example), busines: 'x' }).success).toBe(
      false,
    );
  });
});

describe('the options of a probe', () => {
  it('never have the name of a setting that every check has', () => {
    const common = [
      'every',
      'devices',
      'thresholds',
      'failuresToOpen',
      'successesToResolve',
      'remindEvery',
      'blindAfter',
      'yellowInBusinessHours',
      'hushFlapping',
    ];
    for (const spec of Object.values(probeSpecs)) {
      expect(
        Object.keys(spec.options.shape).filter((option) => common.includes(option)),
        spec.id,
      ).toEqual([]);
    }
  });
});
