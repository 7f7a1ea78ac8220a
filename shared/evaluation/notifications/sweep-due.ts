import type { Instant } from '../../model/instant.ts';

/** Minutes between two sweeps of notify over all touchpoints. */
export const sweepEveryMinutes = 15;

/** @param minute the schedule's own time; seconds are ignored */
export function isSweepDue(minute: Instant): boolean {
  return Math.floor(Date.parse(minute) / 60_000) % sweepEveryMinutes === 0;
}
