import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DemoBusiness, startDemoBusiness } from '../../cli/local/demo-business.ts';
import { filesIn } from '../../infra/packaging/npm/files-in.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { functionName } from '../../shared/model/stack-names.ts';
import { eventually } from '../aws/support/eventually.ts';
import { type MiniStack, startMiniStack } from '../aws/support/ministack.ts';
import { deployFrom } from './support/deployment.ts';
import { anEmptyFolder, type Folder } from './support/installation.ts';
import { publish, type Registry } from './support/registry.ts';

const run = promisify(execFile);
/** The ends of `engines` in package.json, what each watches until it is shown, and which app is deployed on it. */
const nodes = [
  {
    version: '22.19.0',
    shows: /"event":"run","checkId":"website\/availability"/,
    stack: 'Touchlight',
  },
  { version: 'latest', shows: /"event":"watching"/, stack: 'Shop', app: 'node foreign.mjs' },
] as const;

let place: string;
let registry: Registry;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'touchlight-package-'));
  await run('npm', ['pack', '--pack-destination', place], { maxBuffer: 64 * 1024 * 1024 });
  const [tarball = ''] = filesIn(place);
  registry = await publish(tarball);
});

afterAll(async () => {
  registry?.close();
  await rm(place, { recursive: true, force: true });
});

const assetsSchema = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) });

/** The hashes of the functions' code, by which CDK decides what to upload. */
async function hashesOf({ path: folder }: Folder, stack: string): Promise<string[]> {
  const text = await readFile(path.join(folder, 'cdk.out', `${stack}.assets.json`), 'utf8');
  return Object.entries(assetsSchema.parse(JSON.parse(text)).files)
    .filter(([, { source }]) => source.path.startsWith('asset.'))
    .map(([hash]) => hash)
    .toSorted();
}

const foreignApp = `import { App, Stack } from 'aws-cdk-lib';
import { Touchlight } from 'touchlight/infra';

const stack = new Stack(new App(), 'Shop');
new Touchlight(stack, 'Watch');
`;

const reader = `import { configurationSchema, parseConfiguration, resultSchema } from 'touchlight';

const reading = parseConfiguration('business: A', 'a.yaml', '2026-11-29');
console.log(reading.ok, typeof configurationSchema.parse, typeof resultSchema.parse);
`;

const hashes = new Map<string, string[]>();
/** Within one folder each test goes on from where the one before it ended. */
const inTurn = { concurrent: false } as const;

// Both at once: each has its own site to visit and its own account to deploy to, and nothing here is judged by its time.
describe.concurrent.each(nodes)('installed into an empty folder on Node $version', (node) => {
  const { version, shows, stack } = node;
  let folder: Folder;
  let business: DemoBusiness;
  let ministack: MiniStack;

  beforeAll(async () => {
    business = await startDemoBusiness();
    const own = path.join(place, version);
    ministack = await startMiniStack({ smtpPort: 9, folder: path.join(own, 'emulator') });
    const bare = await anEmptyFolder(path.join(own, 'node'), '', registry.url);
    const platform = `node-${process.platform}-${process.arch}`;
    await bare.call('npm', ['install', '--no-save', `${platform}@${version}`]);
    const bin = path.join(bare.path, 'node_modules', platform, 'bin');
    folder = await anEmptyFolder(own, bin, registry.url);
    await writeFile(path.join(folder.path, 'package.json'), '{ "private": true }');
    await folder.call('npm', ['install', 'touchlight']);
  });

  afterAll(async () => {
    await business?.close();
    await ministack?.stop();
  });

  it('prints its version, and brings neither a Node nor the CDK', inTurn, async () => {
    const { version: own } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(await folder.call('npx', ['touchlight', '--version'])).toBe(`${own}\n`);
    const packages = filesIn(path.join(folder.path, 'node_modules')).filter((file) => file.endsWith('/package.json'));
    const brought = packages.filter((file) =>
      /node_modules\/(node|aws-cdk-lib|aws-cdk|@sentry\/core|@opentelemetry\/[a-z-]+)\//.test(file),
    );
    expect(brought).toEqual([]);
  });

  it('writes a configuration and what a deployment needs', inTurn, async () => {
    await rm(path.join(folder.path, 'package.json'));
    await folder.call('npx', ['touchlight', 'init', business.url, '--yes', '--deploy']);
    const names = ['touchpoints.yaml', 'app.mjs', 'cdk.json', 'package.json', '.gitignore', 'README.md'];
    for (const name of [...names, '.github/workflows/touchlight.yml']) {
      expect(existsSync(path.join(folder.path, name)), name).toBe(true);
    }
    const text = await readFile(path.join(folder.path, 'touchpoints.yaml'), 'utf8');
    const schema = /\$schema=(\S+)/.exec(text)?.[1] ?? '';
    expect(existsSync(path.join(folder.path, schema)), schema).toBe(true);
  });

  it('validates, runs every check, writes the report and keeps watching', inTurn, async () => {
    expect(await folder.call('npx', ['touchlight', 'validate'])).toContain('website/page-load@mobile');
    const ran = await folder.call('npx', ['touchlight', 'run', '--quiet'], [0, 1]);
    expect(ran).toMatch(/lighthouse/);
    expect(ran).not.toContain('is not a directory');
    await folder.call('npx', ['touchlight', 'report', '--no-open']);
    expect(filesIn(path.join(folder.path, '.touchlight')).filter((file) => file.endsWith('.html'))).not.toEqual([]);
    const minutely = await readFile(path.join(folder.path, 'touchpoints.yaml'), 'utf8');
    await writeFile(path.join(folder.path, 'minutely.yaml'), minutely.replace('{ every: 5m }', '{ every: 1m }'));
    // Not through npx, which leaves Ctrl-C to the terminal.
    const watch = folder.start('node_modules/.bin/touchlight', 'watch', '--json', '--config', 'minutely.yaml');
    let shown = '';
    watch.process.stdout?.on('data', (chunk) => {
      const before = shown;
      shown += String(chunk);
      if (shows.test(shown) && !shows.test(before)) watch.process.kill('SIGINT');
    });
    const { output } = await watch.ended;
    expect(output).toMatch(shows);
    expect(output).toMatch(/Stopping/);
  });

  it('exports its schemas and nothing of its inside', inTurn, async () => {
    await writeFile(path.join(folder.path, 'read.mjs'), reader);
    expect(await folder.call('node', ['read.mjs'])).toBe('false function function\n');
    await writeFile(path.join(folder.path, 'inside.mjs'), `import 'touchlight/dist/cli/main.js';`);
    expect(await folder.call('node', ['inside.mjs'], [1])).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it("is synthesized by the user's own app, and within a foreign stack, from the same code", inTurn, async () => {
    await folder.call('npm', ['install']);
    // The functions carry the configuration: with the same site, their hashes are the same.
    const file = path.join(folder.path, 'touchpoints.yaml');
    const ofThisSite = await readFile(file, 'utf8');
    await writeFile(file, ofThisSite.replaceAll(business.url, 'https://coffeelab.example/'));
    expect(await folder.call('npx', ['cdk', 'synth', '--quiet'])).not.toContain('Error');
    const own = await hashesOf(folder, 'Touchlight');
    expect(own.length).toBeGreaterThanOrEqual(6);
    await writeFile(path.join(folder.path, 'foreign.mjs'), foreignApp);
    await folder.call('npx', ['cdk', 'synth', '--quiet', '--app', 'node foreign.mjs']);
    expect(await hashesOf(folder, 'Shop')).toEqual(own);
    const template = await readFile(path.join(folder.path, 'cdk.out', 'Shop.template.json'), 'utf8');
    expect(Object.keys(JSON.parse(template).Outputs)).toContain('TouchlightVersion');
    hashes.set(version, own);
    await writeFile(file, ofThisSite);
  });

  it(
    'is deployed from there, dispatches its checks, and alerts of a phone number that is gone',
    inTurn,
    async ({ onTestFailed }) => {
      onTestFailed(() => console.log(ministack.log().slice(-8000)));
      const deployed = await deployFrom(folder, ministack, node);
      // In five minutes each check that runs every five falls due once.
      for (let minute = 1; minute <= 5; minute++) {
        const scheduledAt = toInstant((Math.floor(Date.now() / 60_000) - minute) * 60_000);
        await deployed.account.invoke(functionName(stack, 'dispatch'), { scheduledAt });
      }
      const checkId = 'website/availability';
      const measured = async () =>
        (await deployed.stores.statuses.list('website')).find((each) => each.checkId === checkId);
      await eventually('A plain request', 60, measured, (status) => status?.light === 'green');
      await business.breakDown('phone-removed');
      await deployed.visit('website/contacts@mobile');
      expect(await deployed.noticeOf('website/contacts@mobile')).toMatchObject({ reason: 'opened' });
      await business.repair('phone-removed');
      const open = ['incidents', '--open', '--stack', stack, '--json', '--quiet'];
      expect(JSON.parse(await deployed.call('npx', ['touchlight', ...open], [0, 1]))).toMatchObject({
        incidents: expect.arrayContaining([expect.objectContaining({ checkId: 'website/contacts@mobile' })]),
      });
      await deployed.destroy();
    },
  );

  it('says what is wrong with the configuration, without a stack trace', inTurn, async () => {
    const file = path.join(folder.path, 'touchpoints.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('timeZone:', 'timeZon:'));
    const said = await folder.call('npx', ['cdk', 'synth', '--quiet'], [1]);
    expect(said).toContain('touchpoints.yaml');
    expect(said).toContain('did you mean "timeZone"');
    expect(said).not.toMatch(/^\s+at /m);
  });
});

it('gives the functions the same hashes on every Node', () => {
  expect([...hashes.keys()].toSorted()).toEqual(nodes.map(({ version }) => version).toSorted());
  expect(hashes.get('latest')).toEqual(hashes.get('22.19.0'));
});
