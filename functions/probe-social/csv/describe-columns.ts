import { type DayOrder, orderOf, readDate } from '../../../shared/evaluation/dates/read-date.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import { plainName } from './header-name.ts';
import { readNumber } from './read-number.ts';
import { type FileEnd, readRows } from './read-rows.ts';

/** What stands in a column, so that it can be recognised by more than its name. */
export interface Column {
  readonly index: number;
  /** As the file has it; where it has none, as its second row has it. */
  readonly name: string;
  /** Letters and digits of that. */
  readonly plain: string;
  /** Cells that are not empty. */
  readonly filled: number;
  readonly numbers: number;
  readonly dates: number;
  readonly smallest: number;
  readonly largest: number;
  /** What its dates prove together; null where they prove nothing, or both. */
  readonly order: DayOrder | null;
  /** Characters in all cells. */
  readonly letters: number;
  /** Cells with several words of people; an address has none. */
  readonly phrases: number;
  /** Cells that differ, counted up to `enoughValues`. */
  readonly values: number;
}

export interface Description {
  readonly columns: readonly Column[];
  /** The first row that holds data; a file has one or two rows of names. */
  readonly firstRow: number;
  readonly end: FileEnd;
}

/** Reads a file once, to see what its columns are. */
export async function describeColumns(files: ImportFiles, file: ImportFile, now: number): Promise<Description> {
  let header: readonly string[] | null = null;
  let firstRow: number | null = null;
  const counts: Counts[] = [];
  let names: readonly string[] = [];
  const end = await readRows(files, file, {
    now,
    take: (record, row) => {
      if (header === null) {
        header = record;
        names = record;
        counts.push(...record.map(() => new Counts()));
        return;
      }
      if (firstRow === null && isSecondHeader(record)) {
        names = header.map((name, index) => (name.trim() === '' ? (record[index] ?? '') : name));
        firstRow = row + 1;
        return;
      }
      firstRow ??= row;
      for (const [index, count] of counts.entries()) count.take(record[index]?.trim() ?? '');
    },
  });
  const columns = counts.map((count, index) => {
    const name = names[index]?.trim() ?? '';
    return { index, name, plain: plainName(name), ...count.sum() };
  });
  return { columns, firstRow: firstRow ?? Number.POSITIVE_INFINITY, end };
}

/** SurveyMonkey's second row says "Response" below its questions, and nothing below the respondent's id. */
function isSecondHeader(record: readonly string[]): boolean {
  return record[0]?.trim() === '' && record.every(isWord);
}

function isWord(cell: string): boolean {
  return readNumber(cell) === null && readDate(cell, anyDate).is === 'no-date';
}

/** Whether a cell is a date, not which one. */
const anyDate = { timeZone: 'UTC', order: 'day-first' } as const;

const phrase = /\p{L}{2}\S*\s+\S*\p{L}{2}/u;
/** So many tell free text from what is ticked. */
export const enoughValues = 40;

class Counts {
  #filled = 0;
  #numbers = 0;
  #dates = 0;
  #smallest = Number.POSITIVE_INFINITY;
  #largest = Number.NEGATIVE_INFINITY;
  #letters = 0;
  #phrases = 0;
  readonly #values = new Set<string>();
  readonly #orders = new Set<DayOrder>();

  take(cell: string): void {
    if (cell === '') return;
    this.#filled += 1;
    this.#letters += cell.length;
    if (phrase.test(cell) && !/@|:\/\//.test(cell)) this.#phrases += 1;
    if (this.#values.size < enoughValues) this.#values.add(cell.slice(0, 100));
    if (!/^[+\-\d]/.test(cell)) return;
    const number = readNumber(cell);
    if (number !== null) {
      this.#numbers += 1;
      this.#smallest = Math.min(this.#smallest, number);
      this.#largest = Math.max(this.#largest, number);
    }
    if (cell.length > 40) return;
    const order = orderOf(cell);
    if (order === 'day-first' || order === 'month-first') this.#orders.add(order);
    if (order === 'either' || readDate(cell, anyDate).is === 'date') this.#dates += 1;
  }

  sum(): Omit<Column, 'index' | 'name' | 'plain'> {
    const [order = null, ...others] = this.#orders;
    return {
      filled: this.#filled,
      numbers: this.#numbers,
      dates: this.#dates,
      smallest: this.#smallest,
      largest: this.#largest,
      order: others.length === 0 ? order : null,
      letters: this.#letters,
      phrases: this.#phrases,
      values: this.#values.size,
    };
  }
}
