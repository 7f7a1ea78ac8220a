import {
  acknowledgeIncident,
  type IncidentName,
  openIncidents,
  withdrawAcknowledgement,
} from '../../shared/acting/acknowledging.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { thisPerson } from '../local/this-person.ts';
import { selectChecks } from '../options/select-checks.ts';
import type { Terminal } from '../terminal.ts';

export interface AckOptions {
  readonly config: string;
  readonly stack?: string;
  readonly why: string;
  /** Take it back: reminders come again. */
  readonly undo?: boolean;
}

/** "Seen it, working on it": no reminders of what is open there until it gets worse or is over. */
export async function acknowledge(name: string, options: AckOptions, terminal: Terminal): Promise<number> {
  const checks = selectChecks(readTouchpoints(options.config, terminal), [name]);
  const history = await openHistory(options);
  try {
    const touchpointIds = [...new Set(checks.map(({ touchpointId }) => touchpointId))];
    const now = toInstant(Date.now());
    const open = (await Promise.all(touchpointIds.map((id) => openIncidents(id, history.stores))))
      .flat()
      .filter(({ checkId }) => checks.some(({ id }) => id === checkId))
      .map((incident) => ({ ...incident, openedAt: incident.openedAt ?? now }));
    if (open.length === 0) {
      throw new UsageError(
        `Nothing is open at ${name}, so there is nothing to acknowledge. "touchlight incidents" lists what is.`,
      );
    }
    const acknowledgements =
      options.undo === true
        ? await withdrawAll(open, now, history.stores)
        : await acknowledgeAll(open, options.why, now, history.stores);
    terminal.printJson({ version: 1, acknowledgements });
    for (const { checkId } of acknowledgements) {
      terminal.print(
        options.undo === true
          ? `${checkId}: acknowledgement withdrawn; reminders resume.`
          : `${checkId}: acknowledged; no reminders until it gets worse or is over.`,
      );
    }
    return exitCodes.ok;
  } finally {
    await history.close();
  }
}

async function acknowledgeAll(
  open: readonly IncidentName[],
  why: string,
  now: Instant,
  stores: Stores,
): Promise<Acknowledgement[]> {
  const acknowledged: Acknowledgement[] = [];
  for (const incident of open) {
    const done = await acknowledgeIncident(incident, why, { by: thisPerson(), now }, stores);
    if (done.outcome === 'acknowledged-later') throw overtaken(incident);
    acknowledged.push(done.acknowledgement);
  }
  return acknowledged;
}

async function withdrawAll(open: readonly IncidentName[], now: Instant, stores: Stores): Promise<Acknowledgement[]> {
  const withdrawn: Acknowledgement[] = [];
  for (const incident of open) {
    const done = await withdrawAcknowledgement(incident, now, stores);
    if (done === 'outdated') throw overtaken(incident);
    if (done !== null) withdrawn.push(done);
  }
  if (withdrawn.length === 0) {
    throw new UsageError(
      `${open.map(({ checkId }) => checkId).join(', ')}: not acknowledged, so there is nothing to withdraw.`,
    );
  }
  return withdrawn;
}

function overtaken({ checkId }: IncidentName): UsageError {
  return new UsageError(`Someone else has just acknowledged ${checkId}. "touchlight incidents" shows it.`);
}
