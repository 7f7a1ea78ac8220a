import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a person would call it, in a folder of its own. */
export interface Workplace {
  readonly folder: string;
  start(...args: string[]): { readonly process: ChildProcess; readonly ended: Promise<Ended> };
  touchlight(...args: string[]): Promise<Ended>;
  remove(): Promise<void>;
}

export async function aWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-test-'));
  const start: Workplace['start'] = (...args) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
    return { process: child, ended };
  };
  return {
    folder,
    start,
    touchlight: (...args) => start(...args).ended,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
