import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { partitionKeyAttribute, sortKeyAttribute } from '../../shared/model/table-keys.ts';

const keySchema = z.object({ [partitionKeyAttribute]: z.string(), [sortKeyAttribute]: z.string() });
type Key = z.infer<typeof keySchema>;
const requestSchema = z.object({
  Item: keySchema.loose().optional(),
  Key: keySchema.optional(),
  RequestItems: z
    .record(z.string(), z.array(z.object({ PutRequest: z.object({ Item: keySchema.loose() }) })))
    .optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
});
const rangeSchema = z.object({
  ':pk': z.string(),
  ':prefix': z.string().optional(),
  ':from': z.string().optional(),
  ':to': z.string().optional(),
});

export interface MemoryTable {
  readonly client: DynamoDBClient;
  readonly calls: { reads: number; readUnits: number; writes: number };
}

/**
 * A client whose table is in this process: what a step takes is then the step's own, and ten thousand sites fit into seconds.
 * Conditions are not looked at: nobody else writes.
 */
export function openMemoryTable(): MemoryTable {
  const partitions = new Map<string, Map<string, string>>();
  const calls = { reads: 0, readUnits: 0, writes: 0 };
  const put = (item: Key): void => {
    const partition = partitions.get(item[partitionKeyAttribute]) ?? new Map<string, string>();
    partition.set(item[sortKeyAttribute], JSON.stringify(item));
    partitions.set(item[partitionKeyAttribute], partition);
  };
  const itemsIn = (values: unknown): unknown[] => {
    const { ':pk': pk, ':prefix': prefix, ':from': from, ':to': to } = rangeSchema.parse(values);
    const found = [...(partitions.get(pk) ?? [])].filter(([key]) =>
      prefix === undefined ? key >= (from ?? '') && key <= (to ?? '') : key.startsWith(prefix),
    );
    const texts = found.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    // As DynamoDB counts what is read consistently: by 4 KB, an empty answer too.
    calls.readUnits += Math.max(1, Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4096));
    return texts.map((text): unknown => JSON.parse(text));
  };
  const answer = (command: string, input: unknown): object => {
    const { Item, Key, RequestItems, ExpressionAttributeValues } = requestSchema.parse(input);
    const [puts] = Object.values(RequestItems ?? {});
    if (command.startsWith('Put') || command.startsWith('BatchWrite')) {
      calls.writes++;
      for (const item of [
        ...(Item === undefined ? [] : [Item]),
        ...(puts ?? []).map(({ PutRequest }) => PutRequest.Item),
      ])
        put(item);
      return {};
    }
    calls.reads++;
    if (command.startsWith('Query')) return { Items: itemsIn(ExpressionAttributeValues) };
    const text = Key && partitions.get(Key[partitionKeyAttribute])?.get(Key[sortKeyAttribute]);
    calls.readUnits++;
    return text === undefined ? {} : { Item: JSON.parse(text) as unknown };
  };
  const client = createDynamoClient({ endpoint: 'http://127.0.0.1:9', accessKeyId: 'memory' });
  client.middlewareStack.add(
    (_, { commandName = '' }) =>
      async ({ input }) => ({ output: { $metadata: {}, ...answer(commandName, input) }, response: {} }),
    { step: 'initialize', priority: 'low', name: 'answerFromMemory' },
  );
  return { client, calls };
}
