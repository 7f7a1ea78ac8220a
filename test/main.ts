import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm test`: types, lint, then every test that needs nothing beyond Node. Home and temporary folder lie within the project's
 * ignored `.cache/`, so that no tool leaves anything elsewhere; the temporary one is removed in the end. Every process of the
 * tests shares what Node has compiled: many of them only start, say one thing and are killed.
 */
const steps = [
  ['tsc', '-p', '.'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['oxlint'],
  ['vitest', 'run', ...process.argv.slice(2)],
] as const;

const cache = path.resolve(import.meta.dirname, '../.cache');
const home = path.join(cache, 'test-home');
const temporary = path.join(cache, `test-${process.pid}`);
mkdirSync(home, { recursive: true });
mkdirSync(temporary, { recursive: true });

function run([command, ...args]: readonly string[]): number {
  const bin = path.resolve(import.meta.dirname, '../node_modules/.bin', command ?? '');
  const compiled = path.join(cache, 'compiled');
  const env = { ...process.env, HOME: home, TMPDIR: temporary, NODE_COMPILE_CACHE: compiled };
  const { status, error } = spawnSync(bin, args, { stdio: 'inherit', env, cwd: path.dirname(cache) });
  if (error !== undefined) throw error;
  return status ?? 1;
}

try {
  const failed = steps.find((step) => run(step) !== 0);
  if (failed !== undefined) process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
