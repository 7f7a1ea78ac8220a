import { incidentSchema } from '../../model/incident.ts';
import { incidentKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { IncidentStore, Range } from '../../ports/stores.ts';
import { parseItem, putItem, queryItems, type Table } from './table.ts';

export function createIncidentStore(table: Table): IncidentStore {
  return {
    /** Without a condition: the same incident has the same key, and the status that follows decides which step counts. */
    async put(incident) {
      const { touchpointId, checkId, openedAt } = incident;
      if (openedAt === null) {
        throw new Error(
          `The incident of ${checkId}, suspected at ${incident.suspectedAt}, was never opened, so it has no place in the ` +
            'history: put it only when openedAt is set.',
        );
      }
      await putItem(table, {
        type: 'incident',
        key: incidentKey(touchpointId, checkId, openedAt),
        attributes: incident,
      });
    },

    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        // As with days: the key goes on behind openedAt, so an incident opened exactly at `to` lies beyond the bound.
        sortKeys: { from: `${sortKeyPrefix.incident}${from}`, to: `${sortKeyPrefix.incident}${to}` },
        // notify reads what evaluate wrote a moment ago.
        consistent: true,
      });
      return items.map((item) => parseItem(table, 'incident', incidentSchema, item));
    },
  };
}
