import { type Look, lookAt } from '../../shared/evaluation/notifications/look.ts';
import { historySince } from '../../shared/evaluation/notifications/plan-notifications.ts';
import { entryAfter, isSameEntry } from '../../shared/evaluation/notifications/watched-touchpoint.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Sent } from '../../shared/model/notification.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { WatchedTouchpoint } from '../../shared/model/watched-touchpoint.ts';
import type { Notifier } from '../../shared/ports/notifier.ts';
import { longestMaintenanceDays, type Range, type Stores } from '../../shared/ports/stores.ts';
import { keepBoard } from './keep-board.ts';

/** Runs the work when no other process notifies about the touchpoint. */
export type Exclusively = <T>(touchpointId: string, work: () => Promise<T>) => Promise<T>;

export interface NotifyDeps {
  readonly stores: Stores;
  readonly notifier: Notifier;
  readonly configuration: Pick<Configuration, 'touchpoints' | 'calendar' | 'maintenance'>;
  readonly now: Instant;
  /** Absent where one process does it all, one touchpoint after the other. */
  readonly exclusively?: Exclusively;
  /** Since when this process has been measuring, where nothing measures without it. */
  readonly watchingSince?: Instant;
  /** The registry's entry, where the caller has read it already: null when there is none. */
  readonly entry?: WatchedTouchpoint | null;
  /** Keeps what the live page shows; absent where there is no page. */
  readonly keepsBoard?: boolean;
}

/** What was decided, and from what. */
export interface Outcome extends Look {
  /** The registry's entry now; null when nothing about the touchpoint needs to be remembered. */
  readonly entry: WatchedTouchpoint | null;
}

const endOfTime = '9999-12-31T23:59:59.999Z';

/**
 * Notifies about one touchpoint where something is due now. Level-triggered: a lost call is made good by the next one, and a
 * repeated one finds everything sent. The log is written after the send, so what was sent and not logged is sent again:
 * better twice than never. The stream and the sweep may come at once, so the one with something to send takes the
 * touchpoint's turn and looks again.
 */
export async function notifyTouchpoint(touchpointId: string, deps: NotifyDeps): Promise<Outcome> {
  const entry = deps.entry === undefined ? await deps.stores.touchpoints.load(touchpointId) : deps.entry;
  const first = await planFor(touchpointId, entry, deps);
  if (first.notification === null) return remember(first, [], deps);
  const { exclusively = (_, work) => work() } = deps;
  return exclusively(touchpointId, async () => {
    const again = deps.exclusively === undefined ? first : await planFor(touchpointId, entry, deps);
    return remember(again, await send(again, deps), deps);
  });
}

/** Puts the touchpoint on the board as it is now and sends nothing: where another process does. */
export async function showOnBoard(
  touchpointId: string,
  deps: Omit<NotifyDeps, 'notifier' | 'keepsBoard'>,
): Promise<void> {
  const entry = deps.entry === undefined ? await deps.stores.touchpoints.load(touchpointId) : deps.entry;
  const { situation, acknowledged } = await planFor(touchpointId, entry, deps);
  await keepBoard({ ...situation, acknowledgements: acknowledged }, deps);
}

interface Planned extends Look {
  /** As it is stored. */
  readonly stored: WatchedTouchpoint | null;
  /** Those that hold. */
  readonly acknowledged: readonly Acknowledgement[];
}

async function planFor(
  touchpointId: string,
  stored: WatchedTouchpoint | null,
  deps: Omit<NotifyDeps, 'notifier'>,
): Promise<Planned> {
  const { stores, configuration, now } = deps;
  const checks = configuration.touchpoints.find(({ id }) => id === touchpointId)?.checks ?? [];
  // Statuses first: an incident that ends in between is then in the history at the latest.
  const statuses = await stores.statuses.list(touchpointId);
  const since = { from: historySince(statuses, now, stored?.openSince), to: endOfTime };
  const [incidents, sent, acknowledgements, announced] = await Promise.all([
    stores.incidents.list(touchpointId, since),
    stores.sent.list(touchpointId, since),
    stores.acknowledgements.list(touchpointId, since),
    stores.maintenance.list(touchpointId, mayStillHold(now)),
  ]);
  const acknowledged = acknowledgements.filter(({ withdrawnAt }) => withdrawnAt === null);
  const look = lookAt({
    ...{ touchpointId, statuses, incidents, sent, checks, calendar: configuration.calendar },
    maintenance: [...configuration.maintenance, ...announced],
    acknowledgements,
    entry: stored,
    ...(deps.watchingSince !== undefined && { watchingSince: deps.watchingSince }),
    now,
  });
  return { ...look, stored, acknowledged };
}

async function send({ notification, newlySent }: Planned, { stores, notifier }: NotifyDeps): Promise<readonly Sent[]> {
  if (notification === null) return [];
  await notifier.send(notification);
  for (const entry of newlySent) await stores.sent.record(entry);
  return newlySent;
}

/** Keeps the registry's entry true: what is watched, and from where on the log of what was sent must be read. */
async function remember(planned: Planned, newlySent: readonly Sent[], deps: NotifyDeps): Promise<Outcome> {
  const { stored, acknowledged, ...look } = planned;
  const { touchpoints } = deps.stores;
  const entry = entryAfter(look.situation, stored, newlySent);
  if (entry === null && stored !== null) await touchpoints.remove(stored.touchpointId);
  if (entry !== null && !isSameEntry(stored, entry)) await touchpoints.save(entry);
  if (deps.keepsBoard === true) await keepBoard({ ...look.situation, acknowledgements: acknowledged }, deps);
  return { ...look, entry };
}

/** When a window must have begun to hold now. */
function mayStillHold(now: Instant): Range {
  const nowMs = Date.parse(now);
  return { from: toInstant(nowMs - longestMaintenanceDays * dayMs), to: toInstant(nowMs + 1) };
}
