import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import { decoded, peek, writingOf } from './decode.ts';

/** A row that is longer has lost a quotation mark. */
const longestRow = 65_536;
/** A file that changed within it may be in the middle of a row. */
export const settledAfterMs = 2 * minuteMs;

/** @param row as a spreadsheet numbers it, from 1 */
export type TakeRow = (record: readonly string[], row: number) => void;

export type FileEnd =
  | { readonly is: 'whole' }
  /** Its last row is still being written, and was not taken. */
  | { readonly is: 'growing' }
  /** It ends within that row. */
  | { readonly is: 'cut'; readonly row: number }
  /** Behind that row, a quotation mark has no partner. */
  | { readonly is: 'open-quotation'; readonly row: number };

/** Takes a file row by row, however large it is, in any encoding and with any of the usual delimiters; empty rows are left out. */
export async function readRows(
  files: ImportFiles,
  file: ImportFile,
  { now, take }: { readonly now: number; readonly take: TakeRow },
): Promise<FileEnd> {
  const { start, all } = await peek(files.open(file));
  const { encoding, delimiter } = writingOf(start);
  const rows = new HeldBack(take);
  const isYoung = files.arrivesWhole !== true && now - file.changedAt < settledAfterMs;
  const ending = { text: '' };
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
    on_record: (record: readonly string[]) => {
      rows.next(record);
      return null;
    },
  });
  const text = async function* () {
    for await (const piece of decoded(all, encoding)) {
      if (piece !== '') ending.text = piece.slice(-1);
      yield piece;
    }
  };
  parser.resume();
  try {
    await pipeline(text, parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED' && isYoung) return { is: 'growing' };
    return { is: 'open-quotation', row: rows.row };
  }
  const isEnded = ending.text === '\n' || ending.text === '\r' || ending.text === '';
  if (!isEnded && isYoung) return { is: 'growing' };
  if (!isEnded && rows.isCut()) return { is: 'cut', row: rows.row };
  rows.end();
  return { is: 'whole' };
}

/** Holds one row back: the last one of a file may not be whole. */
class HeldBack {
  readonly #take: TakeRow;
  #held: readonly string[] | null = null;
  #width: number | null = null;
  row = 0;

  constructor(take: TakeRow) {
    this.#take = take;
  }

  next(record: readonly string[]): void {
    this.end();
    this.row += 1;
    this.#held = record;
  }

  /** Is the last row shorter than the first? */
  isCut(): boolean {
    return this.#held !== null && this.#width !== null && this.#held.length < this.#width;
  }

  end(): void {
    const held = this.#held;
    this.#held = null;
    if (held === null || held.every((cell) => cell.trim() === '') || isDelimiterNote(held)) return;
    this.#width ??= held.length;
    this.#take(held, this.row);
  }
}

/** `sep=;` is for Excel. */
function isDelimiterNote([first = '', ...others]: readonly string[]): boolean {
  return /^sep=/i.test(first) && others.every((cell) => cell === '');
}
