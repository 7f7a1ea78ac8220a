import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm test`: every test that needs nothing beyond Node; types and lint are among them. Home and temporary folder lie within the
 * project's ignored `.cache/`, so that no tool leaves anything elsewhere; the temporary one is removed in the end. Every process
 * of the tests shares what Node has compiled: many of them only start, say one thing and are killed.
 */
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

async function runTests(): Promise<number> {
  const child = spawn(pathOf('vitest'), ['run', ...process.argv.slice(2)], { ...surroundings, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code ?? 1; // no code: a signal has ended it
}

try {
  process.exitCode = await runTests();
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
