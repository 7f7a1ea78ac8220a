import { spawn } from 'node:child_process';
import path from 'node:path';
import { type MiniStack, repository, runFolder } from './ministack.ts';

export interface Cdk {
  /** Runs the real CDK command line against the emulator. @returns what it printed; rejects when it failed */
  (command: string, ...args: string[]): Promise<string>;
}

/** @param context the `-c` values of every call */
export function aCdk({ env }: MiniStack, context: Readonly<Record<string, string>>): Cdk {
  const values = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return (command, ...args) =>
    new Promise((resolve, reject) => {
      const cli = path.join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
      const child = spawn(
        process.execPath,
        [
          cli,
          command,
          ...args,
          ...(command === 'bootstrap' ? [] : [...values, '--output', path.join(runFolder, 'cdk.out')]),
        ],
        {
          // Bootstrapping needs no app, and must not wait for one.
          cwd: command === 'bootstrap' ? runFolder : repository,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: {
            ...process.env,
            ...env,
            CI: 'true',
            NO_COLOR: '1',
            CDK_DISABLE_VERSION_CHECK: '1',
            HOME: path.join(runFolder, 'tmp'),
          },
        },
      );
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(said) : reject(new Error(`cdk ${command} ended with code ${code}:\n${said}`)),
      );
    });
}
