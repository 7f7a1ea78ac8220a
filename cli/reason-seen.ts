import type { FlowRun } from './local/flow.ts';

/** Why the light is what it is. */
export function reasonSeen({ evaluation, seen }: FlowRun): string {
  if (seen.lost !== 'clock-ahead') return evaluation.status.lastReason;
  return `An earlier run is dated in the future (${seen.measuredAt}). Set this machine's clock right; until then nothing is known.`;
}
