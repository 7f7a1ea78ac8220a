import { parseJson } from '../../../shared/model/parse-json.ts';
import { type ScorecardTemplate, type ScoredVisit, scoredVisitSchema } from '../../../shared/model/scorecard.ts';
import type { ImportFiles } from '../../../shared/ports/import-files.ts';

export interface FileFault {
  readonly file: string;
  readonly message: string;
}

/** Thin, until the reader of CSV is there. */
export async function readScoredVisits(
  files: ImportFiles,
  _template: ScorecardTemplate,
): Promise<{ readonly visits: readonly ScoredVisit[]; readonly faults: readonly FileFault[] }> {
  const visits: ScoredVisit[] = [];
  const faults: FileFault[] = [];
  for (const file of (await files.list()) ?? []) {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.open(file)) pieces.push(piece);
    const read = scoredVisitSchema.array().safeParse([parseJson(Buffer.concat(pieces).toString('utf8'))].flat());
    if (read.success) visits.push(...read.data);
    else faults.push({ file: file.name, message: read.error.message });
  }
  return { visits, faults };
}
