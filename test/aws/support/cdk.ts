import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type MiniStack, packedAssets, repository, runFolder } from './ministack.ts';
import { withoutMetricMath } from './without-metric-math.ts';

/** The real CDK command line against the emulator. Each rejects with what was printed when the command failed. */
export interface Cdk {
  /** Synthesizes at the same time what is deployed next. */
  bootstrap(): Promise<void>;
  deploy(): Promise<Deployment>;
  /** @returns what was printed */
  destroy(): Promise<string>;
}

export interface Deployment {
  /** Of the alarms on metric math, by the alarm's name; the emulator has their metric alone. */
  readonly expressions: ReadonlyMap<string, string>;
  /** What was printed while it was synthesized: what a person should know of the configuration. */
  readonly notes: string;
}

export type CdkContext = {
  readonly stack: string;
  readonly [name: `testsOnly${string}`]: string;
} & ({ readonly config: string } | { readonly fleet: string; readonly agency: string });

const assembly = path.join(runFolder, 'cdk.out');

/** The same code is in every story's functions: what one has packed, the others find by its hash. */
function sharePackedAssets(): void {
  const packed = path.join(assembly, '.cache');
  if (existsSync(packed)) return;
  for (const folder of [packedAssets, assembly]) mkdirSync(folder, { recursive: true });
  symlinkSync(packedAssets, packed);
}

/**
 * @param context the `-c` values
 * @param furtherRegions those that have stacks, too
 */
export function aCdk({ env }: MiniStack, context: CdkContext, furtherRegions: readonly string[] = []): Cdk {
  const values = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = (command: string, cwd: string, ...args: string[]): Promise<string> => cdk(command, args, cwd, env);
  let notes = '';
  const synth = async (): Promise<void> => {
    sharePackedAssets();
    notes = await run('synth', repository, ...values, '--output', assembly, '--quiet', '--no-notices');
  };
  const asSynthesized = ['--app', assembly];
  let isFresh = false;
  return {
    async bootstrap() {
      // It must not find the app and wait for it.
      const places = ['us-east-1', ...furtherRegions].map((region) => `aws://000000000000/${region}`);
      await Promise.all([run('bootstrap', runFolder, ...places), synth()]);
      isFresh = true;
    },
    async deploy() {
      if (!isFresh) await synth();
      isFresh = false;
      const expressions = withoutMetricMath(path.join(assembly, `${context.stack}.template.json`));
      const quietly = ['--require-approval', 'never', '--no-notices', '--progress', 'events'];
      await run('deploy', repository, ...asSynthesized, '--all', ...quietly);
      return { expressions, notes };
    },
    destroy: () => run('destroy', repository, ...asSynthesized, '--all', '--force', '--progress', 'events'),
  };
}

function cdk(command: string, args: readonly string[], cwd: string, env: MiniStack['env']): Promise<string> {
  return new Promise((resolve, reject) => {
    const cli = path.join(repository, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const child = spawn(process.execPath, [cli, command, ...args], {
      cwd,
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
