import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { partitionKeyAttribute, sortKeyAttribute } from '../model/table-keys.ts';

const pollMs = 10;
const stuckAfterMs = 1_000;

/** Creates the table where no stack did it (embedded, in tests) and waits until it takes items. Repeating it changes nothing. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  await createIfAbsent(client, tableName);
  for (let waitedMs = 0; await isBeingCreated(client, tableName); waitedMs += pollMs) {
    if (waitedMs === stuckAfterMs) await finishCreation(client, tableName);
    if (waitedMs > 10 * stuckAfterMs) {
      throw new Error(`The table ${tableName} was created but is not ready after ${waitedMs / 1000} s.`);
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function createIfAbsent(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: partitionKeyAttribute, AttributeType: 'S' },
          { AttributeName: sortKeyAttribute, AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: partitionKeyAttribute, KeyType: 'HASH' },
          { AttributeName: sortKeyAttribute, KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

async function isBeingCreated(client: DynamoDBClient, tableName: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  return Table?.TableStatus === 'CREATING';
}

/**
 * A process that was killed while dynalite created the table leaves it CREATING for ever, and dynalite neither creates nor
 * deletes it then. An update is the one thing that still brings it to ACTIVE.
 */
async function finishCreation(client: DynamoDBClient, tableName: string): Promise<void> {
  await client.send(
    new UpdateTableCommand({
      TableName: tableName,
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
}
