import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createDynamoClient } from '../../../shared/aws/dynamo-client.ts';
import { explainFailures } from '../../../shared/aws/explain-failures.ts';
import { createStores } from '../../../shared/aws/stores.ts';
import { parseJson } from '../../../shared/model/parse-json.ts';
import { localTableName } from '../../../shared/model/table-keys.ts';
import { tolerant } from '../../../shared/model/tolerant.ts';
import { StorageError } from '../storage-error.ts';
import type { EmbeddedTable } from './embedded-table.ts';
import { openEmbeddedTable, tableOwnerFile, tableOwnerSchema } from './embedded-table.ts';

/**
 * Opens the table, or speaks to it through the process that has it open: a person may read, acknowledge and announce while a
 * watch runs. Commands that measure open it alone, with openEmbeddedTable.
 * @throws StorageError with a sentence that says what to do
 */
export async function openSharedTable(folder: string): Promise<SharedTable> {
  try {
    return { ...(await openEmbeddedTable(folder)), isThere: () => Promise.resolve(true) };
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== 'in-use') throw error;
    const guest = await joinOwner(folder);
    if (guest === null) throw error;
    return guest;
  }
}

export interface SharedTable extends Pick<EmbeddedTable, 'stores' | 'storesOf' | 'close'> {
  /** False as soon as the process has ended whose table this is. */
  isThere(): Promise<boolean>;
}

/** Null when nobody says how to reach the table: its owner is only just opening it, or is no touchlight of today. */
async function joinOwner(folder: string): Promise<SharedTable | null> {
  const owner = await findOwner(folder);
  if (owner === null) return null;
  const { endpoint, accessKeyId, pid } = owner;
  const client = createDynamoClient({ endpoint, accessKeyId });
  explainFailures(client, (error) =>
    Promise.resolve(
      isConnectionFailure(error)
        ? new StorageError('stopped', `The table was open in process ${pid}, which has ended. Run again.`, {
            cause: error,
          })
        : error,
    ),
  );
  return {
    stores: createStores({ client, tableName: localTableName, business: null }),
    storesOf: (business) => createStores({ client, tableName: localTableName, business }),
    isThere: async () => (await findOwner(folder))?.endpoint === endpoint,
    close: () => Promise.resolve(client.destroy()),
  };
}

/** The process that has the table open now, and has said how to reach it. */
export async function findOwner(folder: string): Promise<z.infer<typeof tableOwnerSchema> | null> {
  const text = await readFile(join(folder, tableOwnerFile), 'utf8').catch(() => '{}');
  const owner = tolerant(tableOwnerSchema).safeParse(parseJson(text)).data;
  return owner === undefined || !isAlive(owner.pid) ? null : owner;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isConnectionFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ECONN|EPIPE)/.test(String(error.code));
}
