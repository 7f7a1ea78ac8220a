import type { VisitRequest } from '../../shared/model/visit.ts';
import { specOf } from '../../shared/probes/index.ts';

type Lane = 'request' | 'browser' | 'poll';

/**
 * Where visits wait for their turn. Two browsers at once would disturb each other's measurements, so they go one after the
 * other; a plain request or a poll disturbs nobody, and does not wait behind a Lighthouse run.
 */
export interface Lanes {
  add(visit: VisitRequest): void;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/** @param work must not throw: what comes after it in the lane would never begin */
export function createLanes(work: (visit: VisitRequest) => Promise<void>): Lanes {
  const tails = new Map<Lane, Promise<void>>();
  return {
    add(visit) {
      const lane = laneOf(visit);
      tails.set(
        lane,
        (tails.get(lane) ?? Promise.resolve()).then(() => work(visit)),
      );
    },
    async idle() {
      await Promise.all(tails.values());
    },
  };
}

function laneOf({ checks }: VisitRequest): Lane {
  const visit = specOf(checks[0]?.probe ?? '')?.visit;
  return visit === 'request' || visit === 'poll' ? visit : 'browser';
}
