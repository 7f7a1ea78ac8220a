import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { serve, type TestServer } from '../../support/serve.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = path.join(root, '.github/actions/audit/action.yml');

const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        id: z.string().optional(),
        if: z.string().optional(),
        uses: z.string().optional(),
        with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        shell: z.literal('bash').optional(),
        env: z.record(z.string(), z.string()).optional(),
        run: z.string().optional(),
      }),
    ),
  }),
});

type Inputs = Readonly<Record<string, string>>;
interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly outputs: string;
  readonly summary: string;
}

let text: string;
let action: z.infer<typeof actionSchema>;
let folder: string;
let server: TestServer;
beforeAll(async () => {
  text = await readFile(file, 'utf8');
  action = actionSchema.parse(parse(text));
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-action-'));
  await mkdir(path.join(folder, 'bin'));
  server = await serve({ '/': '<!doctype html><title>Coffee Lab</title><p>Coffee' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the action's own script as the runner does, with `npx` replaced by this script. */
async function runWith(npx: string, inputs: Inputs): Promise<Ran> {
  const step = action.runs.steps.find(({ id }) => id === 'audit');
  const value = (expression: string): string =>
    expression.replaceAll(
      /\$\{\{ inputs\.([a-z-]+) \}\}/g,
      (_, name) => inputs[name] ?? action.inputs[name]?.default ?? '',
    );
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, given]) => [name, value(given)]));
  const bin = path.join(folder, 'bin', 'npx');
  await writeFile(bin, `#!/usr/bin/env bash\n${npx}\n`);
  await chmod(bin, 0o755);
  const [output, summary] = [path.join(folder, 'output'), path.join(folder, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const runner = { RUNNER_TEMP: folder, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_ACTIONS: 'true' };
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd: folder,
    env: { ...process.env, ...env, ...runner, PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}` },
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.resume();
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, outputs: await readFile(output, 'utf8'), summary: await readFile(summary, 'utf8') };
}

const echoArguments = 'printf "%s\\n" "$@"';

describe('the action for GitHub', () => {
  it('uses each of its inputs, puts none of them into a script, and has every output from a step', () => {
    const scripts = action.runs.steps.map(({ run = '' }) => run).join('\n');
    expect(scripts).not.toContain('${{');
    for (const name of Object.keys(action.inputs)) expect(text, name).toContain(`\${{ inputs.${name} }}`);
    const variables = action.runs.steps.flatMap(({ env = {} }) => Object.keys(env));
    for (const variable of variables) expect(scripts, variable).toMatch(new RegExp(`\\$${variable}\\b`));
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.audit.outputs.${name} }}`);
      expect(scripts).toContain(`echo "${name}=`);
    }
  });

  it('is called in the docs with inputs that it has, and the docs explain each of them', async () => {
    const docs = await readFile(path.join(root, 'docs/ci.md'), 'utf8');
    const [, example = ''] = /```yaml\n(on:[\s\S]+?)```/.exec(docs) ?? [];
    const steps = z.array(z.looseObject({ uses: z.string(), with: z.record(z.string(), z.string()).optional() }));
    const workflow = z.looseObject({ jobs: z.looseObject({ audit: z.looseObject({ steps }) }) }).parse(parse(example));
    const given = workflow.jobs.audit.steps.find(({ uses }) =>
      uses.includes('/touchlight/.github/actions/audit@'),
    )?.with;
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? { none: '' })));
    for (const name of Object.keys(action.inputs)) expect(docs).toContain(`| \`${name}\` | `);
  });

  it('passes on what it is given, and only that', async () => {
    const { stdout, outputs } = await runWith(echoArguments, { url: 'https://coffeelab.example' });
    const files = [
      '--html',
      `${folder}/touchlight-audit/report.html`,
      '--junit',
      `${folder}/touchlight-audit/junit.xml`,
    ];
    const start = ['--yes', '--package', 'touchlight@latest', '--', 'touchlight', 'audit'];
    expect(stdout.trimEnd().split('\n')).toEqual([...start, ...files, '--', 'https://coffeelab.example']);
    expect(outputs.split('\n')).toContain(`report=${folder}/touchlight-audit/report.html`);
    const all = await runWith(echoArguments, {
      ...{ budget: 'my touchpoints.yaml', version: '0.1.0', only: 'contacts  form', 'fail-on': 'yellow grey' },
      ...{ language: 'uk', lighthouse: 'false' },
    });
    expect(all.stdout.trimEnd().split('\n').slice(2)).toEqual([
      ...['touchlight@0.1.0', '--', 'touchlight', 'audit', ...files, '--budget', 'my touchpoints.yaml'],
      ...['--language', 'uk', '--no-lighthouse', '--only', 'contacts', 'form', '--fail-on', 'yellow', 'grey'],
    ]);
  });

  it.each(['$(touch forged)', '`touch forged`', '"; touch forged; "', '--html=forged', '* ?'])(
    'runs nothing of an address such as %s',
    async (url) => {
      const { stdout } = await runWith(echoArguments, { url });
      expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(['--', url]);
      await expect(readFile(path.join(folder, 'forged'))).rejects.toThrow('ENOENT');
    },
  );

  it('audits a site, writes both reports and the summary, and fails the build with the audit', async () => {
    const main = path.join(root, 'cli/main.ts');
    const real = `exec "${process.execPath}" "${main}" "\${@:6}"`;
    const passed = await runWith(real, { url: server.url, only: 'availability' });
    expect(passed.code).toBe(0);
    expect(await readFile(path.join(folder, 'touchlight-audit/report.html'), 'utf8')).toContain(
      'Nothing to fix was found',
    );
    expect(await readFile(path.join(folder, 'touchlight-audit/junit.xml'), 'utf8')).toContain('tests="1" failures="0"');
    expect(passed.summary).toContain('| 🟢 green | availability |');
    const { code, summary } = await runWith(real, { url: 'http://127.0.0.1:1/', only: 'availability' });
    expect(code).toBe(1);
    expect(summary).toContain('| 🟥 red | availability |');
  });
});
