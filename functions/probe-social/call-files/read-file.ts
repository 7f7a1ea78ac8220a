import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { CallField } from '../../../shared/model/call-field.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault } from '../api-fault.ts';
import type { Call } from '../calls/call.ts';
import type { NumberReader } from '../calls/numbers.ts';
import { decoded, peek, writingOf } from '../csv/decode.ts';
import type { PhoneLine } from '../platform.ts';
import { asteriskColumns, type Columns, headerColumns } from './columns.ts';
import { type Reading, readRecord } from './record.ts';

/** What was read of a file. */
export interface FileReading {
  readonly records: number;
  readonly unreadable: number;
  /** The first that could not be read, by its row and the column at fault. */
  readonly firstFault: { readonly row: number; readonly field: CallField } | null;
  /** When its newest call began; epoch milliseconds. */
  readonly newestAt: number | null;
  /** Its last row is still being written. */
  readonly isGrowing: boolean;
}

export interface FileFrame {
  readonly line: PhoneLine;
  readonly numbers: NumberReader;
  readonly now: number;
  readonly take: (call: Call) => void;
}

/** A row that is longer has lost a quotation mark. */
const longestRow = 65_536;
/** A file that changed within it may be in the middle of a row. */
const settledAfterMs = 2 * minuteMs;

/**
 * Reads a file row by row, however large it is.
 * @throws ApiFault where it is no list of calls: a column is missing, or its quotation marks do not pair
 */
export async function readCallFile(files: ImportFiles, file: ImportFile, frame: FileFrame): Promise<FileReading> {
  const { start, all } = await peek(files.open(file));
  const { encoding, delimiter } = writingOf(start);
  const rows = new RowReader(file, frame);
  const isYoung = frame.now - file.changedAt < settledAfterMs;
  const ending = { text: '' };
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Taken at once: what stands before a fault is not lost with it.
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
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED' || !isYoung) throw rows.fault();
    return rows.end({ isLastWhole: true, isGrowing: true });
  }
  const isWhole = ending.text === '\n' || ending.text === '\r' || !isYoung;
  return rows.end({ isLastWhole: isWhole, isGrowing: !isWhole });
}

/** Holds one row back: the last one of a file may not be whole. */
class RowReader {
  readonly #file: ImportFile;
  readonly #frame: FileFrame;
  #columns: Columns | null = null;
  #held: readonly string[] | null = null;
  #row = 0;
  #lastAt: number | null = null;
  #reading: Omit<FileReading, 'isGrowing'> = { records: 0, unreadable: 0, firstFault: null, newestAt: null };

  constructor(file: ImportFile, frame: FileFrame) {
    this.#file = file;
    this.#frame = frame;
  }

  next(record: readonly string[]): void {
    if (this.#held !== null) this.#take(this.#held);
    this.#held = record;
  }

  /** @param isLastWhole whether the row that is held back may be taken */
  end({ isLastWhole, isGrowing }: { readonly isLastWhole: boolean; readonly isGrowing: boolean }): FileReading {
    if (this.#held !== null && isLastWhole) this.#take(this.#held);
    return { ...this.#reading, isGrowing };
  }

  fault(): ApiFault {
    const says = sayResponses('responses/open-quotation', { file: oneLine(this.#file.name), row: this.#row + 2 });
    return new ApiFault('wrong-answer', says);
  }

  #take(record: readonly string[]): void {
    this.#row += 1;
    if (this.#columns === null) {
      this.#columns = asteriskColumns(record) ?? this.#header(record);
      if (asteriskColumns(record) === null) return;
    }
    const { line, numbers, now } = this.#frame;
    const frame = { columns: this.#columns, numbers, timeZone: line.timeZone, lastAt: this.#lastAt, now };
    this.#count(readRecord(record, frame));
  }

  #count(reading: Reading): void {
    const { records, unreadable, firstFault, newestAt } = this.#reading;
    if (reading.is === 'unreadable') {
      const fault = firstFault ?? { row: this.#row, field: reading.field };
      this.#reading = { records: records + 1, unreadable: unreadable + 1, firstFault: fault, newestAt };
      return;
    }
    const at = reading.is === 'call' ? reading.call.startedAt : reading.at;
    this.#lastAt = at;
    this.#reading = { records: records + 1, unreadable, firstFault, newestAt: Math.max(newestAt ?? at, at) };
    if (reading.is === 'call') this.#frame.take(reading.call);
  }

  #header(record: readonly string[]): Columns {
    const columns = headerColumns(record, this.#frame.line.columns);
    if (!('missing' in columns)) return columns;
    const { missing, named } = columns;
    // A file without a header begins with a call, and a caller's number is no name of a column.
    const has = record.slice(0, listedAtMost).map((name) => (/\d{5}/.test(name) ? '…' : name.slice(0, 40)));
    throw new ApiFault(
      'setup',
      sayResponses('responses/missing-column', { file: oneLine(this.#file.name), missing, named, has }),
    );
  }
}

const listedAtMost = 25;
