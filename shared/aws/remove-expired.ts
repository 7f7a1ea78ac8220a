import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { businessOf } from '../model/check-id.ts';
import { keepLongDays } from '../model/keep-days.ts';
import {
  checkPartition,
  expiryAttribute,
  partitionKeyAttribute,
  planPartitionOf,
  sortKeyAttribute,
  sortKeyPrefix,
  spendingPartitionOf,
  touchpointPartition,
} from '../model/table-keys.ts';
import { dayMs } from '../model/time-spans.ts';
import type { Table } from './table/table.ts';

export interface Watched {
  readonly id: string;
  readonly checks: readonly { readonly id: string }[];
}

const itemsPerBatch = 25;

/**
 * Does what DynamoDB does by itself and the embedded table does not: removes what has expired of these touchpoints. Reads
 * the keys of old results and sayings, of conversations, of maintenance windows, of the plan and of what models cost, and no result that is kept.
 * @param now epoch milliseconds
 * @returns how many items are gone
 */
export async function removeExpired(
  { client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string },
  touchpoints: readonly Watched[],
  now: number,
): Promise<number> {
  const table = { client: DynamoDBDocumentClient.from(client), name: tableName };
  const oldest = new Date(now - keepLongDays * dayMs).toISOString();
  const ofTouchpoints = touchpoints.flatMap(({ id, checks }) => [
    { partition: touchpointPartition(id), prefix: sortKeyPrefix.maintenance, to: null },
    ...checks.flatMap((check) => [
      { partition: checkPartition(check.id), prefix: sortKeyPrefix.result, to: oldest },
      { partition: checkPartition(check.id), prefix: sortKeyPrefix.conversation, to: null },
      { partition: checkPartition(check.id), prefix: sortKeyPrefix.saying, to: oldest },
      { partition: checkPartition(check.id), prefix: sortKeyPrefix.enquiry, to: null },
    ]),
  ]);
  const businesses = [...new Set([null, ...touchpoints.map(({ id }) => businessOf(id))])];
  const ofBusinesses = businesses.flatMap((business) => [
    ...(['plan-step', 'plan-memory'] as const).map((type) => ({
      ...{ partition: planPartitionOf(business), prefix: sortKeyPrefix[type], to: null },
    })),
    { partition: spendingPartitionOf(business), prefix: sortKeyPrefix['model-spending'], to: null },
  ]);
  let removed = 0;
  for (const range of [...ofTouchpoints, ...ofBusinesses]) removed += await removeFrom(table, range, now);
  return removed;
}

interface KeyRange {
  readonly partition: string;
  readonly prefix: string;
  /** Keys after the prefix up to here; null for all of them. */
  readonly to: string | null;
}

async function removeFrom(table: Table, { partition, prefix, to }: KeyRange, now: number): Promise<number> {
  let removed = 0;
  let startKey: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: `#pk = :pk AND ${to === null ? 'begins_with(#sk, :prefix)' : '#sk BETWEEN :prefix AND :to'}`,
        FilterExpression: '#expiry < :now',
        ProjectionExpression: '#pk, #sk',
        ExpressionAttributeNames: { '#pk': partitionKeyAttribute, '#sk': sortKeyAttribute, '#expiry': expiryAttribute },
        ExpressionAttributeValues: {
          ':pk': partition,
          ':prefix': prefix,
          ':now': Math.floor(now / 1000),
          ...(to !== null && { ':to': `${prefix}${to}` }),
        },
        ExclusiveStartKey: startKey,
      }),
    );
    const keys = page.Items ?? [];
    for (let i = 0; i < keys.length; i += itemsPerBatch) {
      const requests = keys.slice(i, i + itemsPerBatch).map((Key) => ({ DeleteRequest: { Key } }));
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
    }
    removed += keys.length;
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return removed;
}
