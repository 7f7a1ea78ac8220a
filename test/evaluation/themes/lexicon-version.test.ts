import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lexiconReader } from '../../../shared/model/theme-model.ts';

/**
 * What two versions of the lexicon found is not compared, so a change of what it finds needs a new version. After a change that finds
 * the same (a comment, a name), put only the new hash here; after any other, raise lexiconVersion in shared/model/theme-model.ts, too.
 */
const released = { reader: 'lexicon/2', hash: '89b1ddeac2efce7d' };

it('a lexicon that was changed has a new version', () => {
  const folder = 'shared/evaluation/themes';
  const files = [...globSync(`${folder}/lexicon/**/*.ts`), `${folder}/themes-of.ts`, `${folder}/pattern.ts`].toSorted();
  expect(files.length).toBeGreaterThan(8);
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file, 'utf8'));
  expect({ reader: lexiconReader, hash: hash.digest('hex').slice(0, 16) }).toEqual(released);
});
