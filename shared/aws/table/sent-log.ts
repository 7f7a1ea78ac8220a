import { isOfKnownCheck, isOfKnownReason, storedSent } from '../../model/stored-shapes.ts';
import { sentKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { Range, SentLog } from '../../ports/stores.ts';
import { itemIsNew, parseItem, putItem, queryItems, type Table } from './table.ts';

export function createSentLog(table: Table): SentLog {
  return {
    /** Only the first record of a notice stays: reminders count from when it was first sent. */
    async record(sent) {
      await putItem(table, { type: 'sent', key: sentKey(sent), attributes: sent, condition: itemIsNew });
    },

    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        sortKeys: { from: `${sortKeyPrefix.sent}${from}`, to: `${sortKeyPrefix.sent}${to}` },
        // A notice whose record is not seen yet would be sent again.
        consistent: true,
      });
      return items
        .filter((item) => isOfKnownCheck(item) && isOfKnownReason(item))
        .map((item) => parseItem(table, 'sent', storedSent, item));
    },
  };
}
