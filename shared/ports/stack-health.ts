import type { StackHealth } from '../model/stack-health.ts';

/** Looks at the stack's own topics and dead letters. What AWS does not answer is part of the answer. */
export interface HealthReader {
  read(): Promise<StackHealth>;
}

/** Whose look at a week it is, so that operations are notified once. */
export interface HealthLog {
  /** `ours`: look, and notify. `taken`: somebody has, or is about to. A claim that was never settled can be taken again later. */
  claim(weekId: string, at: string): Promise<'ours' | 'taken'>;
  /** `sent`: the week is done with. `released`: nothing could be sent, so the next one may try. */
  settle(weekId: string, end: 'sent' | 'released', at: string): Promise<void>;
}
