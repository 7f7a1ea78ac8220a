import { setTimeout } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type BatchWriteCommandOutput,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { z } from 'zod';
import {
  expiryAttribute,
  type ItemType,
  partitionKeyAttribute,
  sortKeyAttribute,
  type TableKey,
  typeAttribute,
  wakesNotifyAttribute,
} from '../../model/table-keys.ts';
import { tolerant } from '../../model/tolerant.ts';
import { sendOnce } from './send-once.ts';

export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

type Item = Record<string, unknown>;

/** A condition of a write: its expression, the values it names, and names for attributes that DynamoDB reserves. */
export interface Condition {
  readonly expression: string;
  readonly values?: Record<string, string | number>;
  readonly names?: Record<string, string>;
}

/** No item has this key yet. */
export const itemIsNew: Condition = { expression: `attribute_not_exists(${partitionKeyAttribute})` };

export interface Put {
  readonly type: ItemType;
  readonly key: TableKey;
  readonly attributes: object;
  readonly condition?: Condition;
}

/** Writes a whole item; `refused` when its condition does not hold. Every other failure is thrown. */
export async function putItem(table: Table, { type, key, attributes, condition }: Put): Promise<'written' | 'refused'> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...attributes, ...key, [typeAttribute]: type },
        ConditionExpression: condition?.expression,
        ExpressionAttributeValues: condition?.values,
        ExpressionAttributeNames: condition?.names,
      }),
    );
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'refused';
    throw error;
  }
}

export interface Addition {
  readonly type: ItemType;
  readonly key: TableKey;
  /** Numbers that grow by so much; an item that is not there begins at zero. */
  readonly add: Readonly<Record<string, number>>;
  readonly set: Readonly<Record<string, string | number>>;
  readonly condition?: Condition;
  /** Rather not at all than twice. */
  readonly isSentOnce?: boolean;
}

/** Adds to an item's numbers in one step, so that nothing is lost between those who add; `refused` when its condition does not hold. */
export async function addToItem(
  table: Table,
  { type, key, add, set, condition, isSentOnce = false }: Addition,
): Promise<'written' | 'refused'> {
  const settings = Object.entries({ ...set, [typeAttribute]: type });
  const additions = Object.entries(add);
  try {
    const update = new UpdateCommand({
      TableName: table.name,
      Key: key,
      UpdateExpression: `ADD ${additions.map((_, n) => `#a${n} :a${n}`).join(', ')} SET ${settings.map((_, n) => `#s${n} = :s${n}`).join(', ')}`,
      ConditionExpression: condition?.expression,
      ExpressionAttributeNames: {
        ...Object.fromEntries(additions.map(([name], n) => [`#a${n}`, name])),
        ...Object.fromEntries(settings.map(([name], n) => [`#s${n}`, name])),
        ...condition?.names,
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(additions.map(([, amount], n) => [`:a${n}`, amount])),
        ...Object.fromEntries(settings.map(([, value], n) => [`:s${n}`, value])),
        ...condition?.values,
      },
    });
    await table.client.send(isSentOnce ? sendOnce(update) : update);
    return 'written';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'refused';
    throw error;
  }
}

/** Deletes an item; one that is not there, or whose condition does not hold, is left as it is. */
export async function deleteItem(table: Table, key: TableKey, condition?: Condition): Promise<void> {
  try {
    await table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: key,
        ConditionExpression: condition?.expression,
        ExpressionAttributeValues: condition?.values,
        ExpressionAttributeNames: condition?.names,
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** How often DynamoDB may hand back some of a batch before it is left to the next delivery. */
const batchAttempts = 5;
const firstPauseMs = 50;

/**
 * Writes up to 25 whole items in one request, not as one: after a failure some may be there, so a caller that repeats it must
 * write the same.
 * @throws Error when the table still hands some of them back at the fifth request
 */
export async function putItems(table: Table, puts: readonly Omit<Put, 'condition'>[]): Promise<void> {
  let requests: BatchWriteCommandInput['RequestItems'] = {
    [table.name]: puts.map(({ type, key, attributes }) => ({
      PutRequest: { Item: { ...attributes, ...key, [typeAttribute]: type } },
    })),
  };
  for (let attempt = 0; attempt < batchAttempts; attempt++) {
    if (attempt > 0) await setTimeout(firstPauseMs * 2 ** attempt);
    const answer: BatchWriteCommandOutput = await table.client.send(new BatchWriteCommand({ RequestItems: requests }));
    requests = answer.UnprocessedItems ?? {};
    if (Object.keys(requests).length === 0) return;
  }
  throw new Error(
    `The table ${table.name} is throttled: it handed back some of ${puts.length} items in each of ${batchAttempts} requests. ` +
      'Nothing is lost: what led to them is to be delivered again.',
  );
}

/** Reads one item, consistently: what it shows decides the next write. */
export async function getItem(table: Table, key: TableKey): Promise<Item | null> {
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
  return Item ?? null;
}

export interface Query {
  readonly partition: string;
  /** All keys that begin so, or all from the one to the other, both included. */
  readonly sortKeys: { readonly beginsWith: string } | { readonly from: string; readonly to: string };
  /** Whether what was written a moment ago must be seen. Costs twice. */
  readonly consistent: boolean;
}

/** All items of a key range in the order of their keys, however many pages they fill. */
export async function queryItems(table: Table, { partition, sortKeys, consistent }: Query): Promise<Item[]> {
  const items: Item[] = [];
  // DynamoDB refuses a range that ends before it begins; nothing lies in it.
  if ('from' in sortKeys && sortKeys.from > sortKeys.to) return items;
  const [condition, values] =
    'beginsWith' in sortKeys
      ? ['begins_with(#sk, :prefix)', { ':prefix': sortKeys.beginsWith }]
      : ['#sk BETWEEN :from AND :to', { ':from': sortKeys.from, ':to': sortKeys.to }];
  let startKey: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: `#pk = :pk AND ${condition}`,
        ExpressionAttributeNames: { '#pk': partitionKeyAttribute, '#sk': sortKeyAttribute },
        ExpressionAttributeValues: { ':pk': partition, ...values },
        ConsistentRead: consistent,
        ExclusiveStartKey: startKey,
      }),
    );
    items.push(...(page.Items ?? []));
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return items;
}

/** The last items of a key range, last first; no more than these are read. */
export async function queryLast(table: Table, { partition, from, to, limit }: LastQuery): Promise<Item[]> {
  const items: Item[] = [];
  let startKey: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#pk': partitionKeyAttribute, '#sk': sortKeyAttribute },
        ExpressionAttributeValues: { ':pk': partition, ':from': from, ':to': to },
        ScanIndexForward: false,
        Limit: limit - items.length,
        ExclusiveStartKey: startKey,
      }),
    );
    items.push(...(page.Items ?? []));
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined && items.length < limit);
  return items;
}

/** Both ends are included. */
export interface LastQuery {
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** An item that is not what its type promises: written by something else, or by another version. */
class BrokenItemError extends Error {
  override readonly name = 'BrokenItemError';
}

const ownAttributes = [partitionKeyAttribute, sortKeyAttribute, typeAttribute, wakesNotifyAttribute, expiryAttribute];

/** The noun inside an item, without what only a later version knows. @throws BrokenItemError that names the item's key and what is wrong with it */
export function parseItem<T>(table: Table, type: ItemType, schema: z.ZodType<T>, item: Item): T {
  const attributes = Object.fromEntries(Object.entries(item).filter(([name]) => !ownAttributes.includes(name)));
  const parsed = tolerant(schema).safeParse(attributes);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'item'}: ${message}`);
  throw new BrokenItemError(
    `The item ${String(item[partitionKeyAttribute])} / ${String(item[sortKeyAttribute])} in table ${table.name} is not a ` +
      `valid ${type}: ${faults.join('; ')}. Repair or remove that item; nothing was changed.`,
  );
}
