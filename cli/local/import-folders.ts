import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importKinds } from '../../shared/model/import-kind.ts';
import type { ImportFile, ImportFolders, ImportWriter } from '../../shared/ports/import-files.ts';

/** @param folder where each touchpoint has a folder of its own for each kind of file, such as `.touchlight/calls/phone` */
export function createImportFolders(folder: string): ImportFolders {
  return (kind, touchpointId, written) => {
    const where = written ?? path.join(folder, kind, touchpointId);
    return {
      where,
      async list() {
        const names = await readdir(where).catch(() => null);
        if (names === null) return null;
        const files = names.filter((name) => importKinds[kind].names.test(name)).toSorted();
        return (await Promise.all(files.map((name) => describe(where, name)))).flat();
      },
      open: ({ name, bytes }) =>
        bytes === 0 ? nothing() : createReadStream(path.join(where, name), { end: bytes - 1 }),
    };
  };
}

/** @param folder as above */
export function createImportWriter(folder: string): ImportWriter {
  return async (kind, touchpointId, written, { name, content }) => {
    const where = written ?? path.join(folder, kind, touchpointId);
    await mkdir(where, { recursive: true });
    // A reader of the folder sees the whole file or none.
    const unfinished = path.join(where, `.${name}.part`);
    await writeFile(unfinished, content, { mode: 0o600 });
    await rename(unfinished, path.join(where, name));
  };
}

/** A file may be moved away while its folder is read. */
async function describe(folder: string, name: string): Promise<ImportFile[]> {
  const found = await stat(path.join(folder, name)).catch(() => null);
  return found?.isFile() === true ? [{ name, bytes: found.size, changedAt: found.mtimeMs }] : [];
}

async function* nothing(): AsyncIterable<Uint8Array> {}
