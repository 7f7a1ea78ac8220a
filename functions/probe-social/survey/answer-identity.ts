import type { Entry } from '../csv/ledger.ts';
import type { SurveyColumns } from './columns.ts';

interface Answered {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Without a time of day. */
  readonly isDay: boolean;
  readonly score: number;
}

export interface Identity extends Entry {
  /** What the answer is known by in whatever file it stands. */
  readonly answer: string;
  /** Nothing but its order in the file tells it from others of the same second and score. */
  readonly isByTime: boolean;
}

/**
 * Knows the answers of one file again in every other export of the survey: longer ones, with other columns, in another order, under
 * headings in another language. An id of its own is the surest; otherwise it is told apart by when it was given and its score, and on a
 * day without a time by who gave it or what the customer wrote. Nothing of it depends on what a column is called, where it stands or how
 * long its texts are, and a question that was added later is empty in the answers before.
 */
export class AnswerIdentity {
  readonly #columns: SurveyColumns;
  readonly #seal: (text: string) => string;
  /** The different rows of this file, in order, whose answers are alike so far. */
  readonly #alike = new Map<string, string[]>();

  constructor(columns: SurveyColumns, seal: (text: string) => string) {
    this.#columns = columns;
    this.#seal = seal;
  }

  of(record: readonly string[], answered: Answered): Identity {
    const { at, isDay, score } = answered;
    const named = cellOf(record, this.#columns.id?.index);
    if (named !== '') return this.#once(`${named} ${at}`, false);
    if (!isDay) return this.#once(this.#numbered(timeAndScore(at, score), record), true);
    const base = `${at} ${score} ${this.#whoOrWhat(record)}`;
    return { answer: this.#numbered(base, record), key: this.#seal(base), mayRepeat: true, isByTime: false };
  }

  #once(answer: string, isByTime: boolean): Identity {
    return { answer, key: this.#seal(answer), mayRepeat: false, isByTime };
  }

  #whoOrWhat(record: readonly string[]): string {
    const { people, words } = this.#columns;
    const texts = (columns: readonly { readonly index: number }[]): string[] =>
      columns.map(({ index }) => cellOf(record, index)).filter((text) => text !== '');
    return texts(people)[0] ?? texts(words).toSorted().join('\n');
  }

  /** Two customers may answer in the same second; a row that stands there twice, as it does where exports are pasted together, is one. */
  #numbered(base: string, record: readonly string[]): string {
    const key = this.#seal(base);
    const row = this.#seal(JSON.stringify(record));
    const rows = this.#alike.get(key) ?? [];
    if (rows.length === 0) this.#alike.set(key, rows);
    if (!rows.includes(row)) rows.push(row);
    return numbered(base, rows.indexOf(row) + 1);
  }
}

/** What the first answers of one second and score are known by. */
export function answersByTime(at: number, score: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => numbered(timeAndScore(at, score), index + 1));
}

function timeAndScore(at: number, score: number): string {
  return `${at} ${score}`;
}

function numbered(base: string, number: number): string {
  return number === 1 ? base : `${base} #${number}`;
}

export function cellOf(record: readonly string[], index: number | undefined): string {
  return record[index ?? -1]?.trim() ?? '';
}
