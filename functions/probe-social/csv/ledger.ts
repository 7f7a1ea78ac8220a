/** What a row of a file says, once however often and in however many files it stands. */
export interface Entry {
  /** The same in each copy of it. */
  readonly key: string;
  /** Rows that are alike may be of several people: it has neither id nor time of day. */
  readonly mayRepeat: boolean;
}

/**
 * The rows of several files that may overlap, as exports of overlapping periods do. What stands in two files counts once, with the
 * value of the newer; rows that may repeat count as often as in the file that has most of them.
 */
export class Ledger<Value> {
  readonly #rows = new Map<string, { value: Value; copies: number }>();
  #inThisFile = new Map<string, number>();

  nextFile(): void {
    this.#inThisFile = new Map();
  }

  take({ key, mayRepeat }: Entry, value: Value): void {
    let copies = 1;
    if (mayRepeat) {
      copies = (this.#inThisFile.get(key) ?? 0) + 1;
      this.#inThisFile.set(key, copies);
    }
    this.#rows.set(key, { value, copies: Math.max(copies, this.#rows.get(key)?.copies ?? 0) });
  }

  *values(): Generator<Value> {
    for (const { value, copies } of this.#rows.values()) for (let n = 0; n < copies; n++) yield value;
  }
}
