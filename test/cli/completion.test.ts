import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
let script: string;

beforeAll(async () => {
  workplace = await aWorkplace();
  script = path.join(workplace.folder, 'completion.bash');
  const { code, stdout } = await workplace.touchlight('completion', 'bash');
  expect(code).toBe(0);
  await writeFile(script, stdout);
});
afterAll(() => workplace.remove());

/** What bash proposes for the last of the words. */
async function proposals(...words: string[]): Promise<string[]> {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const ask = `source '${script}'; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _touchlight; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-euc', ask], { cwd: workplace.folder });
  return stdout.split('\n').filter(Boolean);
}

describe('completion in bash', () => {
  it('proposes the commands, and those that begin like the word', async () => {
    expect(await proposals('touchlight', '')).toEqual(expect.arrayContaining(['audit', 'init', 'validate', 'watch']));
    expect(await proposals('touchlight', 'va')).toEqual(['validate']);
    expect(await proposals('touchlight', '')).not.toContain('--help');
    expect(await proposals('touchlight', '--')).toEqual(['--version', '--help']);
  });

  it('proposes the options of the command that stands before, and no hidden ones', async () => {
    expect(await proposals('touchlight', 'run', '--')).toEqual(expect.arrayContaining(['--only', '--json', '--help']));
    expect(await proposals('touchlight', 'run', '--only', 'website/form', '--conf')).toEqual(['--config']);
  });

  it('proposes what an argument may be, and files for --config', async () => {
    expect(await proposals('touchlight', 'completion', 'z')).toEqual(['zsh']);
    expect(await proposals('touchlight', 'run', '--config', 'comp')).toEqual(['completion.bash']);
  });
});

describe('completion in zsh', () => {
  const zsh = hasZsh();

  it(`is a script that ${zsh ? 'zsh reads and completes by' : 'names every command (there is no zsh here to read it)'}`, async () => {
    const { stdout } = await workplace.touchlight('completion', 'zsh');
    expect(stdout).toMatch(/^#compdef touchlight\n/);
    expect(stdout).toContain("' validate') names='' options='--json --quiet --config --fleet --help' ;;");
    if (!zsh) return;
    const file = path.join(workplace.folder, 'completion.zsh');
    await writeFile(file, stdout);
    expect(zshProposals(file, 'touchlight', '')).toEqual(expect.arrayContaining(['audit', 'validate', 'maintenance']));
    expect(zshProposals(file, 'touchlight', '')).not.toContain('--help');
    expect(zshProposals(file, 'touchlight', 'maintenance', '')).toEqual(['start', 'end', 'list']);
    expect(zshProposals(file, 'touchlight', 'run', '--')).toEqual(expect.arrayContaining(['--only', '--no-confirm']));
    expect(zshProposals(file, 'touchlight', 'run', '--config', '')).toEqual(['files']);
  });
});

/** What the script hands to zsh, which keeps what begins like the last word. */
function zshProposals(file: string, ...words: string[]): string[] {
  const builtins = 'compdef() { :; }; _files() { print files; }; compadd() { shift; print -l -- "$@"; }';
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const ask = `${builtins}; source '${file}'; words=(${quoted}); CURRENT=${words.length}; _touchlight`;
  return execFileSync('zsh', ['-fec', ask], { encoding: 'utf8' }).split('\n').filter(Boolean);
}

function hasZsh(): boolean {
  try {
    execFileSync('zsh', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a reader who has had enough', () => {
  it('ends the program without a word', async () => {
    const { process: child, ended } = workplace.start('completion', 'bash', '--json');
    child.stdout?.destroy();
    expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('another shell', () => {
  it('is refused with the ones that there are', async () => {
    const { code, stderr } = await workplace.touchlight('completion', 'fish');
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are bash, zsh');
  });
});
