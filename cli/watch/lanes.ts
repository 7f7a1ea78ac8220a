import PQueue from 'p-queue';
import type { Check } from '../../shared/model/check.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { type VisitKind, visitKinds } from '../../shared/model/visit-kind.ts';
import { specOf } from '../../shared/probes/index.ts';
import { type OfBusiness, TurnsByBusiness } from './turns-by-business.ts';

type Queued = PQueue<TurnsByBusiness, OfBusiness>;
type Lane = (typeof visitKinds)[VisitKind]['lane'];

/**
 * Where visits wait for their turn: those of one lane go one after the other, and of a fleet the businesses take turns, so that
 * none waits behind all that another one has due.
 */
export interface Lanes {
  add(visit: VisitRequest): void;
  /** Adds a visit of this check alone, unless one waits or is under way. */
  addNow(check: Check, nowMs: number): 'started' | 'under-way';
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/** @param work must not throw: nobody waits for it here */
export function createLanes(work: (visit: VisitRequest) => Promise<void>): Lanes {
  const lanes = new Map<Lane, Queued>();
  const laneFor = (visit: VisitRequest): Queued => {
    const name = laneOf(visit);
    const lane = lanes.get(name) ?? new PQueue({ concurrency: 1, queueClass: TurnsByBusiness });
    lanes.set(name, lane);
    return lane;
  };
  const unfinished = new Set<VisitRequest>();
  const add = (visit: VisitRequest): void => {
    unfinished.add(visit);
    const business = businessOf(visit.checks[0]?.id ?? '') ?? '';
    void laneFor(visit).add(() => work(visit).finally(() => unfinished.delete(visit)), { business });
  };
  return {
    add,
    addNow(check, nowMs) {
      if ([...unfinished].some(({ checks }) => checks.some(({ id }) => id === check.id))) return 'under-way';
      add({ scheduledAt: toInstant(nowMs), confirmation: false, checks: [check] });
      return 'started';
    },
    async idle() {
      await Promise.all([...lanes.values()].map((lane) => lane.onIdle()));
    },
  };
}

function laneOf({ checks }: VisitRequest): Lane {
  return visitKinds[specOf(checks[0]?.probe ?? '')?.visit ?? 'load'].lane;
}
