import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type MiniStack, repository, runFolder } from './ministack.ts';

/** Runs a command with `--stack` as its owner would. @returns what it printed for machines; rejects when it failed */
export type CommandLine = (...args: string[]) => Promise<unknown>;

const run = promisify(execFile);

export function aCommandLine({ env }: Pick<MiniStack, 'env'>, stack: string, configuration: string): CommandLine {
  const main = path.join(repository, 'cli', 'main.ts');
  return async (...args) => {
    const where = ['--stack', stack, '--config', configuration, '--json', '--quiet'];
    const { stdout, stderr } = await run(process.execPath, [main, ...args, ...where], {
      cwd: runFolder,
      env: { ...process.env, ...env, NODE_EXTRA_CA_CERTS: env['AWS_CA_BUNDLE'], NO_COLOR: '1' },
    }).catch(whatItPrinted);
    if (stdout === '') throw new Error(`touchlight ${args.join(' ')} printed nothing but: ${stderr}`);
    return JSON.parse(stdout);
  };
}

const printedSchema = z.object({ stdout: z.string(), stderr: z.string() });

/** A red light is told by the exit code, too, and is no failure here. */
function whatItPrinted(error: unknown): z.infer<typeof printedSchema> {
  return printedSchema.parse(error);
}
