import { parseCheckId } from '../../model/check-id.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import { regionViewSchema } from '../../model/region-view.ts';
import { expiryAttribute, regionViewKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { RegionViews } from '../../ports/region-views.ts';
import { getItem, itemIsNew, parseItem, putItem, queryItems, type Table } from './table.ts';

/** It is asked for within minutes; it stays as long as results do, so that they can be judged again. */
const keepSeconds = (keepLongDays * dayMs) / 1000;

export function createRegionViewStore(table: Table): RegionViews {
  return {
    async put(view) {
      const { touchpointId, checkId, scheduledAt, region } = view;
      const expiresAt = Math.floor(Date.parse(scheduledAt) / 1000) + keepSeconds;
      await putItem(table, {
        type: 'region-view',
        key: regionViewKey(touchpointId, checkId, scheduledAt, region),
        attributes: { ...view, [expiryAttribute]: expiresAt },
        condition: itemIsNew,
      });
    },

    async of(checkId, scheduledAt, regions) {
      const { touchpointId } = parseCheckId(checkId);
      const items = await Promise.all(
        regions.map((region) => getItem(table, regionViewKey(touchpointId, checkId, scheduledAt, region))),
      );
      return items.flatMap((item) => (item === null ? [] : parseItem(table, 'region-view', regionViewSchema, item)));
    },

    async list(touchpointId, { from, to }) {
      const prefix = sortKeyPrefix['region-view'];
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        sortKeys: { from: `${prefix}${from}`, to: `${prefix}${to}` },
        consistent: false,
      });
      return items.map((item) => parseItem(table, 'region-view', regionViewSchema, item));
    },
  };
}
