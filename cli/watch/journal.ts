import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { instantSchema } from '../../shared/model/instant.ts';
import { writeFileAtomically } from '../local/write-file.ts';

const journalSchema = z.object({
  /** Since when every minute has been served. */
  from: instantSchema,
  /** The last minute that was served: its visits were made, or waited for their turn. */
  servedUntil: instantSchema,
});
export type Served = z.infer<typeof journalSchema>;

/** How far a watch has come, kept beside the table, so that the next one knows what was due to it. */
export interface Journal {
  /** Null when nobody has watched here before. */
  load(): Promise<Served | null>;
  save(served: Served): Promise<void>;
}

/** @param file such as `.touchlight/watch.json`; a broken one counts as none */
export function createJournal(file: string): Journal {
  return {
    async load() {
      try {
        return journalSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch {
        return null;
      }
    },
    save: (served) => writeFileAtomically("The watch's journal", file, `${JSON.stringify(served)}\n`),
  };
}
