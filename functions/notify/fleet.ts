import PQueue from 'p-queue';
import type { LeftOut } from '../../shared/config/fleet/left-out.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import type { NotifyDeps } from './notify-touchpoint.ts';
import { touchpointsAtOnce } from './touchpoints-at-once.ts';
import { pauseDigest, type WatchDeps, watchDigest } from './watch-over.ts';

/** Whose digest is watched over. */
interface NotifiedDigest {
  readonly id: string | null;
  readonly configuration: WatchDeps['configuration'];
  /** Its own digests, and what operations were sent about them. */
  readonly stores: WatchDeps['stores'];
}

/** A business of a fleet as notify knows it. */
export interface NotifiedBusiness extends NotifiedDigest {
  readonly configuration: Configuration;
}

export interface NotifiedFleet {
  readonly businesses: readonly NotifiedBusiness[];
  /** The agency's own mail, which is watched over like a business's digest; absent where there is none. */
  readonly agency?: NotifiedDigest;
  /** Whose digests are not sent for now, because of files that could not be deployed. */
  readonly pausedDigests?: readonly Pick<NotifiedDigest, 'stores'>[];
  /** Of the business that owns the touchpoint; without touchpoints where the business was removed, so that its incidents are reported as ended. */
  readonly configurationOf: (touchpointId: string) => Configuration;
  /** Its business has a file that could not be deployed: nothing is measured, and nothing that is open has ended. */
  readonly isPaused: (touchpointId: string) => boolean;
}

/**
 * @param fallback holds for what belongs to no business any more
 * @param leftOut the businesses whose files could not be deployed
 */
export function notifiedFleet(
  businesses: readonly NotifiedBusiness[],
  fallback: Configuration,
  leftOut: readonly LeftOut[] = [],
): NotifiedFleet {
  const paused = new Set(leftOut.map(({ id }) => id));
  const byId = new Map(businesses.map(({ id, configuration }) => [id, configuration]));
  const removed = { ...fallback, touchpoints: [], maintenance: [] };
  return {
    businesses,
    configurationOf: (touchpointId) => byId.get(businessOf(touchpointId)) ?? removed,
    isPaused: (touchpointId) => paused.has(businessOf(touchpointId) ?? ''),
  };
}

type Settings = Pick<NotifyDeps, 'configuration' | 'keepsBoard'>;

/** What holds for the touchpoint: in a fleet, what its business has configured. */
export function settingsFor(
  touchpointId: string,
  { configuration, keepsBoard = false, fleet }: Settings & { readonly fleet?: NotifiedFleet },
): Settings {
  const own = fleet?.configurationOf(touchpointId);
  return own === undefined ? { configuration, keepsBoard } : { configuration: own, keepsBoard: own.page !== null };
}

/** Every business's digest is watched over; one that cannot be looked at keeps no other from it. @returns the failures */
export async function watchDigests(
  { businesses, agency, pausedDigests = [] }: NotifiedFleet,
  deps: Pick<WatchDeps, 'operations' | 'now'>,
): Promise<readonly unknown[]> {
  const queue = new PQueue({ concurrency: touchpointsAtOnce });
  const watches = [...businesses, ...(agency === undefined ? [] : [agency])]
    .filter(({ configuration }) => configuration.digest !== null)
    .map((business) => queue.add(() => watchDigest({ ...deps, ...ofBusiness(business, deps) })));
  const pauses = pausedDigests.map(({ stores }) => queue.add(() => pauseDigest(stores, deps.now)));
  const outcomes = await Promise.allSettled([...watches, ...pauses]);
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
}

/** Operations hear of several businesses, so each sentence says of which. */
function ofBusiness(
  { id, configuration, stores }: NotifiedDigest,
  { operations }: Pick<WatchDeps, 'operations'>,
): Pick<WatchDeps, 'configuration' | 'stores' | 'operations'> {
  return {
    ...{ configuration, stores },
    operations: { notify: (name, text) => operations.notify(name, id === null ? text : `${id}: ${text}`) },
  };
}
