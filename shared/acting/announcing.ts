import { maintenanceAt } from '../evaluation/notifications/maintenance.ts';
import type { Maintenance } from '../model/business.ts';
import { type Instant, toInstant } from '../model/instant.ts';
import { dayMs } from '../model/time-spans.ts';
import { longestMaintenanceDays, type Stores } from '../ports/stores.ts';
import type { Actor } from './acknowledging.ts';

/** Where windows are announced: in the table, beside those of the file. */
export interface Announcements {
  readonly stores: Pick<Stores, 'maintenance'>;
  readonly inFile: readonly Maintenance[];
}

export type Starting =
  | { readonly outcome: 'started'; readonly window: Maintenance }
  | { readonly outcome: 'there'; readonly window: Maintenance }
  | { readonly outcome: 'changed' };

export type Ending =
  | { readonly outcome: 'ended'; readonly window: Maintenance }
  | { readonly outcome: 'in-file'; readonly window: Maintenance }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'changed' };

/** Those of the table that may still hold, or begin later. */
export function announcedMaintenance(
  touchpointId: string,
  now: Instant,
  stores: Pick<Stores, 'maintenance'>,
): Promise<Maintenance[]> {
  const from = toInstant(Date.parse(now) - longestMaintenanceDays * dayMs);
  return stores.maintenance.list(touchpointId, { from, to: '9999-12-31T23:59:59.999Z' });
}

/** Announces a window from now on, unless one announced in the table holds already. */
export async function startMaintenanceWindow(
  wanted: { readonly touchpointId: string; readonly lengthMs: number; readonly why: string },
  { by, now }: Actor,
  { stores }: Pick<Announcements, 'stores'>,
): Promise<Starting> {
  const { touchpointId, lengthMs, why } = wanted;
  const present = maintenanceAt(touchpointId, now, await announcedMaintenance(touchpointId, now, stores));
  if (present !== null) return { outcome: 'there', window: present };
  const window = { touchpointId, from: now, to: toInstant(Date.parse(now) + lengthMs), why, by };
  return (await stores.maintenance.start(window)) === 'started'
    ? { outcome: 'started', window }
    : { outcome: 'changed' };
}

/** Ends the window of the table that holds; one of the file ends where it stands. */
export async function endMaintenanceWindow(
  touchpointId: string,
  now: Instant,
  { stores, inFile }: Announcements,
): Promise<Ending> {
  const window = maintenanceAt(touchpointId, now, await announcedMaintenance(touchpointId, now, stores));
  if (window === null) {
    const filed = maintenanceAt(touchpointId, now, inFile);
    return filed === null ? { outcome: 'none' } : { outcome: 'in-file', window: filed };
  }
  if ((await stores.maintenance.end(window, now)) === 'conflict') return { outcome: 'changed' };
  return { outcome: 'ended', window: { ...window, to: now } };
}
