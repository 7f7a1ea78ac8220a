import path from 'node:path';
import type { DeployedStack } from '../../shared/aws/deployed-stack.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { businessOfFile } from '../../shared/config/fleet/fleet-folder.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { UsageError } from '../exit.ts';
import { localFolder } from '../local/private-folder.ts';
import { openSharedTable } from '../local/table/shared-table.ts';

/** What has been stored, on this machine or in a deployed stack. */
export interface History {
  readonly stores: Stores;
  /** For sentences: ".touchlight" or `the stack "Touchlight"`. */
  readonly place: string;
  /** The deployed stack's; null on this machine, where evidence lies in a folder. */
  readonly evidenceBucket: string | null;
  close(): Promise<void>;
}

/**
 * @param folder where the embedded table is, by default `.touchlight`
 * @param stack a deployed stack's name; absent means the embedded table under `.touchlight/`
 * @param config the configuration's file: beside an agency.yaml it is that of a business, whose stores are opened
 * @throws UsageError when the stack cannot be found; StorageError when the embedded table cannot be opened
 */
export async function openHistory({
  stack,
  folder = localFolder,
  config,
}: {
  readonly stack?: string | undefined;
  readonly folder?: string | undefined;
  readonly config?: string | undefined;
}): Promise<History> {
  const business = config === undefined ? null : businessOfFile(config);
  if (stack === undefined) {
    const { storesOf, close } = await openSharedTable(path.resolve(folder));
    return { stores: storesOf(business), place: folder, evidenceBucket: null, close };
  }
  const { tableName, evidenceBucket } = await findStack(stack);
  const client = createDynamoClient();
  const close = (): Promise<void> => Promise.resolve(client.destroy());
  return {
    stores: createStores({ client, tableName, business }),
    place: `the stack "${stack}"`,
    evidenceBucket,
    close,
  };
}

/** @throws UsageError when the stack cannot be found */
export async function findStack(name: string): Promise<DeployedStack> {
  // Most commands work on this machine and need nothing that speaks to CloudFormation.
  const { DeployedStackError, findDeployedStack } = await import('../../shared/aws/deployed-stack.ts');
  try {
    return await findDeployedStack(name);
  } catch (error) {
    throw error instanceof DeployedStackError ? new UsageError(error.message, { cause: error }) : error;
  }
}
