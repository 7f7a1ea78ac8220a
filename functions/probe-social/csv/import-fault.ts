import type { Statement } from '../../../shared/model/finding.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { ImportFile } from '../../../shared/ports/import-files.ts';
import { type CellFault, sayImport } from '../../../shared/probes/import-statements.ts';
import type { Column } from './describe-columns.ts';
import type { Picked } from './pick-column.ts';
import type { FileEnd } from './read-rows.ts';

/** A file that cannot be used as it is. */
export class ImportFault extends Error {
  readonly says: Statement;

  constructor(says: Statement) {
    super(says.id);
    this.name = 'ImportFault';
    this.says = says;
  }
}

const columnLimit = 60;
const listedColumns = 12;

/** A name of a column as a sentence cites it. A file without names begins with data, and what looks like a person's is not repeated. */
function nameOf({ name }: Pick<Column, 'name'>): string {
  return /\d{5}|@/.test(name) ? '…' : shorten(oneLine(name), columnLimit);
}

/** @throws ImportFault where a file does not end as it should */
export function assertWhole({ name }: ImportFile, end: FileEnd): void {
  const file = oneLine(name);
  switch (end.is) {
    case 'whole':
      return;
    case 'growing':
      throw new ImportFault(sayImport('import/growing', { file }));
    case 'cut':
      throw new ImportFault(sayImport('import/cut-off', { file, row: end.row }));
    case 'open-quotation':
      throw new ImportFault(sayImport('import/open-quotation', { file, row: end.row }));
  }
}

/** A field that no column holds, or of which it is not clear which one does. */
export function columnFault(
  { name }: ImportFile,
  { field, pick }: { readonly field: string; readonly pick: Exclude<Picked, { is: 'column' }> },
  columns: readonly Column[],
): ImportFault {
  const file = oneLine(name);
  if (pick.is === 'several') {
    const says = sayImport('import/which-column', { file, field, columns: pick.columns.map(nameOf) });
    return new ImportFault(says);
  }
  const has = columns.slice(0, listedColumns).map(nameOf);
  return new ImportFault(sayImport('import/no-column', { file, field, named: pick.named, has }));
}

const listedFaults = 5;

/** Collects what is wrong with cells: all of it is told at once, the first of it by row and column. */
export class CellFaults {
  #count = 0;
  #first: { file: string; faults: { row: number; column: string; fault: CellFault; value: string | null }[] } | null =
    null;

  add({ name }: ImportFile, at: { row: number; column: Column; fault: CellFault; value: string }): void {
    this.#count += 1;
    this.#first ??= { file: oneLine(name), faults: [] };
    const { file, faults } = this.#first;
    if (file !== oneLine(name) || faults.length === listedFaults) return;
    const { row, column, fault, value } = at;
    faults.push({ row, column: nameOf(column), fault, value: namesNobody(value) ? oneLine(value.trim()) : null });
  }

  /** @throws ImportFault where there was any */
  assertNone(): void {
    if (this.#first !== null)
      throw new ImportFault(sayImport('import/bad-cells', { ...this.#first, count: this.#count }));
  }
}

/** Numbers and dates, as far as they are neither an address nor a phone's number. */
function namesNobody(value: string): boolean {
  const plain = value.trim();
  if (!/^[\d.,:/\-+ %TZ]{1,29}$/.test(plain)) return false;
  return /^\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?:[ T]|$)/.test(plain) || !/\d{7}/.test(plain.replace(/[ -]/g, ''));
}
