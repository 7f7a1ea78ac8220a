import type { FleetBusiness } from '../../shared/config/fleet/read-fleet.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { createFlow, type Flow, type FlowBoundary, type FlowOutcome, type FlowPlace } from '../local/flow.ts';
import { StorageError } from '../local/storage-error.ts';

/** The flows of all businesses over one table. What goes wrong with one of them is reported and stops no other. */
export interface FleetFlow {
  run(visit: VisitRequest, signal: AbortSignal): Promise<FlowOutcome>;
  sweep(): Promise<readonly Notification[]>;
  close(): Promise<void>;
}

export interface FleetFlowDeps extends FlowPlace {
  /** Hears what could not be done for a business. */
  readonly onFailure: (business: string, error: unknown) => void;
}

const nothing: FlowOutcome = { runs: [], notifications: [] };

export function createFleetFlow(
  businesses: readonly FleetBusiness[],
  { onFailure, ...place }: FleetFlowDeps,
  boundary: FlowBoundary = {},
): FleetFlow {
  const flows = new Map(
    businesses.map(({ id, configuration }) => [id ?? '', createFlow(configuration, place, boundary)] as const),
  );
  const attempt = async <T>(business: string, work: (flow: Flow) => Promise<T>, otherwise: T): Promise<T> => {
    const flow = flows.get(business);
    if (flow === undefined) return otherwise;
    try {
      return await work(flow);
    } catch (error) {
      // A table that cannot be written is the machine's fault, and the same for all.
      if (error instanceof StorageError) throw error;
      onFailure(business, error);
      return otherwise;
    }
  };
  return {
    async run({ checks, scheduledAt }, signal) {
      const business = businessOf(checks[0]?.id ?? '') ?? '';
      return attempt(business, (flow) => flow.run(checks, signal, scheduledAt), nothing);
    },
    async sweep() {
      const sent: Notification[] = [];
      for (const business of flows.keys()) sent.push(...(await attempt(business, (flow) => flow.sweep(), [])));
      return sent;
    },
    async close() {
      await Promise.all(Array.from(flows.values(), (flow) => flow.close()));
    },
  };
}
