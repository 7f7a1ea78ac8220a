import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { checkPartition, localTableName, touchpointPartition } from '../../shared/model/table-keys.ts';
import type { Story } from './story.ts';

/** Stands for the touchpoint's name, so that stories can be compared. */
const NAME = 'the-story';

/** Everything that a story has left in the table, with its touchpoint's name taken out. */
export type Items = readonly Record<string, unknown>[];

/** Past the adapters: what lies in the table of one story, and the same for another that begins where it stood. */
export class RawItems {
  readonly #client;

  constructor({ endpoint, accessKeyId }: EmbeddedTable) {
    this.#client = DynamoDBDocumentClient.from(createDynamoClient({ endpoint, accessKeyId }));
  }

  async read({ check }: Story): Promise<Items> {
    const partitions = [touchpointPartition(check.touchpointId), checkPartition(check.id)];
    const found = await Promise.all(
      partitions.map((partition) =>
        this.#client.send(
          new QueryCommand({
            TableName: localTableName,
            KeyConditionExpression: 'PK = :pk',
            ExpressionAttributeValues: { ':pk': partition },
            ConsistentRead: true,
          }),
        ),
      ),
    );
    const items = found.flatMap(({ Items = [] }) => Items);
    return JSON.parse(JSON.stringify(items).replaceAll(check.touchpointId, NAME));
  }

  /** At most 25, as DynamoDB takes them at once. */
  async write(items: Items, { check }: Story): Promise<void> {
    if (items.length === 0) return;
    const renamed: Items = JSON.parse(JSON.stringify(items).replaceAll(NAME, check.touchpointId));
    await this.#client.send(
      new BatchWriteCommand({ RequestItems: { [localTableName]: renamed.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  }

  close(): void {
    this.#client.destroy();
  }
}
