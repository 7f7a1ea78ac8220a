import { z } from 'zod';
import type { Result } from '../../model/result.ts';
import { storedResult } from '../../model/stored-shapes.ts';
import {
  behindEveryInstant,
  checkPartition,
  expiryAttribute,
  resultKey,
  sortKeyPrefix,
} from '../../model/table-keys.ts';
import type { Range, ResultStore } from '../../ports/stores.ts';
import { itemIsNew, type Put, parseItem, putItem, queryItems, queryLast, type Table } from './table.ts';

/** Under DynamoDB's 400 KB an item, with room for everything else in a result. */
const detailsLimitBytes = 300_000;
const secondsPerDay = 86_400;

/**
 * `details` travels as JSON text: how deep it nests and how large its numbers are is up to the page under test, and
 * DynamoDB's own maps refuse some of that, which would lose the whole result.
 */
const resultInTable = storedResult.extend({
  details: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(storedResult.shape.details),
});

export function resultItem(result: Result, keepDays: number): Put {
  return {
    type: 'result',
    key: resultKey(result.checkId, result.scheduledAt),
    attributes: {
      ...result,
      details: detailsText(result),
      [expiryAttribute]: Math.floor(Date.parse(result.scheduledAt) / 1000) + keepDays * secondsPerDay,
    },
  };
}

/** @param keepDays after how many days a result expires */
export function createResultStore(table: Table, keepDays: number): ResultStore {
  return {
    /*
     * A run that is delivered twice meets itself:
     *   first delivery:  put (key is new)     -> stored
     *   second delivery: put (key is there)   -> refused, whatever it carries
     * so the first account of a run is the one that stays.
     */
    async put(result) {
      const written = await putItem(table, { ...resultItem(result, keepDays), condition: itemIsNew });
      return written === 'written' ? 'stored' : 'already-there';
    },

    async list(checkId: string, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: checkPartition(checkId),
        sortKeys: { from: `${sortKeyPrefix.result}${from}`, to: `${sortKeyPrefix.result}${to}` },
        consistent: false,
      });
      const results = items.map((item) => parseItem(table, 'result', resultInTable, item));
      return results.filter((result) => result.scheduledAt < to);
    },

    async newest(checkId, limit) {
      const { result: prefix } = sortKeyPrefix;
      const items = await queryLast(table, {
        ...{ partition: checkPartition(checkId), limit },
        ...{ from: prefix, to: `${prefix}${behindEveryInstant}` },
      });
      return items.map((item) => parseItem(table, 'result', resultInTable, item));
    },
  };
}

function detailsText({ details }: Result): string {
  const text = JSON.stringify(details);
  const bytes = Buffer.byteLength(text);
  if (bytes <= detailsLimitBytes) return text;
  return JSON.stringify({ omitted: `The details had ${bytes} bytes; at most ${detailsLimitBytes} are kept.` });
}
