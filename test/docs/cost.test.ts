import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { costTables } from './cost-page.ts';
import { fleetCostTables } from './fleet-cost-page.ts';

const file = 'docs/cost.md';

it.each([
  ['the sum that validate prints, taken apart', 'cost', costTables],
  ['what 1, 100 and 10,000 sites cost in a year by the same sum', 'fleet-cost', fleetCostTables],
])('docs/cost.md shows %s', (_, mark, tables) => {
  const page = readFileSync(file, 'utf8');
  const marks = new RegExp(`(<!-- ${mark}: [^>]* -->\\n)[\\s\\S]*?(\\n<!-- /${mark} -->)`);
  const current = page.replace(marks, (_, begin: string, end: string) => `${begin}${tables()}${end}`);
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, current);
  expect(page).toMatch(marks);
  expect(readFileSync(file, 'utf8')).toBe(current);
});
