import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { touchlightVersion } from '../../shared/config/touchlight-version.ts';

const folders = ['.github', 'api', 'bin', 'cli', 'docs', 'examples', 'functions', 'infra', 'shared'];

it('the version stands in package.json and its lock file, and nowhere else that would have to follow', () => {
  const { version, lockfileVersion, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect([version, packages[''].version, lockfileVersion]).toEqual([touchlightVersion(), touchlightVersion(), 3]);
  const texts = [...folders.flatMap(filesIn), 'README.md', 'CONTRIBUTING.md'].filter((file) =>
    /\.(c?ts|tsx|cjs|md|ya?ml)$/.test(file),
  );
  expect(texts.length).toBeGreaterThan(600);
  const own = new RegExp(`(?<![\\d.])${touchlightVersion().replaceAll('.', '\\.')}(?![\\d.])`);
  expect(texts.filter((file) => own.test(readFileSync(file, 'utf8')))).toEqual([]);
});

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
