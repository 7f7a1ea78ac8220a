import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { releaseNotes } from './release-notes.ts';

/** `node infra/packaging/release/main.ts v<version>` prints the notes of this release, or says why the tag may not be released. */
const repository = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(repository, name), 'utf8');
const [tag = ''] = process.argv.slice(2);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));

try {
  process.stdout.write(releaseNotes(read('CHANGELOG.md'), tag, version));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
