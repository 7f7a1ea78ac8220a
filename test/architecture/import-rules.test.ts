import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Complaint, lintedCopy } from './linted-copy.ts';

/** Which import in which folder is refused, and the words of the message that name the right place. */
const refused: readonly [file: string, imported: string, message: string][] = [
  ['shared/model/x.ts', '../config/read-configuration.ts', 'shared/model holds the nouns'],
  ['shared/model/x.ts', '@aws-sdk/client-sqs', 'shared/model holds the nouns'],
  ['shared/model/probes/x.ts', '../../evaluation/judge.ts', 'shared/model holds the nouns'],
  ['shared/evaluation/x.ts', '@aws-sdk/client-dynamodb', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', '../ports/stores.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', '../runtime/logger.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', '../../functions/evaluate/x.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', 'node:fs', 'shared/evaluation is pure'],
  ['shared/evaluation/deeper/x.ts', '../../runtime/logger.ts', 'shared/evaluation is pure'],
  ['shared/ports/x.ts', '../aws/stores.ts', 'shared/ports holds interfaces'],
  ['shared/ports/x.ts', '../evaluation/judge.ts', 'shared/ports holds interfaces'],
  ['shared/config/x.ts', '../evaluation/judge.ts', 'shared/config reads one file'],
  ['shared/config/x.ts', '../../cli/exit.ts', 'shared/config reads one file'],
  ['shared/i18n/x.ts', '../evaluation/judge.ts', 'shared/i18n holds words'],
  ['shared/aws/x.ts', '../evaluation/judge.ts', 'shared/aws holds adapters'],
  ['shared/aws/table/x.ts', '../../config/read-configuration.ts', 'shared/aws holds adapters'],
  ['shared/aws/x.ts', '../../functions/notify/x.ts', 'shared/ is below the steps'],
  ['shared/aws/x.ts', 'playwright-core', 'Playwright is imported in shared/browser'],
  ['shared/runtime/x.ts', '@aws-sdk/client-sqs', '@aws-sdk/* is imported in shared/aws only: add a method to a port'],
  ['shared/runtime/x.ts', '../aws/stores.ts', 'take the port as an argument'],
  ['shared/runtime/x.ts', '../../functions/notify/x.ts', 'shared/ is below the steps'],
  ['shared/runtime/x.ts', '../../cli/exit.ts', 'shared/ is below the steps'],
  ['shared/runtime/x.ts', 'lighthouse', 'Lighthouse is imported in functions/probe-lighthouse only'],
  ['shared/browser/x.ts', '../aws/stores.ts', 'shared/browser opens pages'],
  ['shared/browser/x.ts', '@aws-sdk/client-s3', 'add a method to a port in shared/ports and implement it there'],
  ['functions/evaluate/x.ts', '@aws-sdk/lib-dynamodb', 'add a method to a port in shared/ports and implement it there'],
  ['functions/evaluate/x.ts', '../notify/plan.ts', 'A step never imports another step'],
  ['functions/evaluate/x.ts', '../../functions/notify/plan.ts', 'A step never imports another step'],
  ['functions/probe-page/probes/x.ts', '../../evaluate/x.ts', 'A step never imports another step'],
  ['functions/probe-page/probes/x.ts', '../../probe-lighthouse/run-audit.ts', 'A step never imports another step'],
  ['functions/probe-lighthouse/x.ts', '../probe-page/run-visit.ts', 'A step never imports another step'],
  ['functions/evaluate/x.ts', 'playwright-core', 'Playwright is imported in shared/browser and the page probes only'],
  ['functions/probe-page/x.ts', 'lighthouse', 'Lighthouse is imported in functions/probe-lighthouse only'],
  ['functions/digest/x.ts', 'aws-cdk-lib/aws-sqs', 'aws-cdk-lib is imported in infra only'],
  ['functions/digest/x.ts', '../../cli/terminal.ts', 'A step imports neither cli nor infra'],
  ['functions/digest/x.ts', '../../infra/names.ts', 'A step imports neither cli nor infra'],
  ['functions/digest/x.ts', '../../test/support/a-check.ts', 'Nothing imports test/ or examples/'],
  ['cli/commands/x.ts', '@aws-sdk/client-dynamodb', 'add a method to a port in shared/ports and implement it there'],
  ['cli/commands/x.ts', 'playwright-core', 'open pages with shared/browser'],
  ['cli/commands/x.ts', '../../examples/demo-business/server.ts', 'the demo is started as a process of its own'],
  ['cli/local/x.ts', '../../infra/app.ts', 'The CLI runs without the stack'],
  ['cli/x.ts', 'aws-cdk-lib', 'aws-cdk-lib is imported in infra only'],
  ['infra/x.ts', '../functions/notify/handler.ts', 'give CDK the path of the handler'],
  ['infra/constructs/x.ts', '../../shared/aws/stores.ts', 'infra imports no handler and no adapter'],
  ['infra/x.ts', '@aws-sdk/client-sqs', 'add a method to a port in shared/ports and implement it there'],
  ['infra/x.ts', '../test/support/a-check.ts', 'Nothing imports test/ or examples/'],
  ['examples/demo-business/x.ts', '../../functions/notify/x.ts', 'An example stands alone'],
  ['examples/pictures/x.ts', '../../functions/notify/x.ts', 'A picture shows what the program itself says'],
];

const allowed: readonly [file: string, imported: string][] = [
  ['shared/model/ok.ts', 'zod'],
  ['shared/model/ok.ts', './probes/index.ts'],
  ['shared/model/probes/ok.ts', '../probe-spec.ts'],
  ['shared/evaluation/ok.ts', '../model/check.ts'],
  ['shared/evaluation/ok.ts', 'temporal-polyfill'],
  ['shared/evaluation/ok.ts', './judge.ts'],
  ['shared/ports/ok.ts', '../model/check.ts'],
  ['shared/config/ok.ts', 'yaml'],
  ['shared/aws/ok.ts', '@aws-sdk/client-dynamodb'],
  ['shared/aws/table/ok.ts', '../../ports/stores.ts'],
  ['shared/runtime/ok.ts', '../evaluation/judge.ts'],
  ['shared/browser/ok.ts', 'playwright-core'],
  ['functions/evaluate/ok.ts', '../../shared/evaluation/judge.ts'],
  ['functions/evaluate/ok.ts', '../../shared/aws/stores.ts'],
  ['functions/evaluate/ok.ts', './handler.ts'],
  ['functions/probe-page/probes/ok.ts', 'playwright-core'],
  ['functions/probe-page/probes/ok.ts', '../contacts/overlays.ts'],
  ['functions/probe-lighthouse/ok.ts', 'lighthouse'],
  ['cli/local/ok.ts', '../../functions/evaluate/handler.ts'],
  ['cli/local/ok.ts', '../../shared/aws/stores.ts'],
  ['infra/constructs/ok.ts', 'aws-cdk-lib/aws-sqs'],
  ['infra/ok.ts', '../shared/model/table-keys.ts'],
  ['infra/ok.ts', '../shared/config/read-configuration.ts'],
  ['test/support/ok.ts', '../../functions/evaluate/handler.ts'],
  ['test/support/ok.ts', '../../examples/demo-business/server.ts'],
];

/** Every way in which a module is reached counts as an import. */
const waysToImport: readonly [file: string, source: string][] = [
  ['functions/notify/way-type.ts', `import type { X } from '../digest/render.ts';\nexport const x: X = 1;\n`],
  ['functions/notify/way-reexport.ts', `export * from '../digest/render.ts';\n`],
  ['functions/notify/way-lazy.ts', `export const load = () => import('../digest/render.ts');\n`],
  ['functions/notify/way-effect.ts', `import '../digest/render.ts';\n`],
];

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

function importing(imported: string): string {
  return `import * as it from '${imported}';\n\nexport const kept = it;\n`;
}

const copy = lintedCopy();
let complaints: readonly Complaint[] = [];

/** File names are made unique, so that one run of the linter answers for all cases. */
function numbered(file: string, index: number): string {
  return file.replace(/\.ts$/, `-${index}.ts`);
}

beforeAll(() => {
  for (const [index, [file, imported]] of refused.entries()) copy.write(numbered(file, index), importing(imported));
  for (const [index, [file, imported]] of allowed.entries()) copy.write(numbered(file, index), importing(imported));
  for (const [file, source] of waysToImport) copy.write(file, source);
  for (const [name, source] of impure) copy.write(`shared/evaluation/${name}.ts`, `${source}\n`);
  copy.write('shared/evaluation/pure.ts', pure);
  complaints = copy.biomeComplaints();
});

afterAll(() => copy.remove());

function about(file: string): readonly string[] {
  return complaints.filter((each) => each.file === file).map((each) => each.message);
}

describe('the import rules', () => {
  for (const [index, [file, imported, message]] of refused.entries()) {
    it(`refuse ${imported} in ${file}`, () => {
      expect(about(numbered(file, index))).toEqual([expect.stringContaining(message)]);
    });
  }

  for (const [index, [file, imported]] of allowed.entries()) {
    it(`allow ${imported} in ${file}`, () => {
      expect(about(numbered(file, index))).toEqual([]);
    });
  }

  for (const [file] of waysToImport) {
    it(`see the import in ${file}`, () => {
      expect(about(file)).toEqual([expect.stringContaining('A step never imports another step')]);
    });
  }

  it('know every step', () => {
    const rules = readFileSync('biome.json', 'utf8');
    const steps = readdirSync('functions', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(steps.length).toBeGreaterThan(3);
    for (const { name } of steps)
      expect(rules, `functions/${name} in the ban of sibling steps`).toContain(`"**/${name}/**"`);
  });
});

describe('decisions in shared/evaluation', () => {
  for (const [name, , message] of impure) {
    it(`may not be impure: ${name}`, () => {
      expect(about(`shared/evaluation/${name}.ts`)).toContainEqual(expect.stringContaining(message));
    });
  }

  it('may compute with a date that was given', () => {
    expect(about('shared/evaluation/pure.ts')).toEqual([]);
  });
});
