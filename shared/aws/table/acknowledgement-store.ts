import { acknowledgementSchema } from '../../model/acknowledgement.ts';
import { isOfKnownCheck } from '../../model/stored-shapes.ts';
import { acknowledgementKey, sortKeyPrefix, touchpointPartition } from '../../model/table-keys.ts';
import type { AcknowledgementStore, Range } from '../../ports/stores.ts';
import { type Condition, parseItem, putItem, queryItems, type Table } from './table.ts';

/** Nobody has acknowledged the incident later than this: two people may do so side by side, and the later word counts. */
const noLaterOne = (acknowledgedAt: string): Condition => ({
  expression: 'attribute_not_exists(acknowledgedAt) OR acknowledgedAt <= :acknowledgedAt',
  values: { ':acknowledgedAt': acknowledgedAt },
});

export function createAcknowledgementStore(table: Table): AcknowledgementStore {
  return {
    async put(acknowledgement) {
      const { touchpointId, checkId, subjectAt, acknowledgedAt } = acknowledgement;
      const written = await putItem(table, {
        type: 'acknowledgement',
        key: acknowledgementKey(touchpointId, checkId, subjectAt),
        attributes: acknowledgement,
        condition: noLaterOne(acknowledgedAt),
      });
      return written === 'written' ? 'stored' : 'outdated';
    },

    async list(touchpointId, { from, to }: Range) {
      const items = await queryItems(table, {
        partition: touchpointPartition(touchpointId),
        sortKeys: { from: `${sortKeyPrefix.acknowledgement}${from}`, to: `${sortKeyPrefix.acknowledgement}${to}` },
        // A reminder right after an acknowledgement would be the very thing it asks to stop.
        consistent: true,
      });
      return items
        .filter(isOfKnownCheck)
        .map((item) => parseItem(table, 'acknowledgement', acknowledgementSchema, item));
    },
  };
}
