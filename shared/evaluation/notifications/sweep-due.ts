import type { Instant } from '../../model/instant.ts';
import { minuteMs } from '../../model/time-spans.ts';

/** Minutes between two sweeps of notify over all touchpoints. */
export const sweepEveryMinutes = 15;

/** @param minute the schedule's own time; seconds are ignored */
export function isSweepDue(minute: Instant): boolean {
  return Math.floor(Date.parse(minute) / minuteMs) % sweepEveryMinutes === 0;
}
