import type { Status } from '../../model/status.ts';
import { isOfKnownCheck, storedStatus } from '../../model/stored-shapes.ts';
import { sortKeyPrefix, statusKey, touchpointPartition, wakesNotifyAttribute } from '../../model/table-keys.ts';
import type { StatusStore } from '../../ports/stores.ts';
import { type Condition, getItem, itemIsNew, parseItem, putItem, queryItems, type Table } from './table.ts';

/** The status is still the one that was read: nobody has counted another run since. */
const lastRunUnchanged = (previousRunAt: string): Condition => ({
  expression: 'lastRunAt = :previousRunAt',
  values: { ':previousRunAt': previousRunAt },
});

export function createStatusStore(table: Table): StatusStore {
  return {
    async load(touchpointId, checkId) {
      const item = await getItem(table, statusKey(touchpointId, checkId));
      return item === null ? null : parseItem(table, 'status', storedStatus, item);
    },

    async list(touchpointId) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        sortKeys: { beginsWith: sortKeyPrefix.status },
        consistent: true,
      });
      return items.filter(isOfKnownCheck).map((item) => parseItem(table, 'status', storedStatus, item));
    },

    /*
     * Two runs of one check are evaluated side by side:
     *   A reads lastRunAt 10:00          B reads lastRunAt 10:00
     *   A saves 10:30 (if still 10:00)   -> saved
     *                                    B saves 11:00 (if still 10:00) -> conflict: B reads again and recomputes
     * so no run is counted on a status that another run has already moved. The same holds when a save arrived, its answer
     * was lost and the client repeats it: the repetition is a conflict, and reading again shows that the run is counted.
     */
    async save(status: Status, previousRunAt: string | null, wakesNotify = false) {
      const written = await putItem(table, {
        type: 'status',
        key: statusKey(status.touchpointId, status.checkId),
        attributes: { ...status, [wakesNotifyAttribute]: wakesNotify },
        condition: previousRunAt === null ? itemIsNew : lastRunUnchanged(previousRunAt),
      });
      return written === 'written' ? 'saved' : 'conflict';
    },
  };
}
