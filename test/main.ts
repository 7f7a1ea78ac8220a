import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * `npm test`: types, lint and every test that needs nothing beyond Node. Types and lint take only the processor time that the
 * tests leave idle. Home and temporary folder lie within the project's
 * ignored `.cache/`, so that no tool leaves anything elsewhere; the temporary one is removed in the end. Every process of the
 * tests shares what Node has compiled: many of them only start, say one thing and are killed.
 */
const checks = [
  ['tsc', '-p', '.'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['oxlint'],
  ['depcruise', '--output-type', 'err-long', '.'],
  ['knip'],
] as const;

const cache = path.resolve(import.meta.dirname, '../.cache');
const home = path.join(cache, 'test-home');
const temporary = path.join(cache, `test-${process.pid}`);
mkdirSync(home, { recursive: true });
mkdirSync(temporary, { recursive: true });

const compiled = path.join(cache, 'compiled');
const surroundings = {
  cwd: path.dirname(cache),
  env: { ...process.env, HOME: home, TMPDIR: temporary, NODE_COMPILE_CACHE: compiled },
};

function pathOf(command: string): string {
  return path.resolve(import.meta.dirname, '../node_modules/.bin', command);
}

interface Verdict {
  readonly passed: boolean;
  readonly said: string;
}

async function verdictOf([command, ...args]: (typeof checks)[number]): Promise<Verdict> {
  const child = spawn(pathOf(command), args, surroundings);
  if (child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { passed: code === 0, said: `${said}${complained}` };
}

async function runTests(): Promise<number> {
  const child = spawn(pathOf('vitest'), ['run', ...process.argv.slice(2)], { ...surroundings, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code ?? 1; // no code: a signal has ended it
}

try {
  const verdicts = Promise.all(checks.map(verdictOf));
  const code = await runTests();
  // In the end, where a complaint is not lost among the tests.
  for (const { said } of await verdicts) process.stdout.write(said);
  process.exitCode = (await verdicts).every(({ passed }) => passed) ? code : 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
