import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/** Is there a Python that can make environments? */
export function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'], {
      stdio: 'pipe',
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs one package of the Python registry into an environment of its own, once.
 * @returns the Python in which it is installed
 */
export function installPythonPackage(name: string, version: string): string {
  const home = path.join(cache, `${name}-${version}`);
  const python = path.join(home, 'bin', 'python');
  if (existsSync(path.join(home, 'installed'))) return python;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  execFileSync('python3', ['-m', 'venv', home], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `${name}==${version}`], {
    stdio: 'inherit',
  });
  mkdirSync(path.join(home, 'installed'));
  return python;
}
