import type { ImportFiles } from '../../shared/ports/import-files.ts';

/** A folder in memory; its files are as old as their order says. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): ImportFiles {
  const all = Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  return {
    where: 'a folder in memory',
    list: () => Promise.resolve(all.map(({ name, bytes }, index) => ({ name, bytes: bytes.length, changedAt: index }))),
    async *open({ name }) {
      const content = all.find((each) => each.name === name)?.bytes ?? Buffer.alloc(0);
      // In pieces, so that a letter, a quotation mark and a line end may be cut in two.
      for (let at = 0; at < content.length; at += 4097) yield content.subarray(at, at + 4097);
    },
  };
}
