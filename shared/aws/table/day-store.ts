import { z } from 'zod';
import { type CheckId, checkIdSchema, parseCheckId } from '../../model/check-id.ts';
import { type DayRollUp, dayRollUpSchema } from '../../model/status.ts';
import { isOfKnownCheck } from '../../model/stored-shapes.ts';
import { dayKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { DayStore, Range } from '../../ports/stores.ts';
import { type Put, parseItem, queryItems, type Table } from './table.ts';

const storedDaySchema = z.strictObject({ checkId: checkIdSchema, day: dayRollUpSchema });

export function dayItem(checkId: CheckId, day: DayRollUp): Put {
  return {
    type: 'day',
    key: dayKey(parseCheckId(checkId).touchpointId, checkId, day.date),
    attributes: { checkId, day },
  };
}

export function createDayStore(table: Table): DayStore {
  return {
    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        // The key of a day has more behind its date, so the bound itself, though included, meets no day at `to`.
        sortKeys: { from: `${sortKeyPrefix.day}${from}`, to: `${sortKeyPrefix.day}${to}` },
        consistent: false,
      });
      return items.filter(isOfKnownCheck).map((item) => parseItem(table, 'day', storedDaySchema, item));
    },
  };
}
