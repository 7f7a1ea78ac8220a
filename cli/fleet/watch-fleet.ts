import path from 'node:path';
import type { FleetFolder } from '../../shared/config/fleet/fleet-folder.ts';
import { nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import { scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { printAlert } from '../commands/run.ts';
import { counted } from '../counted.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { type FlowPlace, openTidyTable } from '../local/flow.ts';
import { createImportFolders } from '../local/import-folders.ts';
import { localFolder } from '../local/private-folder.ts';
import { StorageError } from '../local/storage-error.ts';
import type { EmbeddedTable } from '../local/table/embedded-table.ts';
import type { Terminal } from '../terminal.ts';
import { createJournal } from '../watch/journal.ts';
import { createLandedFiles } from '../watch/landed-files.ts';
import { durationMs, openHere, tickEachMinute } from '../watch/minute-by-minute.ts';
import { WatchReport } from '../watch/watch-report.ts';
import { createWatcher, type WatcherDeps } from '../watch/watcher.ts';
import { browserShare } from './browser-share.ts';
import { createFleetFlow, type FleetFlow, type FleetFlowDeps } from './fleet-flow.ts';
import { readFleet } from './read-fleet-folder.ts';

export interface FleetWatchOptions {
  /** The folder. */
  readonly fleet: string;
  /** How long, such as `3m`; until Ctrl-C when absent. */
  readonly for?: string;
  /** Of a page, which no fleet has. */
  readonly port?: string;
}

/** Watches all businesses of a folder from one process: one browser at a time, and the businesses take turns at it. */
export async function watchFleet(
  options: FleetWatchOptions,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> {
  if (options.port !== undefined) throw new UsageError(`--port goes with one file: ${pageOf(options.fleet)}`);
  const forMs = durationMs(options.for);
  const fleet = readFleet(options.fleet, terminal);
  const checks = fleet.businesses.flatMap(({ configuration }) => scheduledChecks(configuration));
  const folder = path.resolve(localFolder);
  const failure = new AbortController();
  const signal = AbortSignal.any([interrupted, failure.signal]);
  const report = new WatchReport(terminal, checks, zoneOf(fleet));
  const table = await openHere(() =>
    openTidyTable(
      fleet.businesses.map(({ configuration }) => configuration),
      folder,
    ),
  );
  const onFailure: OnFailure = (business, error) => reportFailure(business, error, signal, terminal);
  const flow = flowOver(fleet, { table, folder, terminal }, onFailure);
  try {
    announce(fleet, checks.length, terminal);
    terminal.print(`The live page of a business: ${pageOf(options.fleet)}`);
    const watcher = await createWatcher(checks, {
      ...{ now: Date.now, signal, run: (visit) => flow.run(visit, signal), sweep: flow.sweep },
      ...storedIn(folder, table, checks, onFailure),
      report: (event) => {
        report.print(event);
        report.status(Date.now());
      },
      fail: (error) => failure.abort(error),
    });
    const tick = async (): Promise<void> => {
      await watcher.tick().catch((error: unknown) => failure.abort(error));
      report.status(Date.now());
    };
    await tickEachMinute(tick, forMs, signal);
    await watcher.idle();
    failure.signal.throwIfAborted();
    terminal.printJsonLine({ version: 1, event: 'stopped', at: toInstant(Date.now()) });
    terminal.print(
      `Stopped. What had been measured is stored; "touchlight watch --fleet ${options.fleet}" goes on from here.`,
    );
    return exitCodes.ok;
  } finally {
    await flow.close();
    await table.close();
  }
}

type OnFailure = FleetFlowDeps['onFailure'];

/** What a watch reads and keeps in the folder of this machine. A status that cannot be read stops no other business. */
function storedIn(
  folder: string,
  { stores }: Pick<EmbeddedTable, 'stores'>,
  checks: readonly Check[],
  onFailure: OnFailure,
): Pick<WatcherDeps, 'statuses' | 'landed' | 'journal'> {
  const importFolders = createImportFolders(folder);
  const statuses: WatcherDeps['statuses'] = {
    load: (touchpointId, checkId) =>
      stores.statuses.load(touchpointId, checkId).catch((error: unknown) => {
        if (error instanceof StorageError) throw error;
        onFailure(businessOf(touchpointId) ?? '', error);
        return null;
      }),
  };
  return {
    statuses,
    landed: createLandedFiles(checks, { now: Date.now, importFolders, statuses }),
    journal: createJournal(path.join(folder, 'watch-fleet.json')),
  };
}

function pageOf(folder: string): string {
  return `touchlight page --config ${path.join(folder, '<business>.yaml')}`;
}

function flowOver({ businesses }: FleetFolder, place: Omit<FlowPlace, 'onAlert'>, onFailure: OnFailure): FleetFlow {
  const { terminal } = place;
  return createFleetFlow(businesses, {
    ...place,
    onAlert: (text) => printAlert(text, terminal),
    onFailure,
  });
}

/** One log has one clock: the agency's, or this machine's. */
function zoneOf({ agency }: FleetFolder): string {
  return agency?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function announce({ agency, businesses, broken }: FleetFolder, checks: number, terminal: Terminal): void {
  terminal.printJsonLine({
    version: 1,
    event: 'watching',
    from: nextFullMinute(toInstant(Date.now())),
    process: process.pid,
    businesses: businesses.map(({ id }) => id),
    broken: broken.map(({ id, fileName, faults }) => ({ business: id, file: fileName, faults: faults.length })),
    checks,
  });
  const whose = agency === null ? '' : ` for ${agency.name}`;
  const without = broken.length === 0 ? '' : `, without ${broken.map(({ id }) => id).join(', ')} (see above)`;
  const all = counted(businesses.length, 'business', 'businesses');
  const due = counted(checks, 'check');
  terminal.print(`Watching ${all}${whose}${without}: ${due}, each at its own interval. Ctrl-C stops.`);
  const { warning } = browserShare(businesses.map(({ configuration }) => configuration));
  if (warning !== null) terminal.warn(warning);
}

function reportFailure(business: string, error: unknown, signal: AbortSignal, terminal: Terminal): void {
  if (signal.aborted) return;
  const reason = error instanceof Error ? error.message : String(error);
  terminal.printJsonLine({ version: 1, event: 'business-failed', business, reason });
  terminal.warn(`${business}: what was due could not be done, and counts as not measured. ${reason}`);
}
