import { randomUUID } from 'node:crypto';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { createDynamoClient } from '../../../shared/aws/dynamo-client.ts';
import { ensureTable } from '../../../shared/aws/ensure-table.ts';
import { explainFailures } from '../../../shared/aws/explain-failures.ts';
import { removeExpired, type Watched } from '../../../shared/aws/remove-expired.ts';
import { createStores } from '../../../shared/aws/stores.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { localTableName } from '../../../shared/model/table-keys.ts';
import { tolerant } from '../../../shared/model/tolerant.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { keepPrivate, narrowNewFiles, privateFileMode, widenNewFiles } from '../private-folder.ts';
import { causeOf, failToWrite, StorageError, storageFaultOf } from '../storage-error.ts';
import { checkTableFolder, damagedSentence } from './table-folder.ts';
import type { TableWorkerData, TableWorkerReady } from './table-worker.ts';

export interface EmbeddedTable {
  /** Of a configuration of its own, outside a fleet. */
  readonly stores: Stores;
  /** Of a business of a fleet. */
  storesOf(business: string | null): Stores;
  /** Where and with which access key DynamoDB's protocol is spoken, for people who want to look inside. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  /** Removes what has expired of these touchpoints, as DynamoDB would by itself; returns how many items. `now` in epoch milliseconds. */
  removeExpired(touchpoints: readonly Watched[], now: number): Promise<number>;
  close(): Promise<void>;
}

/** What the process that has the table open leaves beside it, for its own user: who it is, and how to speak to the table. */
export const tableOwnerSchema = z.strictObject({
  pid: z.number().int(),
  startedAt: z.string(),
  endpoint: z.url(),
  accessKeyId: z.string(),
  /** It only shows what is there and makes way for a process that measures; absent in earlier versions. */
  yields: z.boolean().optional(),
});
export const tableOwnerFile = 'table-owner.json';

/** A second open by this very process would take LevelDB's lock away from the first (fcntl locks belong to processes). */
const openHere = new Set<string>();

/**
 * Opens the table under `<folder>/table`, creating both when absent. One process at a time. Every acknowledged write has been
 * handed to the operating system, so it outlives a killed process (not a power cut in the same second).
 * @param yields whether this process makes way for one that measures
 * @throws StorageError with a sentence that says what to do
 */
export async function openEmbeddedTable(folder: string, yields = false): Promise<EmbeddedTable> {
  await keepPrivate(folder).catch((error: unknown) => failToWrite('The table', folder, error));
  const path = join(await realpath(folder), 'table');
  const ownerFile = join(folder, tableOwnerFile);
  if (openHere.has(path)) {
    throw new StorageError(
      'in-use',
      `The table in ${path} is already open in this process. Close it before opening it again.`,
    );
  }
  openHere.add(path);
  narrowNewFiles();
  try {
    await checkTableFolder(path).catch(async (error: unknown) => {
      throw await storageError(path, ownerFile, error);
    });
    const table = await serve(path);
    const { endpoint, accessKeyId } = table;
    const owner = { pid: process.pid, startedAt: toInstant(Date.now()), endpoint, accessKeyId, yields };
    await rm(ownerFile, { force: true }); // a file that is there keeps the rights that it had
    await writeFile(ownerFile, JSON.stringify(owner), { mode: privateFileMode });
    return {
      ...table,
      async close() {
        await rm(ownerFile, { force: true });
        await table.close();
        leave(path);
      },
    };
  } catch (error) {
    leave(path);
    throw error;
  }
}

function leave(path: string): void {
  openHere.delete(path);
  if (openHere.size === 0) widenNewFiles();
}

async function serve(path: string): Promise<EmbeddedTable> {
  const accessKeyId = randomUUID();
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData: { path, accessKeyId } satisfies TableWorkerData,
    execArgv: [],
  });
  let failure: unknown = null;
  const exited = new Promise<void>((resolve) => {
    worker.on('error', (error) => {
      failure = error;
    });
    worker.once('exit', () => resolve());
  });
  const port = await Promise.race([portOf(worker), exited.then(() => Promise.reject(stoppedError(path, failure)))]);
  const endpoint = `http://127.0.0.1:${port}`;
  const client = createDynamoClient({ endpoint, accessKeyId });
  explainFailures(client, async (error) => {
    if (!isConnectionFailure(error)) return error;
    worker.ref();
    await exited;
    return stoppedError(path, failure ?? error);
  });
  const close = async () => {
    client.destroy();
    worker.ref(); // a process that waits for the end must be kept alive until it comes
    worker.postMessage('close');
    await exited;
    if (failure !== null) throw stoppedError(path, failure);
  };
  try {
    await ensureTable(client, localTableName);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  // A forgotten close must not keep a process alive: every acknowledged write is safe without it.
  worker.unref();
  const table = { client, tableName: localTableName };
  return {
    stores: createStores({ ...table, business: null }),
    storesOf: (business) => createStores({ ...table, business }),
    endpoint,
    accessKeyId,
    removeExpired: (touchpoints, now) => removeExpired(table, touchpoints, now),
    close,
  };
}

function portOf(worker: Worker): Promise<number> {
  return new Promise((resolve) => {
    worker.once('message', ({ port }: TableWorkerReady) => resolve(port));
  });
}

function isConnectionFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ECONN|EPIPE)/.test(String(error.code));
}

function stoppedError(path: string, error: unknown): StorageError {
  const fault = storageFaultOf(error);
  if (fault === 'damaged') return new StorageError(fault, damagedSentence(path, causeOf(error)), { cause: error });
  const advice = fault === 'full' ? 'Free some disk space and run again' : 'Run again';
  return new StorageError(
    fault,
    `The table in ${path} stopped (${causeOf(error)}). ${advice}: everything it had confirmed is still there.`,
    { cause: error },
  );
}

async function storageError(path: string, ownerFile: string, error: unknown): Promise<StorageError> {
  if (error instanceof StorageError) return error;
  const fault = storageFaultOf(error);
  switch (fault) {
    case 'in-use':
      return new StorageError(fault, await inUseSentence(path, ownerFile), { cause: error });
    case 'full':
    case 'not-writable':
      return failToWrite('The table', path, error);
    case 'damaged':
      return new StorageError(fault, damagedSentence(path, causeOf(error)), { cause: error });
    case 'stopped':
      return stoppedError(path, error);
  }
}

/** Nobody did anything wrong, and nothing is broken. */
async function inUseSentence(path: string, ownerFile: string): Promise<string> {
  const why = 'Nothing is broken: only one touchlight at a time can write to a folder';
  const watching =
    'If that is "touchlight watch", it runs each check when it is due: there is no need for "run" meanwhile';
  try {
    const { pid, startedAt } = tolerant(tableOwnerSchema).parse(JSON.parse(await readFile(ownerFile, 'utf8')));
    const owner = `another touchlight (process ${pid}, since ${startedAt})`;
    return `The table in ${path} is in use by ${owner}. ${why}. ${watching}. Otherwise wait until it has ended, or end it (Ctrl-C in its terminal, or "kill ${pid}").`;
  } catch {
    return `The table in ${path} is in use by another process. ${why}. ${watching}. Otherwise wait until it has ended, or end it.`;
  }
}
