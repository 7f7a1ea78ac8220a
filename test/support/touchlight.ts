import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const severalCommands = fileURLToPath(new URL('./several-commands.ts', import.meta.url));

/** Where the tests themselves run in a build, what they start must not report to its server. */
const atHome = { GITHUB_ACTIONS: undefined, GITHUB_STEP_SUMMARY: undefined, TF_BUILD: undefined };

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
  /** One command after the other, in one process, with these variables beside the test's own. */
  inTurn(environment: Readonly<Record<string, string>>, ...commands: string[][]): Promise<Ended[]>;
  remove(): Promise<void>;
}

export async function aWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-test-'));
  const startScript = (
    script: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ReturnType<Workplace['start']> => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...atHome, ...environment, NO_COLOR: '1' },
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
  const start: Workplace['start'] = (...args) => startScript(main, args);
  return {
    folder,
    start,
    touchlight: (...args) => start(...args).ended,
    async inTurn(environment, ...commands) {
      const { stdout, stderr } = await startScript(severalCommands, [JSON.stringify(commands)], environment).ended;
      const [outs, errs] = [stdout, stderr].map((text) => text.split('\u001d').map((part) => part.split('\u001e')));
      return commands.map((_, index) => {
        const [out = '', code] = outs?.[index] ?? [];
        return { code: code === undefined ? null : Number(code), stdout: out, stderr: errs?.[index]?.[0] ?? '' };
      });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
