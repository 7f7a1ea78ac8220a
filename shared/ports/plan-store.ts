import type { PlanMemory, PlanStep } from '../model/plan.ts';

/** The plan's memory: what people did about actions, and what each digest listed. */
export interface PlanStore {
  /** What people did, of all actions. Consistently read. */
  list(): Promise<PlanStep[]>;
  /**
   * Saves it if the stored one still has `previousAt` as its changedAt (null: if there is none yet); `conflict` when somebody
   * else changed it meanwhile.
   */
  put(step: PlanStep, previousAt: string | null): Promise<'saved' | 'conflict'>;
  /** The plan as the last digest before that week listed it; null where there was none. */
  newest(beforeWeekId: string): Promise<PlanMemory | null>;
  /** What the digest of a week listed. The first one of a week stays, so that what was told stays what it was. */
  remember(memory: PlanMemory): Promise<'stored' | 'already-there'>;
}
