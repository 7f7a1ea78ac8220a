import type { Call } from './call.ts';

/** So many missed calls in a row say no more than the first. */
const keptInARow = 200;

/**
 * Calls by customer, as small as they can be kept: of what is too old for any figure, only who still waits. So a file of years
 * takes no more room than the customers in it.
 */
export class CallBook {
  readonly #callers = new Map<string, { lastTalk: number; calls: Call[] }>();
  readonly #withheld: Call[] = [];
  readonly #settledBefore: number;

  /** @param settledBefore epoch milliseconds; what was answered before is of no interest */
  constructor(settledBefore: number) {
    this.#settledBefore = settledBefore;
  }

  take(call: Call): void {
    // A call of ours that nobody picked up leaves the customer where they were.
    if (!call.incoming && call.answeredAt === null) return;
    const isOld = call.startedAt < this.#settledBefore;
    if (call.customer === null) {
      if (call.incoming && !isOld) this.#withheld.push(call);
      return;
    }
    const caller = this.#callers.get(call.customer) ?? { lastTalk: Number.NEGATIVE_INFINITY, calls: [] };
    this.#callers.set(call.customer, caller);
    if (call.answeredAt === null && call.startedAt <= caller.lastTalk) return;
    if (!isOld || call.answeredAt === null) {
      if (call.answeredAt !== null || caller.calls.length < keptInARow) caller.calls.push(call);
      return;
    }
    caller.lastTalk = Math.max(caller.lastTalk, call.answeredAt);
    caller.calls = caller.calls.filter(({ startedAt }) => startedAt > caller.lastTalk);
  }

  /** Each customer's calls in order of time; null stands for all whose numbers are withheld. */
  *callers(): Iterable<readonly [customer: string | null, calls: readonly Call[]]> {
    const inOrder = (calls: readonly Call[]) => calls.toSorted((a, b) => a.startedAt - b.startedAt);
    for (const [customer, { calls, lastTalk }] of this.#callers) {
      const settling = Number.isFinite(lastTalk) ? [talkAt(lastTalk, customer)] : [];
      yield [customer, [...settling, ...inOrder(calls)]];
    }
    if (this.#withheld.length > 0) yield [null, inOrder(this.#withheld)];
  }
}

/** Old talks are kept as one time: a customer who waited before it waits no longer, no matter who called. */
function talkAt(at: number, customer: string): Call {
  return { id: null, incoming: false, customer, startedAt: at, endedAt: at, answeredAt: at, hungUp: false };
}
