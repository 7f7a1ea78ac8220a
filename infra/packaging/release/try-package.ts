import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `node infra/packaging/release/try-package.ts touchlight-<version>.tgz` installs a tarball into an empty folder of this machine,
 * whatever its system, and sees that it works there: its command, the configuration, the table, the browser. It needs no
 * package but Node's own.
 */
const tarball = path.resolve(process.argv[2] ?? '');
const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-try-'));

/** Windows has npm as a script for its shell. */
function call(command: string, ...args: string[]): string {
  const shell = process.platform === 'win32';
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'inherit'] });
}

const configuration = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
`;

const needed = ['node', 'browser', 'disk', 'table', 'configuration'];

try {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  call('npm', 'install', '--no-audit', '--no-fund', shellWord(tarball));
  writeFileSync(path.join(folder, 'touchpoints.yaml'), configuration);
  console.log(`touchlight ${call('npx', 'touchlight', '--version').trim()} on ${process.platform}/${process.arch}`);
  call('npx', 'touchlight', 'validate');
  call('npx', 'touchlight', 'upgrade-check');
  const { findings } = JSON.parse(call('npx', 'touchlight', 'doctor', '--json', '--quiet'));
  for (const name of needed) {
    const finding = findings.find((each: { name: string }) => each.name === name);
    console.log(`${finding?.light}  ${name}: ${finding?.sentence}`);
    if (finding?.light !== 'green') throw new Error(`${name} is not green. ${finding?.remedy ?? ''}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function shellWord(file: string): string {
  return process.platform === 'win32' ? `"${file}"` : file;
}
