import { toInstant } from '../../shared/model/instant.ts';
import type { TurnStore } from '../../shared/ports/stores.ts';
import type { Exclusively } from './notify-touchpoint.ts';

/** A turn is one plan and one publish, which take seconds; a notify that is stopped in between loses it after this long. */
const turnMs = 60_000;
/** Longer than a turn, so that one that was never ended holds up the next and no more. */
const patienceMs = 90_000;
const lookAgainMs = 1000;

export interface TurnDeps {
  readonly turns: TurnStore;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** A new word each time it is asked. */
  readonly newOwner: () => string;
}

/** The stream and the sweep run in processes of their own: only one of them notifies about a touchpoint at a time. */
export function takeTurns({ turns, now, sleep, newOwner }: TurnDeps): Exclusively {
  return async (touchpointId, work) => {
    const owner = newOwner();
    const take = () => turns.take(touchpointId, owner, toInstant(now()), toInstant(now() + turnMs));
    const giveUpAt = now() + patienceMs;
    while ((await take()) === 'taken') {
      if (now() >= giveUpAt) {
        throw new Error(
          `Another process has been notifying about ${touchpointId} for more than ${patienceMs / 1000} seconds. Its turn ends by itself; try again.`,
        );
      }
      await sleep(lookAgainMs);
    }
    try {
      return await work();
    } finally {
      await turns.end(touchpointId, owner);
    }
  };
}
