import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { privateFileMode } from '../private-folder.ts';
import { StorageError } from '../storage-error.ts';
import { type EmbeddedTable, openEmbeddedTable } from './embedded-table.ts';
import { findOwner } from './shared-table.ts';

/** A process that wants to measure leaves this file for an owner that makes way. */
const wantedFile = 'table-wanted';
const askEveryMs = 250;
const patienceMs = 10_000;

/**
 * Opens the table for a process that measures. A process that only shows what is there is asked to make way: it goes on as a
 * guest.
 * @throws StorageError
 */
export async function openOwnTable(folder: string): Promise<EmbeddedTable> {
  try {
    return await openEmbeddedTable(folder);
  } catch (error) {
    if (!isInUse(error) || (await findOwner(folder))?.yields !== true) throw error;
    const wanted = path.join(folder, wantedFile);
    await writeFile(wanted, '', { mode: privateFileMode });
    try {
      return await openSoon(folder, error);
    } finally {
      await rm(wanted, { force: true });
    }
  }
}

async function openSoon(folder: string, refusal: unknown): Promise<EmbeddedTable> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += askEveryMs) {
    await sleep(askEveryMs);
    const table = await openEmbeddedTable(folder).catch((error: unknown) => {
      // `stopped`: the other was just closing it.
      if (error instanceof StorageError && (error.fault === 'in-use' || error.fault === 'stopped')) return null;
      throw error;
    });
    if (table !== null) return table;
  }
  throw refusal;
}

/** For an owner that makes way. */
export async function isTableWanted(folder: string): Promise<boolean> {
  return access(path.join(folder, wantedFile)).then(
    () => true,
    () => false,
  );
}

/** Resolves when another process has the table and says how to reach it, or none has come. */
export async function tableTakenOver(folder: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += askEveryMs) {
    if ((await findOwner(folder)) !== null) return;
    await sleep(askEveryMs);
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof StorageError && error.fault === 'in-use';
}
