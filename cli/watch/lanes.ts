import type { VisitRequest } from '../../shared/model/visit.ts';
import { type VisitKind, visitKinds } from '../../shared/model/visit-kind.ts';
import { specOf } from '../../shared/probes/index.ts';

type Lane = (typeof visitKinds)[VisitKind]['lane'];

/** Where visits wait for their turn: those of one lane go one after the other. */
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
  return visitKinds[specOf(checks[0]?.probe ?? '')?.visit ?? 'load'].lane;
}
