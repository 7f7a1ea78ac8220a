import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { describeStores } from './stores.contract.ts';

describeStores('over the embedded table', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchlight-stores-'));
  const table = await openEmbeddedTable(folder);
  const client = createDynamoClient({ endpoint: table.endpoint, accessKeyId: table.accessKeyId });
  const document = DynamoDBDocumentClient.from(client);
  return {
    stores: table.stores,
    putRaw: async (Item) => {
      await document.send(new PutCommand({ TableName: localTableName, Item }));
    },
    getRaw: async (Key) => (await document.send(new GetCommand({ TableName: localTableName, Key }))).Item ?? null,
    close: async () => {
      client.destroy();
      await table.close();
      await rm(folder, { recursive: true });
    },
  };
});
