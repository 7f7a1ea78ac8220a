import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintedCopy } from './linted-copy.ts';

const impure: readonly [name: string, source: string, message: string][] = [
  ['async-function', 'export async function judge() {}', 'is not async'],
  ['async-arrow', 'export const judge = async () => 1;', 'is not async'],
  ['async-method', 'export const judge = { async now() {} };', 'is not async'],
  ['async-class-method', 'export class Judge { private static async now() {} }', 'is not async'],
  ['awaits', 'export const judged = await 1;', 'nothing is awaited'],
  ['date-now', 'export const now = () => Date.now();', 'has no clock'],
  ['new-date', 'export const now = () => new Date();', 'has no clock'],
  [
    'temporal-now',
    "import { Temporal } from 'temporal-polyfill';\nexport const now = () => Temporal.Now.instant();",
    'has no clock',
  ],
  ['random', 'export const dice = () => Math.random();', 'has no dice'],
  ['crypto', 'export const dice = () => crypto.randomUUID();', 'take the random value as an argument'],
  ['console', "export const say = () => console.log('hello');", 'let the step log it'],
  ['process', "export const setting = () => process.env['TABLE'];", 'take the setting as an argument'],
  ['timer', 'export const wait = () => setTimeout(() => 1, 5);', 'let the step wait'],
  ['fetch', "export const page = () => fetch('https://example.com');", 'let the step fetch it'],
  ['promise', 'export const later = () => Promise.resolve(1);', 'take data as an argument'],
];

const pure = 'export const day = (now: string) => new Date(now).toISOString() + Date.parse(now) + Math.max(1, 2);\n';

const copy = lintedCopy();
let complaints: readonly Complaint[] = [];

beforeAll(() => {
  for (const [name, source] of impure) copy.write(`shared/evaluation/${name}.ts`, `${source}\n`);
  copy.write('shared/evaluation/pure.ts', pure);
  complaints = copy.biomeComplaints();
});

afterAll(() => copy.remove());

function about(name: string): readonly string[] {
  return complaints.filter(({ file }) => file === `shared/evaluation/${name}.ts`).map(({ message }) => message);
}

describe('decisions in shared/evaluation', () => {
  for (const [name, , message] of impure) {
    it(`may not be impure: ${name}`, () => {
      expect(about(name)).toContainEqual(expect.stringContaining(message));
    });
  }

  it('may compute with a date that was given', () => {
    expect(about('pure')).toEqual([]);
  });
});
