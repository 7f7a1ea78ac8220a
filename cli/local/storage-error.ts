/**
 * Why the project's own folder cannot be used:
 * - `in-use`: another process works in it;
 * - `not-writable`: read-only, or somebody else's;
 * - `full`: no space, or a quota;
 * - `damaged`: what is there cannot be read;
 * - `stopped`: the table ended while it was in use.
 */
export type StorageFault = 'in-use' | 'not-writable' | 'full' | 'damaged' | 'stopped';

/** A sentence for a person: what, where, why, and what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** Touchlight itself failed (DESIGN section 8). */
  readonly exitCode = 3;
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

const signs: readonly (readonly [StorageFault, RegExp])[] = [
  ['in-use', /LEVEL_LOCKED|already held|Resource temporarily unavailable/],
  // EFBIG is a file size limit: to the one who writes it is a full disk.
  ['full', /ENOSPC|EDQUOT|EFBIG|No space left|Disk quota|File too large/],
  ['not-writable', /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|Read-only|Not a directory/],
  ['damaged', /LEVEL_CORRUPTION|Corruption|LEVEL_DECODE|LEVEL_INVALID|No such file or directory|ENOENT/],
];

/** What kind of fault an error of the file system or of LevelDB is, from its code and words and those of its cause. */
export function storageFaultOf(error: unknown): StorageFault {
  const words = wordsOf(error);
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'stopped';
}

/** The words of the error that says most: the deepest cause. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : causeOf(error.cause);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${code} ${error.message} ${error.cause === undefined ? '' : wordsOf(error.cause)}`;
}

/** @throws StorageError with a sentence about a file or folder that could not be written */
export function failToWrite(what: string, path: string, error: unknown): never {
  const fault = storageFaultOf(error);
  const advice =
    fault === 'full'
      ? 'Free some space and run again.'
      : 'Make it writable for this user, or work in another folder, and run again.';
  throw new StorageError(fault, `${what} cannot be written to ${path} (${causeOf(error)}). ${advice}`, {
    cause: error,
  });
}
