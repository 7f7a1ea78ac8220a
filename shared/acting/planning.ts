import { oneLine, shorten } from '../model/foreign-text.ts';
import { longestPlanName, longestPlanNote, type PlanAction, type PlanStep } from '../model/plan.ts';
import type { Stores } from '../ports/stores.ts';
import type { Actor } from './acknowledging.ts';

/** `conflict`: somebody else changed the action in this moment, and nothing was written. */
export type Planning =
  | { readonly outcome: 'saved'; readonly step: PlanStep }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'not-closed' };

type PlanStores = Pick<Stores, 'plan'>;

export interface Taking {
  /** Who does it: the actor, or somebody whom the actor names. */
  readonly by: string;
  readonly note: string;
  /** A day in the business's zone. */
  readonly until: string | null;
}

/** "I do it", or another day for it. What was closed is open again. */
export function takeAction(action: PlanAction, taking: Taking, { now }: Actor, stores: PlanStores): Promise<Planning> {
  const { by, note, until } = taking;
  const taken = { by: cut(by, longestPlanName), note: cut(note, longestPlanNote), until, at: now };
  return change(action, now, stores, () => ({ taken, closed: null }));
}

/** Done, or not worth it. */
export function closeAction(
  action: PlanAction,
  { how, why }: { readonly how: 'done' | 'dropped'; readonly why: string },
  { by, now }: Actor,
  stores: PlanStores,
): Promise<Planning> {
  const closed = { how, by: cut(by, longestPlanName), why: cut(why, longestPlanNote), at: now };
  return change(action, now, stores, (before) => ({ taken: before?.taken ?? null, closed }));
}

/** Closed too early. The person who had taken it still has it. */
export function reopenAction(action: PlanAction, { now }: Actor, stores: PlanStores): Promise<Planning> {
  return change(action, now, stores, (before) => {
    return before === undefined || before.closed === null ? null : { taken: before.taken, closed: null };
  });
}

function cut(text: string, limit: number): string {
  return shorten(oneLine(text), limit);
}

async function change(
  { id, kind, touchpointId, probe }: PlanAction,
  now: string,
  stores: PlanStores,
  to: (before: PlanStep | undefined) => Pick<PlanStep, 'taken' | 'closed'> | null,
): Promise<Planning> {
  const before = (await stores.plan.list()).find((step) => step.id === id);
  const changed = to(before);
  if (changed === null) return { outcome: 'not-closed' };
  const step = { id, kind, touchpointId, probe, ...changed, changedAt: now };
  const written = await stores.plan.put(step, before?.changedAt ?? null);
  return written === 'saved' ? { outcome: 'saved', step } : { outcome: 'conflict' };
}
