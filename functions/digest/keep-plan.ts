import { memoryOf } from '../../shared/evaluation/plan/plan.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import type { Stores } from '../../shared/ports/stores.ts';

/**
 * Keeps the plan as this digest told it, so that the next one can say what became of it, and closes what is gone by itself. The
 * first digest of a week counts; of a week that is not over or long past there is nothing to keep.
 */
export async function keepPlan(summary: WeekSummary, stores: Pick<Stores, 'plan'>): Promise<void> {
  const { week, now, plan, present } = summary;
  if (!present || now < week.to) return;
  const written = await stores.plan.remember(memoryOf(plan, { weekId: week.id, now }));
  if (written === 'already-there') return;
  const gone = new Set(plan.filter(({ fate }) => fate === 'gone').map(({ id }) => id));
  if (gone.size === 0) return;
  const closed = { how: 'gone', by: null, why: '', at: now } as const;
  for (const step of await stores.plan.list()) {
    // Who has just closed it or taken it anew has the last word.
    if (gone.has(step.id) && step.closed === null && step.changedAt < now)
      await stores.plan.put({ ...step, closed, changedAt: now }, step.changedAt);
  }
}
