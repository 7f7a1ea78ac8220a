import { memoryOf } from '../../shared/evaluation/plan/plan.ts';
import { standingOf } from '../../shared/evaluation/week/plan-of-week.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { standingOfTheme } from '../../shared/evaluation/week/theme-actions.ts';
import type { PlanStep } from '../../shared/model/plan.ts';
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
  const isOver = overIn(summary);
  for (const step of await stores.plan.list()) {
    // Who has just closed it or taken it anew has the last word.
    if (step.changedAt >= now || !isOver(step)) continue;
    const closed = { how: 'gone', by: step.closed?.by ?? null, why: step.closed?.why ?? '', at: now } as const;
    await stores.plan.put({ ...step, closed, changedAt: now }, step.changedAt);
  }
}

/**
 * What was dropped is asked of nobody as long as its trouble lasts: once that has ended, a later one is another. What keeps breaking has
 * no light that says so.
 */
function overIn({ plan, touchpoints, themes }: WeekSummary): (step: PlanStep) => boolean {
  const fates = new Map(plan.map(({ id, fate }) => [id, fate]));
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return (step) => {
    const { id, kind, closed } = step;
    if (closed === null) return fates.get(id) === 'gone';
    const standing = kind === 'theme' ? standingOfTheme(id, themes) : standingOf(step, byId);
    return closed.how === 'dropped' && kind !== 'steady' && !fates.has(id) && standing === 'well';
  };
}
