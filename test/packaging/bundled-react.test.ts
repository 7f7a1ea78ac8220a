import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bundleCode } from '../../infra/packaging/bundle-code.ts';

it.each(['page', 'digest'] as const)('%s is deployed without what React does for developers', (step) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bundle-'));
  try {
    bundleCode(step, folder);
    const code = globSync('*.mjs', { cwd: folder }).map((file) => readFileSync(path.join(folder, file), 'utf8'));
    expect(code.join('')).toContain('react.transitional.element');
    // React's own warnings begin so.
    expect(code.join('')).not.toMatch(/Each child in a list should have a unique|process\.env\.NODE_ENV/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
