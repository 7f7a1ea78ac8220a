import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { anEmptyFolder, type Folder } from '../package/support/installation.ts';
import { publish } from '../package/support/registry.ts';
import { median } from './statistics.ts';

const run = promisify(execFile);
const mb = 1024 * 1024;

interface Tool {
  readonly name: string;
  readonly command: string;
}

const ours: Tool = { name: 'touchlight', command: 'touchlight' };
const lighthouseCi: Tool = { name: '@lhci/cli', command: 'lhci' };
const tools: readonly Tool[] = [ours, lighthouseCi, { name: 'checkly', command: 'checkly' }];

interface Installed {
  readonly tool: Tool;
  readonly folder: Folder;
  readonly version: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly packages: number;
  /** The largest file of a browser, in the packages or in the home. */
  readonly browser: string | null;
}

const starts = 9;
/** Of the time of Lighthouse CI's help, started the same way. */
const helpLimit = 0.3;

/**
 * Installs this package, packed, and its peers from one registry, each into an empty folder with an empty home and an empty
 * cache, and then starts the help of each in turn.
 * @param tarball of a package that is packed already
 */
export async function benchInstall(tarball?: string): Promise<boolean> {
  const place = await mkdtemp(path.join(tmpdir(), 'touchlight-install-'));
  try {
    const registry = await publish(tarball ?? (await pack(place)));
    const installed: Installed[] = [];
    for (const tool of tools) installed.push(await install(tool, path.join(place, tool.command), registry.url));
    registry.close();
    const alone = await timeHelp(installed, ({ command }) => [path.join('node_modules', '.bin', command), '--help']);
    const npx = await timeHelp(installed, ({ command }) => ['npx', command, '--help']);
    console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine()}\n`);
    for (const row of rowsOf(installed, alone, npx)) console.log(row);
    return keepsLimits(installed, [alone, npx]);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function pack(place: string): Promise<string> {
  await run('npm', ['pack', '--pack-destination', place], { maxBuffer: 64 * mb });
  const [file = ''] = readdirSync(place);
  return path.join(place, file);
}

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string() })) });

async function install(tool: Tool, place: string, registry: string): Promise<Installed> {
  const folder = await anEmptyFolder(place, path.dirname(process.execPath), registry);
  await writeFile(path.join(folder.path, 'package.json'), '{ "private": true }');
  const started = performance.now();
  await folder.call('npm', ['install', tool.name]);
  const seconds = (performance.now() - started) / 1000;
  const modules = path.join(folder.path, 'node_modules');
  const lock = lockSchema.parse(JSON.parse(await readFile(path.join(modules, '.package-lock.json'), 'utf8')));
  const files = [...sizesIn(modules), ...sizesIn(path.join(place, 'home', '.cache'))];
  const browser = files.filter(([file]) => isBrowser(file)).toSorted(([, a], [, b]) => b - a)[0];
  return {
    tool,
    folder,
    version: lock.packages[`node_modules/${tool.name}`]?.version ?? '?',
    seconds,
    bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0),
    packages: Object.keys(lock.packages).length,
    browser: browser !== undefined && browser[1] > 20 * mb ? browser[0] : null,
  };
}

/** A Chromium as packages ship it, or as their scripts unpack it. */
function isBrowser(file: string): boolean {
  return /^(?:chromium(?:\.br)?|chrome(?:\.exe)?|chrome-headless-shell|headless_shell)$/.test(path.basename(file));
}

function sizesIn(folder: string): [file: string, bytes: number][] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, statSync(file).size]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The median of each in ms. In turn, so that what slows the machine down for a while slows all of them down. */
async function timeHelp(
  installed: readonly Installed[],
  commandOf: (tool: Tool) => [string, ...string[]],
): Promise<ReadonlyMap<Tool, number>> {
  const times = new Map<Tool, number[]>(installed.map(({ tool }) => [tool, []]));
  // The first round fills caches, as the first use does, and is not counted.
  for (let round = 0; round <= starts; round++) {
    for (const { tool, folder } of installed) {
      const [command, ...options] = commandOf(tool);
      const started = performance.now();
      await folder.call(command, options);
      if (round > 0) times.get(tool)?.push(performance.now() - started);
    }
  }
  return new Map([...times].map(([tool, each]) => [tool, Math.round(median(each))]));
}

type Times = ReadonlyMap<Tool, number>;

function* rowsOf(installed: readonly Installed[], alone: Times, npx: Times): Generator<string> {
  yield '| | version | install | size | packages | browser | `--help` | `npx ... --help` |';
  yield '| --- | --- | --- | --- | --- | --- | --- | --- |';
  for (const { tool, version, seconds, bytes, packages, browser } of installed) {
    const size = `${Math.round(bytes / mb)} MB`;
    const times = [alone, npx].map((each) => `${each.get(tool)} ms`);
    const brings = browser === null ? 'no' : 'yes';
    yield `| ${[tool.name, version, `${seconds.toFixed(0)} s`, size, packages, brings, ...times].join(' | ')} |`;
  }
}

function machine(): string {
  return `${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model.trim()}`;
}

function keepsLimits(installed: readonly Installed[], times: readonly Times[]): boolean {
  const shares = times.map((each) => (each.get(ours) ?? Number.NaN) / (each.get(lighthouseCi) ?? Number.NaN));
  const [share = Number.NaN, throughNpx = Number.NaN] = shares;
  const starts = share <= helpLimit;
  const [own, ...others] = installed;
  const withBrowser = others.filter(({ browser }) => browser !== null);
  const smallest = withBrowser.every(({ bytes }) => bytes >= (own?.bytes ?? Number.NaN));
  console.log(
    `\n${starts ? 'ok  ' : 'FAIL'} --help takes ${share.toFixed(2)} of lhci's time (at most ${helpLimit}); through npx, ${throughNpx.toFixed(2)}`,
  );
  console.log(
    `${smallest ? 'ok  ' : 'FAIL'} the smallest of those that bring a browser (${withBrowser.length + 1} of ${installed.length} do)`,
  );
  return starts && smallest;
}
