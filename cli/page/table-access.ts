import { showOnBoard } from '../../functions/notify/notify-touchpoint.ts';
import type { Configuration } from '../../shared/model/business.ts';
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
    const flow = await openFlow(configuration, folder, terminal, (text) => printAlert(text, terminal));
    const { stores, refresh, close } = flow;
    const lanes = createLanes(async ({ checks, scheduledAt }) => {
      await flow.run(checks, signal, scheduledAt).catch((error: unknown) => {
        if (!signal.aborted) terminal.warn(error instanceof Error ? error.message : String(error));
      });
    });
    return {
      ...{ stores, refresh, close, idle: lanes.idle, isThere: async () => true },
      runNow: async (check) => lanes.addNow(check, Date.now()),
      show: (touchpointId) => showNow(touchpointId, configuration, stores),
    };
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== 'in-use') throw error;
    const { stores, close, isThere } = await openSharedTable(folder);
    const show = (touchpointId: string): Promise<void> => showNow(touchpointId, configuration, stores);
    // What is due is sent by the process that measures: two would send it twice.
    return { stores, close, isThere, show, refresh: show, runNow: async () => 'elsewhere', idle: async () => {} };
  }
}

function showNow(touchpointId: string, configuration: Configuration, stores: TableAccess['stores']): Promise<void> {
  return showOnBoard(touchpointId, { stores, configuration, now: toInstant(Date.now()) });
}

/** Opens the table anew when the process has ended whose it was, so that the page goes on. */
export async function keepAccess(
  open: () => Promise<TableAccess>,
): Promise<Pick<TableAccess, 'idle' | 'close'> & { readonly now: () => Promise<TableAccess> }> {
  let current = await open();
  let reopening: Promise<TableAccess> | null = null;
  const reopen = async (): Promise<TableAccess> => {
    await current.close();
    current = await open();
    return current;
  };
  return {
    async now() {
      if (reopening === null && (await current.isThere())) return current;
      reopening ??= reopen().finally(() => {
        reopening = null;
      });
      return reopening;
    },
    idle: () => current.idle(),
    close: () => current.close(),
  };
}
