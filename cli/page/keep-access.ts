import { isTableWanted, tableTakenOver } from '../local/table/own-table.ts';
import type { TableAccess } from './table-access.ts';

const lookEveryMs = 300;

export interface KeptAccess extends Pick<TableAccess, 'idle' | 'close'> {
  readonly now: () => Promise<TableAccess>;
}

/**
 * Keeps a page's way to the table: makes way for a process that wants to measure and goes on as its guest, and opens the table anew
 * when the process has ended whose guest it was.
 */
export async function keepAccess(folder: string, open: () => Promise<TableAccess>): Promise<KeptAccess> {
  let current = await open();
  let isOpen = true;
  let change: Promise<TableAccess> | null = null;
  const changeAfter = (wait: () => Promise<void>): Promise<TableAccess> => {
    change ??= (async () => {
      if (isOpen) await current.idle();
      if (isOpen) await current.close();
      isOpen = false;
      await wait();
      current = await open();
      isOpen = true;
      return current;
    })().finally(() => {
      change = null;
    });
    return change;
  };
  const makeWay = async (): Promise<void> => {
    if (change !== null || !isOpen || !current.isOwn || !(await isTableWanted(folder))) return;
    // Where the table cannot be opened now, the next request tries again and says why not.
    await changeAfter(() => tableTakenOver(folder)).catch(() => {});
  };
  const timer = setInterval(() => void makeWay(), lookEveryMs);
  return {
    async now() {
      if (change === null && isOpen && (await current.isThere())) return current;
      return changeAfter(async () => {});
    },
    idle: () => current.idle(),
    async close() {
      clearInterval(timer);
      await change?.catch(() => {});
      if (isOpen) await current.close();
    },
  };
}
