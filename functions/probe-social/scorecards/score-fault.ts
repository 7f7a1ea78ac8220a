import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';

/** Something in a file of filled-in scorecards that was not read as it was meant, or that is worth knowing. */
export interface ScoreFault {
  readonly file: string;
  /** As a spreadsheet numbers its rows, from 1; in JSON, the visit's place in the list. Null for the file as a whole. */
  readonly row: number | null;
  /** The column's heading, or the question. */
  readonly column: string | null;
  /** What is wrong and what to do, in one sentence without an end. */
  readonly message: string;
  /** What was left out because of it; `visit`: it counts as one with another of its name. */
  readonly loses: 'file' | 'row' | 'answer' | 'visit' | 'nothing';
  /** How often this was found; `row` and `column` are those of the first. */
  readonly times: number;
}

type Found = Omit<ScoreFault, 'file' | 'times'>;

/** A file of a hundred thousand broken rows needs no hundred thousand sentences. */
const mostFaults = 200;

/** All that one file has wrong. */
export class FaultLog {
  readonly #file: string;
  readonly #faults = new Map<string, ScoreFault>();
  #unsaid = 0;

  constructor(file: string) {
    this.#file = oneLine(file);
  }

  /** @param once what makes it the same as one before, which is then counted; otherwise each row speaks for itself */
  add({ column, message, ...found }: Found, once?: string): void {
    const key = once ?? JSON.stringify([found.row, column, message]);
    const before = this.#faults.get(key);
    if (before !== undefined) {
      this.#faults.set(key, { ...before, times: before.times + 1 });
      return;
    }
    if (this.#faults.size >= mostFaults) {
      this.#unsaid += 1;
      return;
    }
    const heading = column === null ? null : shorten(oneLine(column), 60);
    this.#faults.set(key, { file: this.#file, ...found, column: heading, message, times: 1 });
  }

  /** By row, what concerns the whole file first. */
  all(): readonly ScoreFault[] {
    const faults = [...this.#faults.values()].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (this.#unsaid === 0) return faults;
    const message = `has ${this.#unsaid} more of such faults; mend these first`;
    return [...faults, { file: this.#file, row: null, column: null, message, loses: 'row', times: 1 }];
  }
}
