import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchWriteItemCommandInput, BatchWriteItemCommandOutput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident } from '../support/a-status.ts';

/** Lets the table take only so many items of a request and hands back the others, as DynamoDB does when it is throttled. */
function takeOnly(items: number, client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (request) => {
      const input = request.input as BatchWriteItemCommandInput;
      const requests = input.RequestItems?.[localTableName];
      if (requests === undefined) return await next(request);
      const [taken, left] = [requests.slice(0, items), requests.slice(items)];
      const handedBack = left.length === 0 ? {} : { [localTableName]: left };
      if (taken.length > 0) {
        const answer = await next({ ...request, input: { ...input, RequestItems: { [localTableName]: taken } } });
        const output = answer.output as BatchWriteItemCommandOutput;
        return { ...answer, output: { ...output, UnprocessedItems: handedBack } };
      }
      return { response: {}, output: { $metadata: {}, UnprocessedItems: handedBack } };
    },
    { name: 'takeOnly', step: 'serialize', priority: 'high' },
  );
}

test('items that a throttled table hands back are written again, and told of when it goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchlight-handed-back-'));
  const table = await openEmbeddedTable(folder);
  const clientThatTakes = (items: number) => {
    const client = createDynamoClient({ endpoint: table.endpoint, accessKeyId: table.accessKeyId });
    takeOnly(items, client);
    return client;
  };
  const [slow, stuck] = [clientThatTakes(1), clientThatTakes(0)];
  const result = aResult({ checkId: 'website/form' });
  const incident = anIncident({ checkId: 'website/form', state: 'resolved', resolvedAt: result.scheduledAt });
  try {
    const throttled = createStores({ client: stuck, tableName: localTableName });
    await expect(throttled.history.put(result, { day: null, incident })).rejects.toThrow(
      'handed back some of 2 items in each of 5 requests. Nothing is lost',
    );
    await createStores({ client: slow, tableName: localTableName }).history.put(result, { day: null, incident });
    expect(await table.stores.results.list('website/form', { from: '2000', to: '2100' })).toEqual([result]);
    expect(await table.stores.incidents.list('website', { from: '2000', to: '2100' })).toEqual([incident]);
  } finally {
    slow.destroy();
    stuck.destroy();
    await table.close();
    await rm(folder, { recursive: true });
  }
});
