import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readScoredVisits, type ScoreReading } from '../../functions/probe-social/scorecards/read-scored-visits.ts';
import { summarizeScorecard } from '../../shared/evaluation/scorecards/summary.ts';
import { importPrefix } from '../../shared/model/import-kind.ts';
import type { ImportFiles } from '../../shared/ports/import-files.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { ConfigOptions } from '../program/command.ts';
import { printFaults } from '../score/print-faults.ts';
import { printSummary } from '../score/print-summary.ts';
import { type AssessedTouchpoint, assessedTouchpoint } from '../score/scorecard-of.ts';
import type { Terminal } from '../terminal.ts';

export interface ImportScoresOptions extends ConfigOptions {
  readonly touchpoint: string;
  readonly template?: string;
  readonly partly?: boolean;
}

/** Adds filled-in scorecards to a touchpoint's folder. A file with faulty rows is refused as a whole, unless it is asked for partly. */
export async function importScores(
  names: readonly string[],
  { config, touchpoint: id, template, partly = false }: ImportScoresOptions,
  terminal: Terminal,
): Promise<number> {
  const touchpoint = assessedTouchpoint(id, template, readTouchpoints(config, terminal));
  const now = Date.now();
  const imported = [];
  for (const name of names) {
    const bytes = await contentOf(name);
    const reading = await readScoredVisits(only(name, bytes), touchpoint.template, {
      timeZone: touchpoint.timeZone,
      now,
    });
    printFaults(reading.faults, terminal);
    const outcome = isRefused(reading, partly) ? ('refused' as const) : await keep(name, bytes, touchpoint);
    imported.push({
      file: name,
      visits: new Set(reading.visits.map(({ visit }) => visit)).size,
      outcome,
      faults: reading.faults,
    });
  }
  const { visits } = await readScoredVisits(touchpoint.files, touchpoint.template, {
    timeZone: touchpoint.timeZone,
    now,
  });
  const summary = summarizeScorecard(touchpoint.template, visits, now);
  terminal.printJson({ version: 1, touchpoint: id, where: touchpoint.files.where, files: imported, summary });
  for (const { file, visits: read, outcome } of imported) terminal.print(`${file}: ${sentences[outcome](read)}`);
  terminal.print();
  printSummary(summary, touchpoint, terminal);
  const kept = imported.some(({ outcome }) => outcome !== 'refused');
  if (kept) {
    terminal.print();
    // A copy of everything would make the files equally old there, and the later one of two is to count.
    terminal.print('A deployed stack reads its bucket instead. Send the new files there:');
    terminal.print(
      `  aws s3 sync ${path.relative('.', touchpoint.files.where) || '.'}/ s3://BUCKET/${importPrefix('scorecards', id)}`,
    );
  }
  return imported.some(({ outcome }) => outcome === 'refused') ? exitCodes.usage : exitCodes.ok;
}

const sentences = {
  imported: (read: number) => `${inWords(read)} imported.`,
  known: (read: number) => `${inWords(read)}, imported before. Nothing is counted twice.`,
  refused: (read: number) =>
    read === 0
      ? 'not imported, because no visit in it could be read. Correct it and import it again.'
      : 'not imported. Correct it and import it again; --partly imports the rows that can be read.',
};

function inWords(visits: number): string {
  return visits === 1 ? '1 visit' : `${visits} visits`;
}

function isRefused({ visits, faults }: ScoreReading, partly: boolean): boolean {
  if (visits.length === 0) return true;
  return !partly && faults.some(({ loses }) => loses !== 'nothing');
}

async function contentOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why = { ENOENT: 'does not exist', EISDIR: 'is a folder', EACCES: 'may not be read by this user' }[code];
    throw new UsageError(`${name} ${why ?? `cannot be read (${code})`}. Give the path of a CSV or JSON file.`);
  }
}

function only(name: string, content: Uint8Array): ImportFiles {
  return {
    where: name,
    list: () => Promise.resolve([{ name: path.basename(name), bytes: content.length, changedAt: 0 }]),
    async *open() {
      yield content;
    },
  };
}

/** Under a name that tells what it holds, so that the same file twice is one. */
async function keep(name: string, content: Uint8Array, { files }: AssessedTouchpoint): Promise<'imported' | 'known'> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const known = (await files.list()) ?? [];
  if (known.some((file) => file.name.includes(hash))) return 'known';
  const isList = /\.json$/i.test(name);
  const stem = path
    .parse(name)
    .name.replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .slice(0, 60);
  const kept = path.join(files.where, `${stem}.${hash}.${isList ? 'json' : 'csv'}`);
  await writeFileAtomically('The scorecards', kept, content);
  return 'imported';
}
