import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | string | null | undefined;
  readonly said: string;
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  execFile(path.join(root, 'node_modules/.bin', command), args, { cwd: root }, (error, stdout, stderr) =>
    resolve({ code: error === null ? 0 : error.code, said: `${stdout}${stderr}` }),
  );
  return promise;
}

// Tests like all others, so that their turn comes where they disturb nobody who measures how fast a page is.
test.each([
  ['types are right', 'tsc', ['-p', '.']],
  ['the style is the house’s', 'biome', ['check', '--error-on-warnings', '.']],
  ['functions and files are short, and promises are waited for', 'oxlint', []],
  ['every import goes the way that it may go', 'depcruise', ['--output-type', 'err-long', '.']],
  ['nothing is exported that nobody uses', 'knip', []],
] as const)('%s (%s)', { timeout: 240_000 }, async (_, command, args) => {
  const { code, said } = await run(command, args);
  expect(code, said).toBe(0);
});
