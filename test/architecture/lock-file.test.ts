import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

/**
 * With its address npm fetches a package alone; without, first the list of all its versions ever, which takes a fifth of the
 * install. The registry is whichever npm is configured with: `replace-registry-host` in .npmrc puts it in this one's place.
 */
const placeholder = 'https://registry.invalid';

const lockSchema = z.object({ packages: z.record(z.string(), z.record(z.string(), z.unknown())) });
const packageSchema = z.object({
  version: z.string(),
  name: z.string().optional(),
  /** Absent for what lies within another package's file. */
  integrity: z.string().optional(),
});

/** @param folder `node_modules/@scope/name`, perhaps within another package's */
function addressOf(folder: string, { version, name }: z.infer<typeof packageSchema>): string {
  const own = name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `${placeholder}/${own}/-/${own.split('/').at(-1)}-${version}.tgz`;
}

function withAddresses(lockFile: string): string {
  const lock: object = JSON.parse(lockFile);
  const packages = Object.entries(lockSchema.parse(lock).packages).map(([folder, entry]) => {
    const { data } = packageSchema.safeParse(entry);
    if (folder === '' || data?.integrity === undefined) return [folder, entry];
    // In the order in which npm writes them.
    const { name, version, resolved: _, ...rest } = entry;
    return [folder, { ...(name !== undefined && { name }), version, resolved: addressOf(folder, data), ...rest }];
  });
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}

it('the lock file says where each package lies in any registry, and names none', () => {
  const expected = withAddresses(readFileSync('package-lock.json', 'utf8'));
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync('package-lock.json', expected);
  const lines = readFileSync('package-lock.json', 'utf8').split('\n');
  const known = new Set(lines);
  const missing = expected.split('\n').filter((line) => !known.has(line));
  expect(missing, 'UPDATE_GOLDENS=1 npx vitest run test/architecture/lock-file mends it').toEqual([]);
  expect(lines.join('\n')).toBe(expected);
});
