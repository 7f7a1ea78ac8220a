import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * `npm test`: types and lint side by side, then every test that needs nothing beyond Node. Home and temporary folder lie
 * within the project's ignored `.cache/`, so that no tool leaves anything elsewhere; the temporary one is removed in the end.
 * Every process of the tests shares what Node has compiled: many of them only start, say one thing and are killed.
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

/** What a check says comes in one piece, so that it is not mixed with what the others say. */
async function passes([command, ...args]: (typeof checks)[number]): Promise<boolean> {
  const child = spawn(pathOf(command), args, surroundings);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  process.stdout.write(said);
  process.stderr.write(complained);
  return code === 0;
}

async function runTests(): Promise<number> {
  const child = spawn(pathOf('vitest'), ['run', ...process.argv.slice(2)], { ...surroundings, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code ?? 1; // no code: a signal has ended it
}

try {
  const passed = await Promise.all(checks.map(passes));
  process.exitCode = passed.includes(false) ? 1 : await runTests();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
