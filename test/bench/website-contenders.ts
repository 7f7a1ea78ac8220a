import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { metricsOf } from '../../functions/probe-lighthouse/reading/metrics.ts';
import { bundling } from '../../infra/packaging/bundle-code.ts';
import { unpackBrowser } from '../../shared/browser/unpack.ts';
import { resultSchema } from '../../shared/model/result.ts';
import { lighthouse } from '../../shared/probes/lighthouse/spec.ts';
import { type Cost, costOf } from './process-tree.ts';

export interface Run extends Cost {
  readonly metrics: Readonly<Record<string, number>>;
}

/** A contender visits the page once, in a process of its own that ends with it. */
type Contender = (url: string) => Promise<Run>;

export interface Contenders {
  readonly cli: Contender;
  readonly visit: Contender;
  /** Launches, loads and closes, and nothing else: with the processor slowed down as our visit has found it right. */
  readonly bare: (url: string, cpuSlowdown: number) => Promise<Run>;
  /** A whole check with its three runs; time is told per run, for one run is what the CLI makes. */
  readonly audit: Contender;
}

/** What Chromium needs to start without a sandbox and a graphics card; its measuring is left as the CLI has it. */
const chromeFlags = '--headless --no-sandbox --no-zygote --disable-gpu --disable-dev-shm-usage';

const attemptsAtMost = 3;
const runsOfACheck = lighthouse.options.parse({}).runs;

/** @param folder for our bundle and the CLI's reports, somewhere below the project, so that packages are found */
export async function prepareContenders(folder: string): Promise<Contenders> {
  const browserFolder = path.join(folder, 'browser');
  const browser = await unpackBrowser(browserFolder);
  await bundle(folder);
  const ours = (kind: string) => async (url: string) => {
    const script = path.join(folder, 'website-process.mjs');
    for (let attempt = 1; ; attempt++) {
      const cost = await costOf(process.execPath, [script, kind, url, browserFolder], process.env);
      const [first, ...others] = z.array(resultSchema).parse(JSON.parse(cost.stdout));
      const broken = [first, ...others].find((result) => result?.outcome !== 'measured' || result.attempts > 1);
      if (first !== undefined && broken === undefined) return { ...cost, metrics: first.measurements };
      // On a busy machine a run may discard itself, as it should; one that was tried twice is no single run.
      if (attempt === attemptsAtMost) throw new Error(`Our ${kind} failed: ${broken?.reason}`);
    }
  };
  const cli: Contender = async (url) => {
    const report = path.join(folder, 'report.json');
    const command = fileURLToPath(new URL('cli/index.js', import.meta.resolve('lighthouse/package.json')));
    const flags = ['--quiet', '--output=json', `--output-path=${report}`, `--chrome-flags=${chromeFlags}`];
    const env = { ...process.env, ...browser.env, CHROME_PATH: browser.executablePath, CI: '1' };
    const cost = await costOf(process.execPath, [command, url, ...flags, '--no-enable-error-reporting'], env);
    if (cost.exitCode !== 0) throw new Error(`The Lighthouse CLI exited with ${cost.exitCode}.`);
    return { ...cost, metrics: metricsOf(JSON.parse(readFileSync(report, 'utf8'))) };
  };
  const audit: Contender = async (url) => {
    const check = await ours('audit')(url);
    return { ...check, wallMs: check.wallMs / runsOfACheck, cpuMs: check.cpuMs / runsOfACheck };
  };
  const bare: Contenders['bare'] = async (url, cpuSlowdown) => {
    const script = path.join(folder, 'bare-process.mjs');
    const cost = await costOf(process.execPath, [script, url, browserFolder, String(cpuSlowdown)], process.env);
    if (cost.exitCode !== 0) throw new Error(`The bare load exited with ${cost.exitCode}.`);
    return { ...cost, metrics: {} };
  };
  return { cli, visit: ours('visit'), bare, audit };
}

/** Like the functions themselves: reading TypeScript would cost time that Lambda never sees. */
async function bundle(folder: string): Promise<void> {
  await build({
    ...bundling,
    entryPoints: ['website-process.ts', 'bare-process.ts'].map((file) => fileURLToPath(new URL(file, import.meta.url))),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    external: ['@sparticuz/chromium', 'playwright-core', 'web-vitals', 'lighthouse'],
  });
}
