/**
 * Draws docs/pictures/terminal.svg: what `touchlight run` prints for the demo business on a day on which its form is broken.
 * The picture is made from the program's own output, so that it stays true: `npx node examples/pictures/terminal.ts`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDemoBusiness } from '../demo-business/demo-business.ts';
import { drawTerminal } from './draw-terminal.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const picture = fileURLToPath(new URL('../../docs/pictures/terminal.svg', import.meta.url));

const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-picture-'));
const business = await createDemoBusiness();
try {
  await touchlight('init', business.url, '--yes', '--quiet');
  await business.switchOn('form-500');
  const checks = ['availability', 'page-load', 'contacts', 'form'].map((check) => `website/${check}`);
  const output = await touchlight('run', '--quiet', '--confirm-after', '1', '--only', ...checks);
  const shown = output
    .replaceAll(business.url, 'https://coffeelab.example/')
    .replaceAll(`${folder}${path.sep}`, '')
    .replace(/\n[^\n]*Results, evidence[^\n]*\n/, '');
  await writeFile(picture, drawTerminal(`$ touchlight run\n${shown.trimEnd()}`));
} finally {
  await business.close();
  await rm(folder, { recursive: true });
}

/** A red light ends with exit code 1, which is the point of the picture. */
async function touchlight(...args: readonly string[]): Promise<string> {
  const environment = { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined };
  const run = promisify(execFile)(process.execPath, [main, ...args], { cwd: folder, env: environment });
  const { stdout } = await run.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
      return { stdout: error.stdout };
    throw error;
  });
  return String(stdout);
}
