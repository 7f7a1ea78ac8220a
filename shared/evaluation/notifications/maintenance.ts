import type { Maintenance } from '../../model/business.ts';
import type { Instant } from '../../model/instant.ts';

/** The announced window that `at` lies in (`from` inclusive, `to` exclusive), or null. */
export function maintenanceAt(touchpointId: string, at: Instant, windows: readonly Maintenance[]): Maintenance | null {
  return windows.find((window) => window.touchpointId === touchpointId && window.from <= at && at < window.to) ?? null;
}

export function isInMaintenance(touchpointId: string, at: Instant, windows: readonly Maintenance[]): boolean {
  return maintenanceAt(touchpointId, at, windows) !== null;
}
