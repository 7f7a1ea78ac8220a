import { showOnBoard } from '../../functions/notify/notify-touchpoint.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { printAlert } from '../commands/run.ts';
import { openFlow } from '../local/flow.ts';
import { StorageError } from '../local/storage-error.ts';
import { openSharedTable } from '../local/table/shared-table.ts';
import type { Terminal } from '../terminal.ts';
import { createLanes } from '../watch/lanes.ts';
import type { LocalSources } from './local-page.ts';

/** The table of a page that is served without watching. */
export interface TableAccess extends Pick<LocalSources, 'stores' | 'runNow' | 'refresh'> {
  /** Puts a touchpoint on the board as it is now, and sends nothing. */
  readonly show: (touchpointId: string) => Promise<void>;
  /** Opened by this process, not by another. */
  readonly isOwn: boolean;
  /** False when it was another process's, which has ended. */
  readonly isThere: () => Promise<boolean>;
  /** Resolves when no check is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** With the whole flow, so that a check can be run; as a guest where another process, such as a watch, has it. */
export async function openTableAccess(
  configuration: Configuration,
  folder: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<TableAccess> {
  try {
    const flow = await openFlow(configuration, folder, terminal, (text) => printAlert(text, terminal), {
      yields: true,
    });
    const { stores, refresh, close } = flow;
    const lanes = createLanes(async ({ checks, scheduledAt }) => {
      await flow.run(checks, signal, scheduledAt).catch((error: unknown) => {
        if (!signal.aborted) terminal.warn(error instanceof Error ? error.message : String(error));
      });
    });
    return {
      ...{ stores, refresh, close, idle: lanes.idle, isThere: async () => true, isOwn: true },
      runNow: async (check) => lanes.addNow(check, Date.now()),
      show: (touchpointId) => showNow(touchpointId, configuration, stores),
    };
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== 'in-use') throw error;
    const { storesOf, close, isThere } = await openSharedTable(folder);
    const stores = storesOf(businessOfConfiguration(configuration));
    const show = (touchpointId: string): Promise<void> => showNow(touchpointId, configuration, stores);
    // What is due is sent by the process that measures: two would send it twice.
    return {
      stores,
      close,
      isThere,
      show,
      refresh: show,
      isOwn: false,
      runNow: async () => 'elsewhere',
      idle: async () => {},
    };
  }
}

function showNow(touchpointId: string, configuration: Configuration, stores: TableAccess['stores']): Promise<void> {
  return showOnBoard(touchpointId, { stores, configuration, now: toInstant(Date.now()) });
}
