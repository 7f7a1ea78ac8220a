import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { privateFileMode } from '../local/private-folder.ts';
import { failToWrite } from '../local/storage-error.ts';

const keyShape = /^[\w-]{43}$/;

/**
 * The folder's own key to its page: it stays, so that a bookmark and an alert's link work after a restart.
 * @throws StorageError where it cannot be kept
 */
export async function pageKeyOf(folder: string): Promise<string> {
  const file = path.join(folder, 'page-key');
  const known = await readKey(file);
  if (known !== null) return known;
  const key = randomBytes(32).toString('base64url');
  const unfinished = path.join(folder, `.page-key.${key.slice(0, 8)}`);
  try {
    await writeFile(unfinished, key, { mode: privateFileMode });
    return await putInPlace(unfinished, file, key);
  } catch (error) {
    return failToWrite("The page's key", file, error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Linked, so that the first of several processes wins and no reader sees half of it; where there are no links, the last. */
async function putInPlace(unfinished: string, file: string, key: string): Promise<string> {
  try {
    await link(unfinished, file);
  } catch {
    const others = await readKey(file);
    if (others !== null) return others;
    await rename(unfinished, file);
  }
  return key;
}

async function readKey(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return keyShape.test(text) ? text : null;
}
