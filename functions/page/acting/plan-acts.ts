import type { z } from 'zod';
import { closeAction, type Planning, reopenAction, takeAction } from '../../../shared/acting/planning.ts';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { ActDone } from '../../../shared/model/page-outcome.ts';
import type { PlanEntry } from '../../../shared/model/plan.ts';
import type { PageDeps, Session } from '../page-deps.ts';
import { readPlan } from '../plan/read-plan.ts';
import { type Act, actorOf } from './acts.ts';
import type { Outcome } from './outcomes.ts';
import type { doneForm, dropForm, reopenForm, takeForm } from './plan-forms.ts';

export const take: Act<z.infer<typeof takeForm>> = async ({ action, by, until, why }, session, deps) => {
  const { timeZone } = deps.configuration;
  if (until !== null && until < localDate(deps.now(), timeZone)) return { failed: 'plan-no-day' };
  const taking = { by: by === '' ? session.who : by, note: why, until };
  return change(action, 'plan-taken', session, deps, (entry, actor) => takeAction(entry, taking, actor, deps.stores));
};

export const done: Act<z.infer<typeof doneForm>> = ({ action, why }, session, deps) =>
  change(action, 'plan-done', session, deps, (entry, actor) => {
    return closeAction(entry, { how: 'done', why }, actor, deps.stores);
  });

export const drop: Act<z.infer<typeof dropForm>> = ({ action, why }, session, deps) =>
  change(action, 'plan-dropped', session, deps, (entry, actor) => {
    return closeAction(entry, { how: 'dropped', why }, actor, deps.stores);
  });

export const reopen: Act<z.infer<typeof reopenForm>> = ({ action }, session, deps) =>
  change(action, 'plan-reopened', session, deps, (entry, actor) => reopenAction(entry, actor, deps.stores));

async function change(
  id: string,
  ends: ActDone,
  session: Session,
  deps: PageDeps,
  act: (entry: PlanEntry, actor: ReturnType<typeof actorOf>) => Promise<Planning>,
): Promise<Outcome> {
  const entry = (await readPlan(deps, toInstant(deps.now()))).entries.find((each) => each.id === id);
  if (entry === undefined) return { failed: 'not-in-plan' };
  const { outcome } = await act(entry, actorOf(session, deps));
  if (outcome === 'saved') return { done: ends };
  return { failed: outcome === 'conflict' ? 'plan-changed' : 'plan-not-closed' };
}
