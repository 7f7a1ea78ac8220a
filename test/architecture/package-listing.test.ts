import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const listingSchema = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

it('the package holds what runs, and nothing else of the repository', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    maxBuffer: 16 * 1024 * 1024,
  });
  const listed = listingSchema.parse(JSON.parse(stdout))[0].files.map(({ path }) => path);
  const [built, rest] = [true, false].map((wanted) => listed.filter((file) => file.startsWith('dist/') === wanted));
  // The shrinkwrap is there only while npm packs.
  const lasting = rest?.filter((file) => file !== 'npm-shrinkwrap.json');
  expect(lasting).toEqual([
    'LICENSE',
    'README.md',
    'bin/supported-node.cjs',
    'bin/supported-node.d.cts',
    'bin/touchlight.cjs',
    'package.json',
  ]);
  // In a checkout that was not built there are none.
  expect(built?.filter((file) => /(^dist\/test\/|(?<!\.d)\.ts$)/.test(file))).toEqual([]);
});
