import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { privateFolderMode } from '../private-folder.ts';
import { failToWrite, StorageError } from '../storage-error.ts';
import { findLogDamage } from './write-ahead-log.ts';

/**
 * Opens and closes the LevelDB once before dynalite does: dynalite would only say that the database is closed, not why.
 * Refuses a damaged folder before anything in it is touched, because LevelDB repairs by throwing away.
 */
export async function checkTableFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: privateFolderMode }).catch((error: unknown) =>
    failToWrite('The table', path, error),
  );
  await refuseDamage(path);
  const level = new ClassicLevel(path);
  try {
    await level.open();
  } finally {
    await level.close();
  }
}

async function refuseDamage(path: string): Promise<void> {
  const names = await readdir(path).catch((error: unknown) => failToWrite('The table', path, error));
  const logs = names.filter((name) => /^\d+\.log$/.test(name));
  const tables = names.filter((name) => /^\d+\.(ldb|sst)$/.test(name));
  if (!names.includes('CURRENT')) {
    // LevelDB would take this for a new table and remove the files it does not know.
    const sizes = await Promise.all(logs.map(async (name) => (await stat(join(path, name))).size));
    if (tables.length > 0 || sizes.some((size) => size > 0)) {
      throw new StorageError('damaged', damagedSentence(path, 'the file CURRENT is missing'));
    }
  }
  for (const name of logs) {
    const damage = findLogDamage(await readFile(join(path, name)));
    if (damage !== null) throw new StorageError('damaged', damagedSentence(path, `${name}: ${damage}`));
  }
}

export function damagedSentence(path: string, cause: string): string {
  return (
    `The table in ${path} is damaged (${cause}). Nothing was deleted. Put a copy of the folder back, or move it away ` +
    'to start with an empty one, and run again.'
  );
}
