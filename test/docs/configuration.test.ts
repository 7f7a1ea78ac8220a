import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayKeys } from '../../shared/config/hours.ts';
import { configurationPage } from './configuration-page.ts';

const file = 'docs/configuration.md';

describe('docs/configuration.md', () => {
  it('is what the schema says today', () => {
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, configurationPage());
    expect(readFileSync(file, 'utf8')).toBe(configurationPage());
  });

  it('names every key of the schema', () => {
    const schema: unknown = JSON.parse(readFileSync('touchpoints.schema.json', 'utf8'));
    const inRow = new Set(dayKeys.filter((key) => key.includes('-')));
    const page = readFileSync(file, 'utf8');
    const missing = keysOf(schema).filter((key) => !inRow.has(key) && !page.includes(`\`${key}\``));
    expect([...new Set(missing)].filter((key) => !['tue', 'wed', 'thu', 'fri', 'sat'].includes(key))).toEqual([]);
  });

  it('gives every key a default or says that it is required, unless its absence is explained', () => {
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\| `/.test(line) && line.split(/(?<!\\)\|/).length === 7)
      .map((line) => line.split(/(?<!\\)\|/).map((each) => each.trim()));
    expect(rows.length).toBeGreaterThan(50);
    for (const [, key, meaning, byDefault, , example] of rows) {
      expect(meaning, key).not.toBe('');
      expect(`${byDefault}${example}`, key).not.toBe('');
    }
  });
});

function keysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([word, value]) => [
    ...(word === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...(['examples', 'default'].includes(word) ? [] : keysOf(value)),
  ]);
}
