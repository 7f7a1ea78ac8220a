import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelStep, steps } from '../../shared/model/stack-names.ts';

const run = promisify(execFile);

/** The instructions of a Dockerfile, each on one line, without comments. */
function instructions(): string[] {
  const text = readFileSync('infra/packaging/docker/Dockerfile', 'utf8').replaceAll(/^#.*\n/gm, '');
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean);
}

let place: string;
let tarball: string;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'touchlight-tarball-'));
  await run('npm', ['pack', '--pack-destination', place], { maxBuffer: 64 * 1024 * 1024 });
  tarball = path.join(place, readdirSync(place).find((name) => /^touchlight-.*\.tgz$/.test(name)) ?? '');
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Beside what is compiled from a source and what a source reads, of which each has its place in the repository. */
const built = /^dist\/(package\.json|bundles\/[a-z-]+\/(handler|part-[A-Z0-9]{8})\.mjs)$/;
const atTheTop = [
  'LICENSE',
  'README.md',
  'bin/supported-node.cjs',
  'bin/supported-node.d.cts',
  'bin/touchlight.cjs',
  'npm-shrinkwrap.json',
  'package.json',
];

/** What a file below dist/ comes from. */
function originsOf(file: string): string[] {
  const place = file.replace(/^dist\//, '');
  const stem = /^(.*?)\.(?:js|js\.map|d\.ts)$/.exec(place)?.[1];
  return stem === undefined ? [place] : [`${stem}.ts`, `${stem}.tsx`, place];
}

describe('the packed file', () => {
  let files: string[];

  beforeAll(async () => {
    const { stdout } = await run('tar', ['tzf', tarball], { maxBuffer: 16 * 1024 * 1024 });
    files = stdout
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''))
      .toSorted();
  });

  it('holds what runs: compiled sources with their maps, what they read, and bundles', () => {
    expect(files.filter((file) => !file.startsWith('dist/'))).toEqual(atTheTop);
    const strange = files.filter(
      (file) => file.startsWith('dist/') && !built.test(file) && !originsOf(file).some((origin) => existsSync(origin)),
    );
    expect(strange).toEqual([]);
    const folders = new Set(files.flatMap((file) => /^dist\/([^/]+)\//.exec(file)?.[1] ?? []));
    expect([...folders]).toEqual(['api', 'bin', 'bundles', 'cli', 'examples', 'functions', 'infra', 'shared']);
  });

  it('holds no source, no test, and nothing that only builds, draws or releases', () => {
    const slipped =
      /(?<!\.d)\.tsx?$|\.test\.|^dist\/(test|build)\/|packaging\/(npm|release|docker|bundle-code)|examples\/pictures|\/artwork/;
    expect(files.filter((file) => slipped.test(file))).toEqual([]);
  });

  it('has a bundle of every step, a map for every script, and types only where the exports lead', async () => {
    const count = (pattern: RegExp): number => files.filter((file) => pattern.test(file)).length;
    const bundles = files.flatMap((file) => /^dist\/bundles\/([a-z-]+)\/handler\.mjs$/.exec(file)?.[1] ?? []);
    expect(bundles).toEqual([...steps, channelStep].toSorted());
    const scripts = files.filter((file) => file.endsWith('.js') && !file.includes('/assets/'));
    const maps = new Set(files.filter((file) => file.endsWith('.js.map')));
    expect(scripts.filter((file) => !maps.has(`${file}.map`) && existsSync(originsOf(file)[0] ?? ''))).toEqual([]);
    expect(count(/^dist\/(cli|functions)\/.*\.d\.ts$/)).toBe(0);
    expect(files).toEqual(expect.arrayContaining(['dist/api/index.d.ts', 'dist/infra/index.d.ts']));
    const unpacked = path.join(place, 'unpacked');
    await mkdir(unpacked);
    await run('tar', ['xzf', tarball, '-C', unpacked]);
    const missing = files
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => {
        const text = readFileSync(path.join(unpacked, 'package', file), 'utf8');
        const imported = [...text.matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g)].map(([, name = '']) => `${name}.d.ts`);
        return imported.map((name) => path.join(path.dirname(file), name)).filter((name) => !files.includes(name));
      });
    expect(missing, 'that others import').toEqual([]);
    expect(count(/\.d\.ts$/)).toBeGreaterThan(10);
    expect(count(/\.d\.ts$/)).toBeLessThan(40);
  });
});

it('the packed file works where the release workflow tries it: in an empty folder, by its commands', async () => {
  const { stdout } = await run(process.execPath, ['infra/packaging/release/try-package.ts', tarball]);
  expect(stdout).toContain(`on ${process.platform}/${process.arch}`);
  expect(stdout.match(/^green {2}\w+/gm)).toEqual(
    ['node', 'browser', 'disk', 'table', 'configuration'].map((name) => `green  ${name}`),
  );
});

/** Docker is not to be had everywhere; what its first stage does, any shell can. */
describe("the image's first stage, done in a folder", () => {
  const installed = (...names: string[]) => path.join(place, 'stage', ...names);

  beforeAll(async () => {
    await mkdir(installed());
    await copyFile(tarball, installed('package.tgz'));
    const [script = ''] = instructions().flatMap((line) => /^RUN (.*)$/.exec(line)?.[1] ?? []);
    await run('sh', ['-euc', script], { cwd: installed() });
  });

  it('installs what the package pins, and neither the CDK nor error reporting', () => {
    const pinned = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages['node_modules/zod'].version;
    expect(JSON.parse(readFileSync(installed('node_modules', 'zod', 'package.json'), 'utf8')).version).toBe(pinned);
    for (const name of ['aws-cdk-lib', 'aws-cdk', '@sentry/core', 'vitest']) {
      expect(existsSync(installed('node_modules', name)), name).toBe(false);
    }
  });

  it('leaves a Touchlight that answers its health check', async () => {
    const { stdout } = await run(process.execPath, ['bin/touchlight.cjs', 'doctor', '--json'], { cwd: installed() });
    const lights = JSON.parse(stdout).findings.map(({ name, light }: Record<string, string>) => [name, light]);
    expect(Object.fromEntries(lights)).toMatchObject({
      node: 'green',
      browser: 'green',
      disk: 'green',
      table: 'green',
    });
  });
});
