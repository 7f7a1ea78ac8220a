import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { privateFileMode, privateFolderMode, usualMode } from './private-folder.ts';
import { failToWrite } from './storage-error.ts';

/** `owner`: nobody else may read it. `usual`: a person wants it at a place of their own, readable as any other file there. */
export type Readers = 'owner' | 'usual';

/**
 * Writes beside the file and renames: a reader, and a process killed in the middle, see the old file or the new one.
 * @param what for the error's sentence, such as "The evidence"
 * @throws StorageError
 */
export async function writeFileAtomically(
  what: string,
  path: string,
  content: string | Uint8Array,
  readers: Readers = 'owner',
): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await makeFolder(dirname(path), readers);
    await writeFile(unfinished, content, { mode: privateFileMode });
    if (readers === 'usual') await chmod(unfinished, usualMode(0o666));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    failToWrite(what, path, error);
  }
}

/** Only what is created gets a mode; folders that were there keep theirs. */
async function makeFolder(folder: string, readers: Readers): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: privateFolderMode });
  if (first === undefined || readers === 'owner') return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, usualMode(0o777));
}
