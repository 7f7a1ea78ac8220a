import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { costTables } from './cost-page.ts';

const file = 'docs/cost.md';
const marks = /(<!-- cost: [^>]* -->\n)[\s\S]*?(\n<!-- \/cost -->)/;

it('docs/cost.md shows the sum that validate prints, taken apart', () => {
  const page = readFileSync(file, 'utf8');
  const current = page.replace(marks, (_, begin: string, end: string) => `${begin}${costTables()}${end}`);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, current);
  expect(page).toMatch(marks);
  expect(readFileSync(file, 'utf8')).toBe(current);
});
