import { registryPartition, sortKeyPrefix, touchpointKey } from '../../model/table-keys.ts';
import { watchedTouchpointSchema } from '../../model/watched-touchpoint.ts';
import type { TouchpointRegistry } from '../../ports/stores.ts';
import { deleteItem, getItem, parseItem, putItem, queryItems, type Table } from './table.ts';

export function createTouchpointRegistry(table: Table): TouchpointRegistry {
  return {
    async load(touchpointId) {
      const item = await getItem(table, touchpointKey(touchpointId));
      return item === null ? null : parseItem(table, 'touchpoint', watchedTouchpointSchema, item);
    },

    async list() {
      const items = await queryItems(table, {
        partition: registryPartition,
        sortKeys: { beginsWith: sortKeyPrefix.touchpoint },
        // It decides how far back the log of what was sent is read.
        consistent: true,
      });
      return items.map((item) => parseItem(table, 'touchpoint', watchedTouchpointSchema, item));
    },

    async save(touchpoint) {
      await putItem(table, {
        type: 'touchpoint',
        key: touchpointKey(touchpoint.touchpointId),
        attributes: touchpoint,
      });
    },

    async remove(touchpointId) {
      await deleteItem(table, touchpointKey(touchpointId));
    },
  };
}
