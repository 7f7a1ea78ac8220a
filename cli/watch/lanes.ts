import PQueue from 'p-queue';
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

/** @param work must not throw: nobody waits for it here */
export function createLanes(work: (visit: VisitRequest) => Promise<void>): Lanes {
  const lanes = new Map<Lane, PQueue>();
  const laneFor = (visit: VisitRequest): PQueue => {
    const name = laneOf(visit);
    const lane = lanes.get(name) ?? new PQueue({ concurrency: 1 });
    lanes.set(name, lane);
    return lane;
  };
  return {
    add: (visit) => void laneFor(visit).add(() => work(visit)),
    async idle() {
      await Promise.all([...lanes.values()].map((lane) => lane.onIdle()));
    },
  };
}

function laneOf({ checks }: VisitRequest): Lane {
  return visitKinds[specOf(checks[0]?.probe ?? '')?.visit ?? 'load'].lane;
}
