import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failToWrite } from './storage-error.ts';

/**
 * Writes beside the file and renames: a reader, and a process killed in the middle, see the old file or the new one.
 * @param what for the error's sentence, such as "The evidence"
 * @throws StorageError
 */
export async function writeFileAtomically(what: string, path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    failToWrite(what, path, error);
  }
}
