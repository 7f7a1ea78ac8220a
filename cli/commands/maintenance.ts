import { announcedMaintenance, endMaintenanceWindow, startMaintenanceWindow } from '../../shared/acting/announcing.ts';
import { unknownName } from '../../shared/config/suggest.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { longestMaintenanceDays, type Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { thisPerson } from '../local/this-person.ts';
import { readSpan } from '../options/span.ts';
import type { Terminal } from '../terminal.ts';

export interface MaintenanceOptions {
  readonly config: string;
  readonly stack?: string;
}

/** A desk at which windows are announced and ended: the table, the file's windows, and what time it is. */
interface Desk {
  readonly stores: Stores;
  readonly configuration: Configuration;
  readonly now: Instant;
}

/** No alerts are sent about the touchpoint for so long; what is still open then is sent then. */
export async function startMaintenance(
  touchpointId: string,
  duration: string,
  options: MaintenanceOptions & { readonly why: string },
  terminal: Terminal,
): Promise<number> {
  const lengthMs = readSpan('The length', duration, { min: '5m', max: `${longestMaintenanceDays}d` });
  return atDesk(options, terminal, async (desk) => {
    const { configuration, stores, now } = desk;
    knownTouchpoint(configuration, touchpointId);
    const wanted = { touchpointId, lengthMs, why: options.why };
    const starting = await startMaintenanceWindow(wanted, { by: thisPerson(), now }, { stores });
    if (starting.outcome === 'there') {
      throw new UsageError(
        `${touchpointId} is in maintenance until ${moment(starting.window.to, desk)} already (${starting.window.why}). ` +
          `"touchlight maintenance end ${touchpointId}" ends it.`,
      );
    }
    if (starting.outcome === 'changed') {
      throw new UsageError(`Somebody else has announced maintenance of ${touchpointId} in this moment.`);
    }
    const { window } = starting;
    terminal.printJson({ version: 1, started: window });
    terminal.print(
      `${touchpointId} is in maintenance until ${moment(window.to, desk)}: it is measured, and no alerts are sent.`,
    );
    return exitCodes.ok;
  });
}

/** Ends what was announced at the command line now. */
export async function endMaintenance(
  touchpointId: string,
  options: MaintenanceOptions,
  terminal: Terminal,
): Promise<number> {
  return atDesk(options, terminal, async (desk) => {
    const { configuration, stores, now } = desk;
    knownTouchpoint(configuration, touchpointId);
    const ending = await endMaintenanceWindow(touchpointId, now, { stores, inFile: configuration.maintenance });
    switch (ending.outcome) {
      case 'none':
        throw new UsageError(`${touchpointId} is not in maintenance.`);
      case 'in-file':
        throw new UsageError(
          `The maintenance of ${touchpointId} stands in ${options.config} (until ${moment(ending.window.to, desk)}): change it there.`,
        );
      case 'changed':
        throw new UsageError(`Somebody else has ended the maintenance of ${touchpointId} in this moment.`);
      case 'ended':
        terminal.printJson({ version: 1, ended: ending.window });
    }
    terminal.print(
      `The maintenance of ${touchpointId} is over; what is still open is announced with the next run or sweep.`,
    );
    return exitCodes.ok;
  });
}

/** What is announced now and later, in the file and at the command line. */
export async function listMaintenance(options: MaintenanceOptions, terminal: Terminal): Promise<number> {
  return atDesk(options, terminal, async (desk) => {
    const { configuration, now } = desk;
    const stored = await Promise.all(
      configuration.touchpoints.map(({ id }) => announcedMaintenance(id, now, desk.stores)),
    );
    const windows = [
      ...stored.flat().map((window) => ({ ...window, announced: 'table' as const })),
      ...configuration.maintenance.map((window) => ({ ...window, announced: 'file' as const })),
    ]
      .filter(({ to }) => to > now)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    terminal.printJson({ version: 1, maintenance: windows });
    if (windows.length === 0) terminal.print('No maintenance is announced.');
    for (const { touchpointId, from, to, why, by, announced: where } of windows) {
      const source = where === 'file' ? options.config : by;
      const until = `${from <= now ? 'now' : moment(from, desk)} until ${moment(to, desk)}`;
      terminal.print(`${terminal.bold(touchpointId)}  ${until}: ${why}${source === undefined ? '' : ` (${source})`}`);
    }
    return exitCodes.ok;
  });
}

async function atDesk(
  options: MaintenanceOptions,
  terminal: Terminal,
  work: (desk: Desk) => Promise<number>,
): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const history = await openHistory(options);
  try {
    return await work({ stores: history.stores, configuration, now: toInstant(Date.now()) });
  } finally {
    await history.close();
  }
}

function knownTouchpoint({ touchpoints }: Configuration, touchpointId: string): void {
  if (touchpoints.some(({ id }) => id === touchpointId)) return;
  const known = touchpoints.map(({ id }) => id);
  const all = `This configuration has: ${known.join(', ')}.`;
  throw new UsageError(unknownName('No touchpoint', touchpointId, known, all));
}

function moment(at: Instant, { configuration, now }: Desk): string {
  return formatFor('en').moment(at, configuration.timeZone, now);
}
