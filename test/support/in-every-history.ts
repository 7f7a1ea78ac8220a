import fc from 'fast-check';
import type { Policy } from '../../shared/model/check.ts';
import { aHistory, type Step } from './a-history.ts';
import { Life } from './a-life.ts';

/** Histories per invariant; TOUCHLIGHT_HISTORIES=20000 is the long run. */
const HISTORIES = Number(process.env['TOUCHLIGHT_HISTORIES'] ?? 300);

function lived({ steps, policy }: { steps: readonly Step[]; policy: Partial<Policy> }): Life {
  const life = new Life(policy);
  for (const step of steps) life.live(step);
  return life;
}

/** Asserts it of many random histories. */
export function holds(invariant: (life: Life, policy: Partial<Policy>) => void): void {
  fc.assert(
    fc.property(aHistory, (history) => invariant(lived(history), history.policy)),
    { numRuns: HISTORIES },
  );
}
