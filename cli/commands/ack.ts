import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
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
    const statuses = (await Promise.all(touchpointIds.map((id) => history.stores.statuses.list(id)))).flat();
    const open = statuses.flatMap(({ checkId, incident }) =>
      incident?.state === 'open' && checks.some(({ id }) => id === checkId) ? incident : [],
    );
    if (open.length === 0) {
      throw new UsageError(
        `Nothing is open at ${name}, so there is nothing to acknowledge. "touchlight incidents" lists what is.`,
      );
    }
    const now = toInstant(Date.now());
    const acknowledgements =
      options.undo === true
        ? (await withdrawn(open, history.stores)).map((each) => ({ ...each, withdrawnAt: now }))
        : open.map((incident) => acknowledgementOf(incident, now, options.why));
    for (const each of acknowledgements) await store(each, history.stores);
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

function acknowledgementOf({ touchpointId, checkId, openedAt }: Incident, now: string, why: string): Acknowledgement {
  return { touchpointId, checkId, subjectAt: openedAt ?? now, acknowledgedAt: now, why, withdrawnAt: null };
}

/** The acknowledgements that hold of these incidents. */
async function withdrawn(open: readonly Incident[], stores: Stores): Promise<Acknowledgement[]> {
  const found = await Promise.all(
    open.map(async ({ touchpointId, checkId, openedAt }) => {
      const from = openedAt ?? '';
      const those = await stores.acknowledgements.list(touchpointId, { from, to: `${from}~` });
      return those.filter((each) => each.checkId === checkId && each.withdrawnAt === null);
    }),
  );
  if (found.flat().length === 0) {
    throw new UsageError(
      `${open.map(({ checkId }) => checkId).join(', ')}: not acknowledged, so there is nothing to withdraw.`,
    );
  }
  return found.flat();
}

async function store(acknowledgement: Acknowledgement, stores: Stores): Promise<void> {
  if ((await stores.acknowledgements.put(acknowledgement)) === 'stored') return;
  throw new UsageError(
    `Someone else has just acknowledged ${acknowledgement.checkId}. "touchlight incidents" shows it.`,
  );
}
