import type { z } from 'zod';
import {
  type Actor,
  acknowledgeIncident,
  type IncidentName,
  openIncidents,
  withdrawAcknowledgement,
} from '../../../shared/acting/acknowledging.ts';
import { endMaintenanceWindow, startMaintenanceWindow } from '../../../shared/acting/announcing.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { PageDeps, Session } from '../page-deps.ts';
import type { acknowledgeForm, endMaintenanceForm, runForm, startMaintenanceForm, withdrawForm } from './forms.ts';
import type { Outcome } from './outcomes.ts';

/** Does what a form asks for, in the name of the person who is signed in. */
export type Act<T> = (form: T, session: Session, deps: PageDeps) => Promise<Outcome>;

export const acknowledge: Act<z.infer<typeof acknowledgeForm>> = async ({ check, opened, why }, session, deps) => {
  const incident = await findOpen(check, opened, deps);
  if (typeof incident === 'string') return { failed: incident };
  const actor = actorOf(session, deps);
  const acknowledging = await acknowledgeIncident(incident, why, actor, deps.stores);
  if (acknowledging.outcome === 'acknowledged-later') return { failed: 'acknowledged-later' };
  if (acknowledging.outcome === 'acknowledged-before') return { done: 'acknowledged-before' };
  await deps.refresh(incident.touchpointId);
  const { before } = acknowledging;
  return { done: before === null || before.by === actor.by ? 'acknowledged' : 'acknowledged-instead' };
};

export const withdraw: Act<z.infer<typeof withdrawForm>> = async ({ check, opened }, session, deps) => {
  const incident = await findOpen(check, opened, deps);
  if (typeof incident === 'string') return { failed: incident };
  const withdrawn = await withdrawAcknowledgement(incident, actorOf(session, deps).now, deps.stores);
  if (withdrawn === null) return { failed: 'not-acknowledged' };
  if (withdrawn === 'outdated') return { failed: 'acknowledged-later' };
  await deps.refresh(incident.touchpointId);
  return { done: 'withdrawn' };
};

export const startMaintenance: Act<z.infer<typeof startMaintenanceForm>> = async (form, session, deps) => {
  const { touchpoint: touchpointId, minutes, why } = form;
  if (!isConfigured(touchpointId, deps.configuration)) return { failed: 'not-configured' };
  const wanted = { touchpointId, lengthMs: minutes * minuteMs, why };
  const { outcome } = await startMaintenanceWindow(wanted, actorOf(session, deps), deps);
  if (outcome !== 'started') return { failed: outcome === 'there' ? 'maintenance-there' : 'maintenance-changed' };
  await deps.refresh(touchpointId);
  return { done: 'maintenance-started' };
};

export const endMaintenance: Act<z.infer<typeof endMaintenanceForm>> = async ({ touchpoint }, session, deps) => {
  const { stores, configuration } = deps;
  if (!isConfigured(touchpoint, configuration)) return { failed: 'not-configured' };
  const { now } = actorOf(session, deps);
  const { outcome } = await endMaintenanceWindow(touchpoint, now, { stores, inFile: configuration.maintenance });
  if (outcome !== 'ended') return { failed: `maintenance-${outcome}` };
  await deps.refresh(touchpoint);
  return { done: 'maintenance-ended' };
};

export const run: Act<z.infer<typeof runForm>> = async ({ check: checkId }, _session, { configuration, runNow }) => {
  const check = findCheck(checkId, configuration);
  if (check === undefined) return { failed: 'not-configured' };
  const begun = await runNow(check);
  return begun === 'elsewhere' ? { failed: 'run-elsewhere' } : { done: `run-${begun}` };
};

/** Named as the page showed it: another incident that has opened meanwhile is not meant. */
async function findOpen(
  checkId: string,
  openedAt: string,
  { configuration, stores }: PageDeps,
): Promise<IncidentName | 'not-configured' | 'incident-over'> {
  const check = findCheck(checkId, configuration);
  if (check === undefined) return 'not-configured';
  const { touchpointId, id } = check;
  const open = await openIncidents(touchpointId, stores);
  const isOpen = open.some((incident) => incident.checkId === id && incident.openedAt === openedAt);
  return isOpen ? { touchpointId, checkId: id, openedAt } : 'incident-over';
}

function findCheck(checkId: string, { touchpoints }: Configuration): Check | undefined {
  return touchpoints.flatMap(({ checks }) => checks).find(({ id }) => id === checkId);
}

function isConfigured(touchpointId: string, { touchpoints }: Configuration): boolean {
  return touchpoints.some(({ id }) => id === touchpointId);
}

export function actorOf({ who }: Session, { now }: PageDeps): Actor {
  return { by: who, now: toInstant(now()) };
}
