import { createHash } from 'node:crypto';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';

/** What a customer wrote beside a score, as a file has it. */
export interface FoundComment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly score: number;
  readonly text: string;
  /** What the answer is known by in whatever file it stands. */
  readonly answer: string;
  /** Nothing but its order in the file tells it from others of the same second and score. */
  readonly isByTime: boolean;
  /** By what the file knows who wrote it, or else their answer. */
  readonly person: string | null;
  readonly link: string | null;
}

/** So many are kept, whatever the files hold. */
const keptAtMost = 500;
/** What nobody reads to the end need not be held until then. */
const longestText = 2000;

/** Holds the newest comments of files that are read row by row, in any order and each once, in little memory. */
export class NewestComments {
  #all = new Map<string, FoundComment>();

  /** A newer file comes later, and may have another comment of the answer, or none any more. */
  take(key: string, comment: FoundComment): void {
    const text = shorten(oneLine(comment.text), longestText);
    if (text === '') this.#all.delete(key);
    else this.#all.set(key, { ...comment, text, answer: brief(comment.answer), person: shortened(comment.person) });
    if (this.#all.size >= 2 * keptAtMost) this.#all = new Map(this.#newest());
  }

  list(): FoundComment[] {
    return this.#newest().map(([, comment]) => comment);
  }

  #newest(): (readonly [string, FoundComment])[] {
    const order = (a: FoundComment, b: FoundComment): number => b.at - a.at || (a.answer < b.answer ? -1 : 1);
    return [...this.#all].toSorted(([, a], [, b]) => order(a, b)).slice(0, keptAtMost);
  }
}

/** An answer without an id is known by all that was written. */
export function brief(answer: string): string {
  return createHash('sha256').update(answer).digest('base64url');
}

function shortened(person: string | null): string | null {
  return person === null ? null : person.slice(0, longestText);
}
