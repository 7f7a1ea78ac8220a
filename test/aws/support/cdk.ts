import { spawn } from 'node:child_process';
import path from 'node:path';
import { type MiniStack, repository, runFolder } from './ministack.ts';

/** Runs the real CDK command line against the emulator. @returns what it printed; rejects when it failed */
export type Cdk = (command: 'bootstrap' | 'deploy' | 'destroy', ...args: string[]) => Promise<string>;

const assembly = path.join(runFolder, 'cdk.out');

/** @param context the `-c` values of every call */
export function aCdk({ env }: MiniStack, context: Readonly<Record<string, string>>): Cdk {
  const values = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const app = {
    bootstrap: [], // needs none
    deploy: [...values, '--output', assembly, '--require-approval', 'never', '--no-notices', '--progress', 'events'],
    destroy: ['--app', assembly, '--force', '--progress', 'events'], // as it was deployed
  };
  return (command, ...args) =>
    new Promise((resolve, reject) => {
      const cli = path.join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
      const child = spawn(process.execPath, [cli, command, ...args, ...app[command]], {
        // Bootstrapping must not find the app and wait for it.
        cwd: command === 'bootstrap' ? runFolder : repository,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env, CI: 'true', NO_COLOR: '1', HOME: path.join(runFolder, 'tmp') },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
        });
      }
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(said);
        else reject(new Error(`cdk ${command} ended with code ${code}:\n${said}`));
      });
    });
}
