import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
/** Prints what a process loads, as it loads it. */
const listing = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { console.error('loaded ' + url); return next(url, context); } });`;

async function packagesOf(...args: string[]): Promise<string[]> {
  const hooks = `data:text/javascript,${encodeURIComponent(listing)}`;
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', hooks, main, ...args]);
  const found = [...stderr.matchAll(/^loaded .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name = '']) => name);
  return [...new Set(found)];
}

it.each(['--help', '--version'])('the command line starts for %s with nothing but its parser', async (option) => {
  expect(await packagesOf(option)).toEqual(['commander']);
});
