export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Waits for one's turn: turns are `gapMs` apart, in the order in which they are asked for. */
export type Pace = () => Promise<void>;

export function createPace(gapMs: number, clock: Clock): Pace {
  let nextTurnAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    const turnAt = Math.max(now, nextTurnAt);
    nextTurnAt = turnAt + gapMs;
    if (turnAt > now) await clock.sleep(turnAt - now);
  };
}

/**
 * Milliseconds between two publishes of one notify. SNS switches an email subscription off that gets more than 10 a second.
 * An on-demand table begins with four partitions, each of which feeds a notify of its own, so each may publish twice a second.
 */
export const publishGapMs = 500;
