import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = '.github/workflows';
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

const jobSchema = z.looseObject({
  needs: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(z.looseObject({ run: z.string().optional(), uses: z.string().optional() })).default([]),
});
const workflowSchema = z.looseObject({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), jobSchema),
});
const workflow = (name: string) => workflowSchema.parse(parse(read(name)));

describe('the workflows', () => {
  it('run only what they name by its hash, with its version beside it', () => {
    const used = readdirSync(folder).flatMap((name) =>
      [...read(name).matchAll(/uses: (.*)/g)].map(([, each]) => each ?? ''),
    );
    expect(used.length).toBeGreaterThan(8);
    for (const each of used) {
      expect(each).toMatch(/^(\.\/\.github\/workflows\/[a-z-]+\.yml|actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });
});

describe('a release', () => {
  const { permissions, jobs } = workflow('release.yml');

  it('publishes the very file that was tried, and only then', () => {
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['build', undefined],
      ['try', 'build'],
      ['publish', 'try'],
      ['notes', 'publish'],
    ]);
    const commands = jobs['publish']?.steps.flatMap(({ run }) => run ?? []);
    expect(commands).toEqual(['npm publish ./touchlight-*.tgz --provenance --access public']);
  });

  it('has an identity where it publishes, may write where it makes the release, and nothing elsewhere', () => {
    expect(permissions).toEqual({});
    expect(Object.entries(jobs).map(([name, job]) => [name, job.permissions])).toEqual([
      ['build', { contents: 'read' }],
      ['try', { contents: 'read' }],
      ['publish', { 'id-token': 'write' }],
      ['notes', { contents: 'write' }],
    ]);
    expect(read('release.yml')).not.toMatch(/secrets\./);
  });
});

describe('the packed file is tried', () => {
  const text = read('try-package.yml');
  const tried = [...text.matchAll(/\{ os: ([\w.-]+), node: "([\w.]+)" \}/g)].map(([, os, node]) => [os, node]);

  it('on every system that the docs name', () => {
    expect(tried.map(([os]) => os)).toEqual([
      'ubuntu-24.04',
      'ubuntu-24.04',
      'ubuntu-24.04-arm',
      'macos-latest',
      'windows-latest',
    ]);
    const rows = readFileSync('docs/package.md', 'utf8').match(
      /^\| (Linux x64|Linux arm64|macOS|Windows) \|.*try package.*$/gm,
    );
    expect(rows).toHaveLength(4);
  });

  it('on the lowest Node that the package allows, and on the newest', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(engines.node).toContain(`^${tried[0]?.[1]} ||`);
    expect(tried[1]?.[1]).toBe('latest');
  });

  it('on arm64 with the browser of the Playwright that the package brings', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(text).toContain(`playwright-core@${dependencies['playwright-core']} install --with-deps chromium`);
  });
});
