import { parseJson } from '../../../shared/model/parse-json.ts';
import { type ScorecardTemplate, type ScoredVisit, scoredVisitSchema } from '../../../shared/model/scorecard.ts';
import type { ImportFiles } from '../../../shared/ports/import-files.ts';

/** Thin, until the reader of CSV is there. */
export async function readScoredVisits(
  files: ImportFiles,
  _template: ScorecardTemplate,
  _context: { readonly timeZone: string; readonly now: number },
) {
  const visits: ScoredVisit[] = [];
  const faults: {
    readonly file: string;
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
    readonly loses: 'file' | 'row' | 'answer' | 'nothing';
    readonly times: number;
  }[] = [];
  for (const file of (await files.list()) ?? []) {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.open(file)) pieces.push(piece);
    const read = scoredVisitSchema.array().safeParse([parseJson(Buffer.concat(pieces).toString('utf8'))].flat());
    if (read.success) visits.push(...read.data);
    else
      faults.push({ file: file.name, row: null, column: null, message: read.error.message, loses: 'file', times: 1 });
  }
  return { visits, faults };
}
