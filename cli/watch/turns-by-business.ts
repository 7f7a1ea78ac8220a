import type { Queue, QueueAddOptions } from 'p-queue';

export interface OfBusiness extends QueueAddOptions {
  /** Empty outside a fleet, where all wait in one line. */
  readonly business?: string;
}

type Work = () => Promise<unknown>;

/**
 * What waits, in a line for each business: they take turns, one visit each. Who has just come is served after all that are waiting,
 * and one that has thousands due still makes the others wait for one visit at a time.
 */
export class TurnsByBusiness implements Queue<Work, OfBusiness> {
  /** Those with something to do, in the order of their turns. */
  readonly #lines = new Map<string, { work: Work; options: Partial<OfBusiness> }[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  enqueue(work: Work, options: Partial<OfBusiness> = {}): void {
    const { business = '' } = options;
    const line = this.#lines.get(business);
    if (line === undefined) this.#lines.set(business, [{ work, options }]);
    else line.push({ work, options });
    this.#size += 1;
  }

  dequeue(): Work | undefined {
    const [turn] = this.#lines;
    if (turn === undefined) return undefined;
    const [business, line] = turn;
    const next = line.shift();
    // Behind the others, as long as it has more.
    this.#lines.delete(business);
    if (line.length > 0) this.#lines.set(business, line);
    this.#size -= 1;
    return next?.work;
  }

  filter(wanted: Readonly<Partial<OfBusiness>>): Work[] {
    return [...this.#lines.values()].flat().flatMap(({ work, options }) => {
      return wanted.priority === undefined || wanted.priority === options.priority ? [work] : [];
    });
  }

  /** All of a lane are alike: it has no priorities. */
  setPriority(): void {}
}
