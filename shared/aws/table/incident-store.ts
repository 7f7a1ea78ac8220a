import type { Incident } from '../../model/incident.ts';
import { isOfKnownCheck, storedIncident } from '../../model/stored-shapes.ts';
import {
  behindEveryInstant,
  incidentKey,
  sortKeyAttribute,
  sortKeyPrefix,
  touchpointPartition,
} from '../../model/table-keys.ts';
import type { IncidentStore, Range } from '../../ports/stores.ts';
import { type Put, parseItem, queryItems, queryLast, type Table } from './table.ts';

/** @throws Error when the incident was never opened */
export function incidentItem(incident: Incident): Put {
  const { touchpointId, checkId, openedAt } = incident;
  if (openedAt === null) {
    throw new Error(
      `The incident of ${checkId}, suspected at ${incident.suspectedAt}, was never opened, so it has no place in the ` +
        'history: put it only when openedAt is set.',
    );
  }
  return { type: 'incident', key: incidentKey(touchpointId, checkId, openedAt), attributes: incident };
}

export function createIncidentStore(table: Table): IncidentStore {
  return {
    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        // As with days: the key goes on behind openedAt, so an incident opened exactly at `to` lies beyond the bound.
        sortKeys: { from: `${sortKeyPrefix.incident}${from}`, to: `${sortKeyPrefix.incident}${to}` },
        // notify reads what evaluate wrote a moment ago.
        consistent: true,
      });
      return items.filter(isOfKnownCheck).map((item) => parseItem(table, 'incident', storedIncident, item));
    },

    async newest(touchpointId, limit, before) {
      const { incident: prefix } = sortKeyPrefix;
      const last = before === undefined ? null : incidentKey(touchpointId, before.checkId, before.openedAt).SK;
      const items = await queryLast(table, {
        ...{ partition: touchpointPartition(touchpointId), from: prefix },
        to: last ?? `${prefix}${behindEveryInstant}`,
        // The one before which they lie is at the end of the range.
        limit: last === null ? limit : limit + 1,
      });
      return items
        .filter((item) => item[sortKeyAttribute] !== last)
        .slice(0, limit)
        .filter(isOfKnownCheck)
        .map((item) => parseItem(table, 'incident', storedIncident, item));
    },
  };
}
