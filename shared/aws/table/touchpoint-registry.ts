import { instantSchema } from '../../model/instant.ts';
import {
  type BusinessScope,
  isSeen,
  registryPartition,
  touchpointKey,
  touchpointsPrefix,
} from '../../model/table-keys.ts';
import { type WatchedTouchpoint, watchedTouchpointSchema } from '../../model/watched-touchpoint.ts';
import type { TouchpointRegistry } from '../../ports/stores.ts';
import { deleteItem, getItem, parseItem, putItem, queryItems, type Table } from './table.ts';

/** The table calls it `toldSince`: other versions read and write it during a deployment and after a rollback. */
const storedTouchpoint = watchedTouchpointSchema
  .omit({ openSince: true })
  .extend({ toldSince: instantSchema.nullable() })
  .transform(({ toldSince, ...entry }): WatchedTouchpoint => ({ ...entry, openSince: toldSince }));

export function createTouchpointRegistry(table: Table, business?: BusinessScope): TouchpointRegistry {
  return {
    async load(touchpointId) {
      const item = await getItem(table, touchpointKey(touchpointId));
      return item === null ? null : parseItem(table, 'touchpoint', storedTouchpoint, item);
    },

    async list() {
      const items = await queryItems(table, {
        partition: registryPartition,
        sortKeys: { beginsWith: touchpointsPrefix('touchpoint', business) },
        // It decides how far back the log of what was sent is read.
        consistent: true,
      });
      return items
        .filter((item) => isSeen(String(item['touchpointId']), business))
        .map((item) => parseItem(table, 'touchpoint', storedTouchpoint, item));
    },

    async save({ openSince, ...entry }) {
      await putItem(table, {
        type: 'touchpoint',
        key: touchpointKey(entry.touchpointId),
        attributes: { ...entry, toldSince: openSince },
      });
    },

    async remove(touchpointId) {
      await deleteItem(table, touchpointKey(touchpointId));
    },
  };
}
