import { readDate } from '../../../shared/evaluation/dates/read-date.ts';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import type { OrdersOptions } from '../../../shared/probes/orders/spec.ts';
import { describeColumns } from '../csv/describe-columns.ts';
import { assertWhole, CellFaults, columnFault } from '../csv/import-fault.ts';
import { knownAs } from '../csv/known-as.ts';
import { zoneOf } from '../csv/pick-column.ts';
import { readRows } from '../csv/read-rows.ts';
import { createSeal } from '../csv/seal.ts';
import { type OrderColumns, orderColumns } from './columns.ts';

/** When each customer has bought, as numbers of days since 1970 in the business's zone. */
export interface Purchases {
  readonly customers: ReadonlyMap<string, ReadonlySet<number>>;
  readonly first: number | null;
  readonly newest: number | null;
}

export interface OrdersFrame {
  readonly options: OrdersOptions;
  readonly now: number;
  /** The first day that is of use. */
  readonly since: number;
}

/** A shop's clock may be ahead of ours by so much. */
const clockSkewMs = dayMs;

export function dayNumber(at: number, timeZone: string): number {
  return Date.parse(localDate(at, timeZone)) / dayMs;
}

/**
 * The days on which each customer has bought, over all files. Who they are is sealed while it is read. Several orders on one day are
 * one purchase: exports have a row for each thing in the basket, and files may overlap.
 * @throws ImportFault where a file cannot be read, or an order has no date
 */
export async function readOrders(
  files: ImportFiles,
  listed: readonly ImportFile[],
  frame: OrdersFrame,
): Promise<Purchases> {
  const reader = new OrderReader(frame);
  for (const file of listed) {
    const { columns, firstRow, end } = await describeColumns(files, file, frame.now);
    assertWhole(file, end);
    if (columns.length === 0) continue;
    const found = orderColumns(columns, frame.options.columns);
    if ('pick' in found) throw columnFault(file, found, columns);
    const take = (record: readonly string[], row: number): void => {
      if (row >= firstRow) reader.take(record, { file, row, columns: found });
    };
    await readRows(files, file, { now: frame.now, take });
  }
  return reader.end();
}

class OrderReader {
  readonly #frame: OrdersFrame;
  readonly #seal = createSeal();
  readonly #faults = new CellFaults();
  readonly #customers = new Map<string, Set<number>>();
  #first: number | null = null;
  #newest: number | null = null;

  constructor(frame: OrdersFrame) {
    this.#frame = frame;
  }

  take(
    record: readonly string[],
    { file, row, columns }: { readonly file: ImportFile; readonly row: number; readonly columns: OrderColumns },
  ): void {
    const { options, now, since } = this.#frame;
    const customer = knownAs(record[columns.customer.index] ?? '');
    // Who bought without leaving a name cannot be seen to come back.
    if (customer === '') return;
    const { at: column } = columns;
    const value = record[column.index]?.trim() ?? '';
    const timeZone = zoneOf(column, options.timeZone);
    const date = readDate(value, { timeZone, order: options.dates ?? column.order });
    if (date.is !== 'date' || date.at > now + clockSkewMs) {
      const fault = date.is === 'date' ? 'future' : date.is === 'ambiguous' ? 'ambiguous-date' : 'no-date';
      this.#faults.add(file, { row, column, fault, value });
      return;
    }
    const day = dayNumber(date.at, options.timeZone);
    this.#first = Math.min(this.#first ?? day, day);
    this.#newest = Math.max(this.#newest ?? day, day);
    if (day < since) return;
    const key = this.#seal(customer);
    const days = this.#customers.get(key) ?? new Set();
    this.#customers.set(key, days.add(day));
  }

  end(): Purchases {
    this.#faults.assertNone();
    return { customers: this.#customers, first: this.#first, newest: this.#newest };
  }
}
