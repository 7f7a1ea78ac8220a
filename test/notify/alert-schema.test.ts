import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { alertSchema } from '../../shared/model/alert.ts';

const file = 'docs/alert.schema.json';

test('the documented schema of an alert is the one that alerts keep', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Touchlight alert, version 1',
    ...z.toJSONSchema(alertSchema, {
      // For readers: what later versions add must not be refused.
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
      },
    }),
  };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('the example in the documentation is a valid alert', () => {
  const example = /```json\n(?<json>[\s\S]*?)```/.exec(readFileSync('docs/alerts.md', 'utf8'))?.groups?.['json'] ?? '';
  const parsed = alertSchema.parse(JSON.parse(example));
  expect(parsed.version).toBe(1);
});
