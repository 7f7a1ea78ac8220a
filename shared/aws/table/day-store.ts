import { z } from 'zod';
import { checkIdSchema } from '../../model/check-id.ts';
import { dayRollUpSchema } from '../../model/status.ts';
import { dayKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { DayStore, Range } from '../../ports/stores.ts';
import { parseItem, putItem, queryItems, type Table } from './table.ts';

const storedDaySchema = z.strictObject({ checkId: checkIdSchema, day: dayRollUpSchema });

export function createDayStore(table: Table): DayStore {
  return {
    /** Without a condition: a closed day is computed from the status it leaves, so whoever repeats it writes the same. */
    async put(touchpointId, checkId, day) {
      await putItem(table, {
        type: 'day',
        key: dayKey(touchpointId, checkId, day.date),
        attributes: { checkId, day },
      });
    },

    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        // The key of a day has more behind its date, so the bound itself, though included, meets no day at `to`.
        sortKeys: { from: `${sortKeyPrefix.day}${from}`, to: `${sortKeyPrefix.day}${to}` },
        consistent: false,
      });
      return items.map((item) => parseItem(table, 'day', storedDaySchema, item));
    },
  };
}
