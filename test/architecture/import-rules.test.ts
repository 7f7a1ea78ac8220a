import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintedCopy, type Refusal } from './linted-copy.ts';

/** Which import in which folder is refused, and the words of the message that name the right place. */
const refused: readonly [file: string, imported: string, message: string][] = [
  ['shared/model/x.ts', '../config/read-configuration.ts', 'shared/model holds the nouns'],
  ['shared/model/x.ts', '@aws-sdk/client-sqs', '@aws-sdk/* is imported in shared/aws only: add a method to a port'],
  ['shared/model/x.ts', 'yaml', 'shared/model holds the nouns'],
  ['shared/model/x.ts', 'node:fs', 'shared/model holds the nouns'],
  ['shared/probes/robots/x.ts', '../../evaluation/incidents/judge.ts', 'shared/probes describes the probes'],
  ['shared/probes/form/x.ts', '../../i18n/index.ts', 'shared/probes describes the probes'],
  ['shared/evaluation/x.ts', '@aws-sdk/client-dynamodb', 'add a method to a port in shared/ports'],
  ['shared/evaluation/x.ts', '../ports/stores.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', '../runtime/logger.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', '../../functions/evaluate/x.ts', 'shared/ is below the steps'],
  ['shared/evaluation/x.ts', '../i18n/index.ts', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', 'croner', 'shared/evaluation is pure'],
  ['shared/evaluation/x.ts', 'node:fs', 'shared/evaluation is pure'],
  ['shared/evaluation/deeper/x.ts', '../../runtime/logger.ts', 'shared/evaluation is pure'],
  ['shared/ports/x.ts', '../aws/stores.ts', 'shared/ports holds interfaces'],
  ['shared/ports/x.ts', '../evaluation/incidents/judge.ts', 'shared/ports holds interfaces'],
  ['shared/config/x.ts', '../evaluation/incidents/judge.ts', 'shared/config reads one file'],
  ['shared/config/x.ts', '../../cli/exit.ts', 'shared/ is below the steps'],
  ['shared/config/x.ts', 'croner', 'shared/config reads one file'],
  ['shared/i18n/x.ts', '../evaluation/incidents/judge.ts', 'shared/i18n holds words'],
  ['shared/i18n/x.ts', 'node:util', 'shared/i18n holds words'],
  ['shared/look/x.ts', '../aws/stores.ts', 'shared/look draws what mail, report and page share'],
  ['shared/look/x.ts', '../../functions/page/x.ts', 'shared/ is below the steps'],
  ['shared/aws/x.ts', '../evaluation/incidents/judge.ts', 'shared/aws holds adapters'],
  ['shared/aws/table/x.ts', '../../config/read-configuration.ts', 'shared/aws holds adapters'],
  ['shared/aws/x.ts', '../../functions/notify/x.ts', 'shared/ is below the steps'],
  ['shared/aws/x.ts', 'playwright-core', 'Playwright is imported in shared/browser'],
  ['shared/runtime/x.ts', '@aws-sdk/client-sqs', '@aws-sdk/* is imported in shared/aws only: add a method to a port'],
  ['shared/runtime/x.ts', '../aws/stores.ts', 'take the port as an argument'],
  ['shared/runtime/x.ts', '../../functions/notify/x.ts', 'shared/ is below the steps'],
  ['shared/runtime/x.ts', '../../cli/exit.ts', 'shared/ is below the steps'],
  ['shared/runtime/x.ts', 'lighthouse', 'Lighthouse is imported in functions/probe-lighthouse only'],
  ['shared/browser/x.ts', '../aws/stores.ts', 'shared/browser opens pages'],
  ['shared/answers/x.ts', '../aws/stores.ts', 'shared/answers reads what a server answers'],
  ['shared/business-facts/x.ts', '../answers/way.ts', 'shared/business-facts reads and compares'],
  ['shared/business-facts/x.ts', 'zod', 'shared/business-facts reads and compares'],
  ['shared/browser/x.ts', '@aws-sdk/client-s3', 'add a method to a port in shared/ports and implement it there'],
  ['functions/evaluate/x.ts', '@aws-sdk/lib-dynamodb', 'add a method to a port in shared/ports and implement it there'],
  ['functions/evaluate/x.ts', '../notify/plan.ts', 'A step never imports another step'],
  ['functions/evaluate/x.ts', '../../functions/notify/plan.ts', 'A step never imports another step'],
  ['functions/probe-page/form/x.ts', '../../evaluate/x.ts', 'A step never imports another step'],
  ['functions/probe-page/form/x.ts', '../../probe-lighthouse/run-audit.ts', 'A step never imports another step'],
  ['functions/probe-lighthouse/x.ts', '../probe-page/run-visit.ts', 'A step never imports another step'],
  ['functions/probe-availability/x.ts', '@sparticuz/chromium', 'open pages with shared/browser'],
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
  ['api/x.ts', '../functions/notify/handler.ts', 'api exports schemas, types'],
  ['api/x.ts', '../infra/index.ts', 'api exports schemas, types'],
  ['infra/x.ts', '../functions/notify/handler.ts', 'give CDK the path of the handler'],
  ['infra/constructs/x.ts', '../../shared/aws/stores.ts', 'infra imports no handler and no adapter'],
  ['infra/x.ts', '../cli/exit.ts', 'infra imports no handler and no adapter'],
  ['infra/x.ts', '../shared/i18n/index.ts', 'infra imports no handler and no adapter'],
  ['infra/x.ts', '@aws-sdk/client-sqs', 'add a method to a port in shared/ports and implement it there'],
  ['infra/x.ts', '../test/support/a-check.ts', 'Nothing imports test/ or examples/'],
  ['cli/x.ts', 'fast-check', 'Test tools are imported in test/ only'],
  ['examples/demo-business/x.ts', '../../functions/notify/x.ts', 'An example stands alone'],
  ['examples/demo-business/x.ts', '../../cli/exit.ts', 'An example stands alone'],
  ['examples/demo-business/x.ts', '../../test/support/serve.ts', 'An example stands alone'],
  ['examples/demo-business/x.ts', 'playwright-core', 'open pages with shared/browser'],
  ['examples/pictures/x.ts', '../../functions/notify/x.ts', 'A picture shows what the program itself says'],
];

const allowed: readonly [file: string, imported: string][] = [
  ['shared/model/ok.ts', 'zod'],
  ['shared/model/ok.ts', './probe-spec.ts'],
  ['shared/probes/robots/ok.ts', '../../model/probe-spec.ts'],
  ['shared/evaluation/ok.ts', '../model/check.ts'],
  ['shared/evaluation/ok.ts', 'temporal-polyfill'],
  ['shared/evaluation/week/ok.ts', '../incidents/judge.ts'],
  ['shared/ports/ok.ts', '../model/check.ts'],
  ['shared/config/ok.ts', 'yaml'],
  ['shared/config/ok.ts', 'node:fs'],
  ['shared/model/ok.ts', '../probes/form/spec.ts'],
  ['shared/evaluation/deeper/ok.ts', '../../probes/form/spec.ts'],
  ['shared/i18n/deeper/ok.ts', '../../model/check.ts'],
  ['shared/look/ok.ts', 'react'],
  ['shared/look/ok.ts', '../evaluation/week/trends.ts'],
  ['shared/aws/ok.ts', '@aws-sdk/client-dynamodb'],
  ['shared/aws/ok.ts', 'nodemailer'],
  ['shared/aws/steps/ok.ts', '../../probes/index.ts'],
  ['shared/aws/ok.ts', 'node:crypto'],
  ['shared/aws/table/ok.ts', '../../ports/stores.ts'],
  ['shared/runtime/ok.ts', '../evaluation/incidents/judge.ts'],
  ['shared/browser/ok.ts', 'playwright-core'],
  ['functions/evaluate/ok.ts', '../../shared/evaluation/incidents/judge.ts'],
  ['functions/evaluate/ok.ts', '../../shared/aws/stores.ts'],
  ['functions/evaluate/ok.ts', './handler.ts'],
  ['functions/probe-page/form/ok.ts', 'playwright-core'],
  ['functions/probe-page/form/ok.ts', '../walking/overlays.ts'],
  ['functions/probe-lighthouse/ok.ts', 'lighthouse'],
  ['cli/local/ok.ts', '../../functions/evaluate/handler.ts'],
  ['cli/local/ok.ts', '../../shared/aws/stores.ts'],
  ['infra/constructs/ok.ts', 'aws-cdk-lib/aws-sqs'],
  ['infra/ok.ts', '../shared/model/table-keys.ts'],
  ['infra/ok.ts', '../shared/config/read-configuration.ts'],
  ['infra/ok.ts', '../shared/evaluation/schedule/longest-silence.ts'],
  ['examples/pictures/ok.ts', '../../cli/terminal.ts'],
  ['examples/social-stubs/ok.ts', '../demo-business/answer.ts'],
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

/** Each is the other half of `mate.ts` in a folder of its own. */
const circles: readonly [name: string, source: string][] = [
  ['values', `import * as it from './mate.ts';\n\nexport const kept = it;\n`],
  ['types', `import type { X } from './mate.ts';\n\nexport type Y = X;\n`],
  ['a-lazy-import', `export const load = () => import('./mate.ts');\n`],
  ['a-re-export', `export * from './mate.ts';\n`],
];

function importing(imported: string): string {
  return `import * as it from '${imported}';\n\nexport const kept = it;\n`;
}

/** File names are made unique, so that one run answers for all cases. */
function numbered(file: string, index: number): string {
  return file.replace(/\.ts$/, `-${index}.ts`);
}

/** A new one needs a rule of its own. */
const rooms = readdirSync('shared', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const copy = lintedCopy();
let refusals: readonly Refusal[] = [];

beforeAll(() => {
  for (const [index, [file, imported]] of [...refused, ...allowed].entries()) {
    copy.write(numbered(file, index), importing(imported));
    if (imported.startsWith('.')) copy.touch(path.join(path.dirname(file), imported));
  }
  for (const [file, source] of waysToImport) copy.write(file, source);
  copy.touch('functions/digest/render.ts');
  copy.touch('shared/new-room/new.ts');
  for (const room of rooms) copy.write(`shared/${room}/x-new-room.ts`, importing('../new-room/new.ts'));
  for (const [name, source] of circles) {
    copy.write(`cli/${name}/circle.ts`, source);
    copy.write(`cli/${name}/mate.ts`, `export type { Y as X } from './circle.ts';\n`);
  }
  refusals = copy.refusedImports();
});

afterAll(() => copy.remove());

function about(file: string): readonly string[] {
  return refusals.filter(({ path: [importer] }) => importer === file).map(({ message }) => message);
}

describe('the import rules', () => {
  for (const [index, [file, imported, message]] of refused.entries()) {
    it(`refuse ${imported} in ${file}`, () => {
      expect(about(numbered(file, index))).toEqual([expect.stringContaining(message)]);
    });
  }

  for (const [index, [file, imported]] of allowed.entries()) {
    it(`allow ${imported} in ${file}`, () => {
      expect(about(numbered(file, refused.length + index))).toEqual([]);
    });
  }

  for (const [file] of waysToImport) {
    it(`see the import in ${file}`, () => {
      expect(about(file)).toEqual([expect.stringContaining('A step never imports another step')]);
    });
  }

  for (const [name] of circles) {
    it(`refuse a circle of ${name.replaceAll('-', ' ')}`, () => {
      const circle = refusals.filter((each) => each.path.includes(`cli/${name}/circle.ts`));
      expect(circle.map(({ path: files }) => files.toSorted())).toEqual([
        expect.arrayContaining([`cli/${name}/circle.ts`, `cli/${name}/mate.ts`]),
      ]);
      expect(circle[0]?.message).toContain('move what both need to a file of its own');
    });
  }

  for (const room of rooms) {
    it(`know what shared/${room} may import`, () => {
      expect(about(`shared/${room}/x-new-room.ts`)).toEqual([expect.stringContaining(`shared/${room}`)]);
    });
  }
});
