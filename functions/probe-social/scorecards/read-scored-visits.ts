import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import type { ScorecardTemplate, ScoredVisit } from '../../../shared/model/scorecard.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import { decoded, peek, writingOf } from '../csv/decode.ts';
import { readList } from './read-list.ts';
import { readTable } from './read-table.ts';
import { type ScoreFrame, ScoreReader } from './row-reader.ts';
import { FaultLog, type ScoreFault } from './score-fault.ts';
import { sheetKey, VisitBook } from './visit-book.ts';

export interface ScoreReading {
  /** One for each visit and evaluator. */
  readonly visits: readonly ScoredVisit[];
  readonly faults: readonly ScoreFault[];
}

/** A list is read as a whole. */
const largestList = 20_000_000;
/** Files that are read at the same time, and bytes in them. */
const mostTogether = 16;
const largestTogether = 1_000_000;

/**
 * Reads all filled-in scorecards of a folder: tables (CSV, a row for each answer or for each visit) and lists (JSON). The same
 * file twice counts once, and where an answer has changed, the later file's counts. What cannot be read is told and harms nothing else.
 * @param context the time zone of times that name none, and the time; epoch milliseconds
 */
export async function readScoredVisits(
  files: ImportFiles,
  template: ScorecardTemplate,
  context: Omit<ScoreFrame, 'template'>,
): Promise<ScoreReading> {
  const listed = ((await files.list()) ?? []).toSorted(
    (a, b) => a.changedAt - b.changedAt || (a.name < b.name ? -1 : 1),
  );
  const sheets = new Map<string, ScoredVisit>();
  /** The first sheet of each name. */
  const named = new Map<string, ScoredVisit>();
  const faults: ScoreFault[] = [];
  for (const some of together(listed)) {
    const reading = some.map(async (file) => {
      const log = new FaultLog(file.name);
      return { log, visits: await readIfThere(files, file, { template, ...context }, log) };
    });
    for (const { log, visits } of await Promise.all(reading)) {
      for (const sheet of visits) {
        const key = sheetKey(sheet);
        const before = sheets.get(key);
        noteNamesake(before ?? named.get(sheet.visit), sheet, { log, timeZone: context.timeZone });
        named.set(sheet.visit, named.get(sheet.visit) ?? sheet);
        sheets.set(key, merged(before, sheet));
      }
      faults.push(...log.all());
    }
  }
  return { visits: [...sheets.values()], faults };
}

/** Files in their order, small ones together: the form makes one for each visit, and a thousand one after the other take a minute in a bucket. */
function* together(files: readonly ImportFile[]): Generator<readonly ImportFile[]> {
  let some: ImportFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (some.length === mostTogether || (some.length > 0 && bytes + file.bytes > largestTogether)) {
      yield some;
      some = [];
      bytes = 0;
    }
    some.push(file);
    bytes += file.bytes;
  }
  if (some.length > 0) yield some;
}

/** Files are moved away while a folder is read, and some may be for other eyes: that is no fault of the others. */
async function readIfThere(...[files, file, frame, faults]: Parameters<typeof readFile>): ReturnType<typeof readFile> {
  try {
    return await readFile(files, file, frame, faults);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EPERM') throw error;
    const message =
      code === 'ENOENT'
        ? 'was moved away while it was read; its answers are missing here'
        : 'may not be read by this user; change its permissions';
    faults.add({ row: null, column: null, message, loses: 'file' });
    return [];
  }
}

async function readFile(
  files: ImportFiles,
  file: ImportFile,
  frame: ScoreFrame,
  faults: FaultLog,
): Promise<readonly ScoredVisit[]> {
  const { start, all } = await peek(files.open(file));
  const kind = kindOf(start);
  if (kind === 'workbook' || (kind === 'list' && file.bytes > largestList)) {
    const message =
      kind === 'workbook'
        ? 'is an Excel workbook; save it as "CSV UTF-8" and send that'
        : `has ${Math.round(file.bytes / 1e6)} MB; split the list into files of ${largestList / 1e6} MB at most`;
    faults.add({ row: null, column: null, message, loses: 'file' });
    return [];
  }
  const book = new VisitBook(faults);
  const reader = new ScoreReader(frame, faults, book);
  const text = decoded(all, writingOf(start).encoding);
  if (kind === 'list') readList(await whole(text), { reader, faults });
  else await readTable(text, start, frame, { reader, faults });
  return book.close(frame.template);
}

/** By what it begins with, since names of files say little. */
function kindOf(start: Uint8Array): 'workbook' | 'list' | 'table' {
  const begin = Buffer.from(start.subarray(0, 8)).toString('latin1');
  if (begin.startsWith('PK\u0003\u0004') || begin.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'workbook';
  const { encoding } = writingOf(start);
  return /^\s*[{[]/.test(new TextDecoder(encoding).decode(start.subarray(0, 1000))) ? 'list' : 'table';
}

async function whole(text: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of text) all += piece;
  return all;
}

/** People who number from 1 begin there again, in another month and on another sheet: that is no visit that several assessed. */
function noteNamesake(
  before: ScoredVisit | undefined,
  sheet: ScoredVisit,
  { log, timeZone }: { readonly log: FaultLog; readonly timeZone: string },
): void {
  if (before === undefined) return;
  const dayOf = ({ at }: ScoredVisit): string => localDate(Date.parse(at), timeZone);
  if (dayOf(before) === dayOf(sheet)) return;
  const both =
    sheetKey(before) === sheetKey(sheet)
      ? `which an earlier file has on ${dayOf(before)}; this later one counts`
      : `which ${before.evaluator} assessed on ${dayOf(before)}; both count as one visit`;
  const message = `holds visit ${sheet.visit} of ${sheet.evaluator} on ${dayOf(sheet)}, ${both}. Give each visit a name of its own`;
  log.add({ row: null, column: 'visit', message, loses: 'visit' });
}

/** The later file's answers beside those that only the earlier one has. */
function merged(before: ScoredVisit | undefined, sheet: ScoredVisit): ScoredVisit {
  if (before === undefined) return sheet;
  const answers = new Map([...before.answers, ...sheet.answers].map((each) => [each.question, each]));
  return { ...sheet, contact: sheet.contact ?? before.contact, answers: [...answers.values()] };
}
