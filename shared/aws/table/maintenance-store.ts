import { maintenanceSchema } from '../../model/business.ts';
import { expiryAttribute, maintenanceKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { MaintenanceStore, Range } from '../../ports/stores.ts';
import { type Condition, itemIsNew, parseItem, putItem, queryItems, type Table } from './table.ts';

const keepDays = 400;

/** The window still ends when it was said to: nobody has ended it meanwhile. */
const endUnchanged = (to: string): Condition => ({
  expression: '#to = :to',
  names: { '#to': 'to' },
  values: { ':to': to },
});

export function createMaintenanceStore(table: Table): MaintenanceStore {
  const put: (
    window: Parameters<MaintenanceStore['start']>[0],
    condition: Condition,
  ) => Promise<'written' | 'refused'> = (window, condition) =>
    putItem(table, {
      type: 'maintenance',
      key: maintenanceKey(window.touchpointId, window.from),
      attributes: { ...window, [expiryAttribute]: Math.floor(Date.parse(window.to) / 1000) + keepDays * 86_400 },
      condition,
    });
  return {
    async start(window) {
      return (await put(window, itemIsNew)) === 'written' ? 'started' : 'already-there';
    },

    async end(window, to) {
      return (await put({ ...window, to }, endUnchanged(window.to))) === 'written' ? 'ended' : 'conflict';
    },

    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        sortKeys: { from: `${sortKeyPrefix.maintenance}${from}`, to: `${sortKeyPrefix.maintenance}${to}` },
        // A window that is not seen yet would not keep quiet.
        consistent: true,
      });
      const windows = items.map((item) => parseItem(table, 'maintenance', maintenanceSchema, item));
      return windows.filter((window) => window.from < to);
    },
  };
}
