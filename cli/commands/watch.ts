import path from 'node:path';
import { nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import { type Configuration, scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit.ts';
import { type Flow, openFlow } from '../local/flow.ts';
import { createImportFolders } from '../local/import-folders.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { createLocalPage } from '../page/local-page.ts';
import type { Fetch } from '../page/local-server.ts';
import { readPort } from '../page/port.ts';
import { reportFailure, type ServedPage, startPage } from '../page/start-page.ts';
import type { Terminal } from '../terminal.ts';
import { createJournal } from '../watch/journal.ts';
import { createLandedFiles } from '../watch/landed-files.ts';
import { durationMs, openHere, tickEachMinute } from '../watch/minute-by-minute.ts';
import { WatchReport } from '../watch/watch-report.ts';
import { createWatcher, type Watcher } from '../watch/watcher.ts';
import { printAlert } from './run.ts';

export interface WatchOptions {
  readonly config: string;
  /** How long, such as `3m`; until Ctrl-C when absent. */
  readonly for?: string;
  /** False with `--no-page`. */
  readonly page?: boolean;
  /** The page's; the usual one, or the next that is free, when absent. */
  readonly port?: string;
}

/** Keeps running the checks at their intervals, as the stack would, until it is stopped. */
export async function watch(options: WatchOptions, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const forMs = durationMs(options.for);
  const port = readPort(options.port);
  const configuration = readTouchpoints(options.config, terminal);
  const checks = scheduledChecks(configuration);
  const folder = path.resolve(localFolder);
  const failure = new AbortController();
  const signal = AbortSignal.any([interrupted, failure.signal]);
  const report = new WatchReport(terminal, checks, configuration.timeZone);
  const onAlert = (text: string): void => printAlert(text, terminal);
  let page: ServedPage | null = null;
  const flow = await openHere(() =>
    openFlow(configuration, folder, terminal, onAlert, { pageAt: () => page?.linkTo ?? null }),
  );
  try {
    announce(configuration, checks, terminal);
    const { statuses } = flow.stores;
    const watcher = await createWatcher(checks, {
      now: Date.now,
      run: (visit) => flow.run(visit.checks, signal, visit.scheduledAt),
      sweep: flow.sweep,
      statuses,
      landed: createLandedFiles(checks, { now: Date.now, importFolders: createImportFolders(folder), statuses }),
      journal: createJournal(path.join(folder, 'watch.json')),
      report: (event) => {
        report.print(event);
        report.status(Date.now());
      },
      fail: (error) => failure.abort(error),
      signal,
    });
    if (options.page !== false) page = await servePage(configuration, folder, { flow, watcher }, port, terminal);
    const tick = async (): Promise<void> => {
      await watcher.tick().catch((error: unknown) => failure.abort(error));
      report.status(Date.now());
    };
    try {
      await tickEachMinute(tick, forMs, signal);
    } finally {
      await page?.close();
    }
    await watcher.idle();
    failure.signal.throwIfAborted();
    terminal.printJsonLine({ version: 1, event: 'stopped', at: toInstant(Date.now()) });
    terminal.print('Stopped. What had been measured is stored; "touchlight watch" goes on from here.');
    return exitCodes.ok;
  } finally {
    await flow.close();
  }
}

function announce({ business }: Configuration, checks: readonly Check[], terminal: Terminal): void {
  const from = nextFullMinute(toInstant(Date.now()));
  const ids = checks.map(({ id }) => id);
  terminal.printJsonLine({ version: 1, event: 'watching', from, process: process.pid, checks: ids });
  terminal.print(`Watching ${business}: ${counted(checks.length, 'check')}, each at its own interval. Ctrl-C stops.`);
}

function servePage(
  configuration: Configuration,
  folder: string,
  { flow, watcher }: { readonly flow: Flow; readonly watcher: Watcher },
  port: number | null,
  terminal: Terminal,
): Promise<ServedPage> {
  const fetchWith = (key: string): Fetch =>
    createLocalPage({
      ...{ configuration, folder, key, stores: flow.stores, refresh: flow.refresh },
      runNow: async (check) => watcher.runNow(check),
      onFailure: reportFailure(terminal),
    });
  return startPage(folder, fetchWith, port, terminal);
}
