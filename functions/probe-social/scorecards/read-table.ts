import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { quote } from '../../../shared/model/foreign-text.ts';
import { writingOf } from '../csv/decode.ts';
import { columnsOf, type ScoreColumns, type ScoreField } from './header.ts';
import type { ScoreFrame, ScoreReader } from './row-reader.ts';
import type { FaultLog } from './score-fault.ts';

/** A row that is longer has lost a quotation mark. */
const longestRow = 262_144;
/** A title may stand above the heading. */
const headingWithin = 10;

/** Reads a table row by row, however long it is: a row for each answer, or a row for each visit. */
export async function readTable(
  text: AsyncIterable<string>,
  start: Uint8Array,
  frame: ScoreFrame,
  { reader, faults }: { readonly reader: ScoreReader; readonly faults: FaultLog },
): Promise<void> {
  const rows = new RowReader(frame, reader, faults);
  const ending = { text: '' };
  const parser = parse({
    delimiter: writingOf(start).delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Taken at once: what stands before a fault is not lost with it.
    on_record: (record: readonly string[], { records, empty_lines: empty }) => {
      rows.next(record, records + empty);
      return null;
    },
  });
  const pieces = async function* () {
    for await (const piece of text) {
      if (piece !== '') ending.text = piece.slice(-1);
      if (piece.includes('\ufffd')) rows.noteLostLetters();
      yield piece;
    }
  };
  parser.resume();
  let isBroken = false;
  try {
    await pipeline(pieces, parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    isBroken = true;
  }
  rows.end({ isBroken, endsWithRow: ending.text === '\n' || ending.text === '\r' });
}

/** Holds one row back: the last one of a file that was cut off is not whole. */
class RowReader {
  readonly #frame: ScoreFrame;
  readonly #reader: ScoreReader;
  readonly #faults: FaultLog;
  #columns: ScoreColumns | null = null;
  #lacks: readonly string[] = [];
  #held: { readonly record: readonly string[]; readonly row: number } | null = null;
  #lastRow = 0;

  constructor(frame: ScoreFrame, reader: ScoreReader, faults: FaultLog) {
    this.#frame = frame;
    this.#reader = reader;
    this.#faults = faults;
  }

  noteLostLetters(): void {
    const message = 'has letters that are not in its encoding; save it as "CSV UTF-8"';
    this.#faults.add({ row: null, column: null, message, loses: 'nothing' }, 'letters');
  }

  next(record: readonly string[], row: number): void {
    if (this.#held !== null) this.#take(this.#held.record, this.#held.row);
    this.#held = { record, row };
    this.#lastRow = row;
  }

  end({ isBroken, endsWithRow }: { readonly isBroken: boolean; readonly endsWithRow: boolean }): void {
    if (this.#held !== null) {
      const { record, row } = this.#held;
      const isShort = this.#columns !== null && record.length < this.#columns.names.length;
      if (isShort && !endsWithRow && !isBroken) {
        const message = `has ${record.length} of ${this.#columns?.names.length} cells, and the file ends there: it was cut off; send all of it`;
        this.#faults.add({ row, column: null, message, loses: 'row' });
      } else this.#take(record, row);
    }
    if (isBroken) {
      const message =
        'opens a quotation mark that nothing closes, so nothing from here on was read; close it or send all of the file';
      this.#faults.add({ row: this.#lastRow + 1, column: null, message, loses: 'row' });
    }
    if (this.#columns === null) this.#refuse();
  }

  #refuse(): void {
    const message =
      this.#lacks.length === 0
        ? 'is empty; the first row names the columns: visit, at, evaluator, question, answer'
        : `has no column ${this.#lacks.join(', ')}; the first row names the columns: visit, at, evaluator, question, answer`;
    this.#faults.add({ row: null, column: null, message, loses: 'file' });
  }

  #take(record: readonly string[], row: number): void {
    if (this.#columns !== null) this.#read(record, row, this.#columns);
    else if (row <= headingWithin) this.#lookForHeading(record, row);
  }

  #lookForHeading(record: readonly string[], row: number): void {
    const columns = columnsOf(record.map(bare), this.#frame.template);
    if ('lacks' in columns) {
      // The row that lacks least was meant.
      if (this.#lacks.length === 0 || columns.lacks.length < this.#lacks.length) this.#lacks = columns.lacks;
      return;
    }
    this.#columns = columns;
    for (const at of columns.unknown) {
      const name = columns.names[at] ?? '';
      const isAgain = columns.names.indexOf(name) !== at;
      const message = isAgain
        ? 'is there twice; only the first column of that name was read, so delete or rename the other one'
        : 'is neither a question nor a column of a scorecard, so it was not read';
      this.#faults.add({ row, column: quote(name, 40), message, loses: isAgain ? 'answer' : 'nothing' });
    }
  }

  #read(record: readonly string[], row: number, columns: ScoreColumns): void {
    const cells = record.map(bare);
    if (cells.every((cell) => cell.trim() === '')) return;
    const cell = (at: number | null | undefined): string => (at === null || at === undefined ? '' : (cells[at] ?? ''));
    const field = (name: ScoreField): string => cell(columns.fields.get(name));
    const sheet = this.#open(field, row);
    if (sheet === null) return;
    if (columns.questions.length === 0) {
      const question = this.#reader.question(field('question'), sheet.version, row);
      if (question === null) return;
      const written = { question, column: 'answer', text: field('answer') };
      this.#reader.answer(sheet, { ...written, comment: field('comment'), evidence: field('evidence') }, row);
      return;
    }
    for (const { question, at, comment } of columns.questions) {
      const column = columns.names[at] ?? question.id;
      const written = { question, column, text: cell(at), comment: cell(comment), evidence: field('evidence') };
      this.#reader.answer(sheet, written, row);
    }
  }

  #open(field: (name: ScoreField) => string, row: number) {
    const at = [field('at'), field('time')].filter((part) => part.trim() !== '').join(' ');
    const [scorecard, version, visit] = [field('scorecard'), field('version'), field('visit')];
    const head = { scorecard, version, visit, at, evaluator: field('evaluator'), contact: field('contact') };
    return this.#reader.open(head, row);
  }
}

/** Spreadsheets, and Touchlight, write a mark before what would be read as a formula. */
function bare(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
