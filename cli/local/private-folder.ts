import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The folder in which this machine keeps table, evidence and alerts. */
export const localFolder = '.touchlight';

/**
 * What lies there is for its owner alone: secrets, customers' words, pictures of pages behind a login. Systems without such
 * modes take them and do what they can.
 */
export const privateFolderMode = 0o700;
export const privateFileMode = 0o600;

const othersBits = 0o077;
/** What this program itself puts into a folder that somebody has named; everything else in it is that person's. */
const ownParts = ['alerts', 'audit', 'evidence', 'secrets', 'submissions', 'table'];
/** In these, files come from elsewhere: LevelDB makes its own, and people put their secrets there by hand. */
const openParts: ReadonlySet<string> = new Set([localFolder, 'secrets', 'table']);

/** The person's own umask, as long as the process has a narrower one. */
let usual: number | null = null;

/** From now on whatever this process creates is private, in threads and libraries too: LevelDB asks for no mode. */
export function narrowNewFiles(): void {
  usual ??= process.umask(othersBits);
}

export function widenNewFiles(): void {
  if (usual !== null) process.umask(usual);
  usual = null;
}

/** The mode of a file or folder that a person wants somewhere else: as any other program would create it. */
export function usualMode(all: 0o666 | 0o777): number {
  const umask = usual ?? process.umask(othersBits);
  if (usual === null) process.umask(umask);
  return all & ~umask;
}

/**
 * Creates the folder for its owner alone, and takes from others what an older version, or a person, has let them read.
 * A folder that somebody keeps for other things too is left as it is, but for the parts that are ours.
 * @throws the file system's error when it cannot be created
 */
export async function keepPrivate(folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true, mode: privateFolderMode });
  const isOurs = created !== undefined || path.resolve(folder).split(path.sep).includes(localFolder);
  if (isOurs) await narrow(folder);
  else await Promise.all(ownParts.map((part) => narrow(path.join(folder, part))));
}

/** The same where there is something already; creates nothing. */
export async function keepPrivateIfThere(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory() === true) await keepPrivate(folder);
}

/**
 * Files first and their folder last: one that is narrow already was made so by this version, and so were the files in it,
 * which may be many. Links are not followed. What belongs to somebody else cannot be changed and stays.
 */
async function narrow(folder: string): Promise<void> {
  const status = await stat(folder).catch(() => null);
  if (status?.isDirectory() !== true) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const isWide = (status.mode & othersBits) !== 0 || openParts.has(path.basename(folder));
  for (const entry of entries) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) await narrow(at);
    else if (isWide && entry.isFile()) await takeFromOthers(at, privateFileMode);
  }
  await takeFromOthers(folder, privateFolderMode);
}

async function takeFromOthers(at: string, mode: number): Promise<void> {
  const status = await lstat(at).catch(() => null);
  if (status !== null && (status.mode & 0o777) !== mode) await chmod(at, mode).catch(() => {});
}
