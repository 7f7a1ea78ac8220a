import { parseCheckId } from '../../model/check-id.ts';
import { regionViewSchema } from '../../model/region-view.ts';
import { expiryAttribute, regionViewKey } from '../../model/table-keys.ts';
import type { RegionViews } from '../../ports/region-views.ts';
import { getItem, itemIsNew, parseItem, putItem, type Table } from './table.ts';

/** It is asked for within minutes; a day lets a person look at it. */
const keepSeconds = 86_400;

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
  };
}
