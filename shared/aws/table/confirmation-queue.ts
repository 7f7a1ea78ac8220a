import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { checkIdSchema } from '../../model/check-id.ts';
import { instantSchema } from '../../model/instant.ts';
import { confirmationKey, confirmationPartition, expiryAttribute, sortKeyPrefix } from '../../model/table-keys.ts';
import type { ConfirmationQueue, ConfirmationSource } from '../../ports/queues.ts';
import { parseItem, putItem, queryItems, type Table } from './table.ts';

const suspicionSchema = z.object({ checkId: checkIdSchema, suspectedAt: instantSchema });

/** A suspicion that nobody has confirmed for so long is dropped: the check's own cadence has answered it by then. */
const keepSeconds = 86_400;

/**
 * Suspicions wait in the table: dispatch looks there every minute anyway, and an idle queue would cost $0.26 a month for being
 * asked. The same suspicion written twice is one item.
 */
export function createConfirmationQueue(table: Table): ConfirmationQueue & ConfirmationSource {
  return {
    async send({ id }, suspectedAt) {
      const expiresAt = Math.floor(Date.parse(suspectedAt) / 1000) + keepSeconds;
      await putItem(table, {
        type: 'confirmation',
        key: confirmationKey(id, suspectedAt),
        attributes: { checkId: id, suspectedAt, [expiryAttribute]: expiresAt },
      });
    },

    async list(suspectedUntil) {
      const items = await queryItems(table, {
        partition: confirmationPartition,
        // "~" sorts behind every character of an instant and of a check id.
        sortKeys: { from: sortKeyPrefix.confirmation, to: `${sortKeyPrefix.confirmation}${suspectedUntil}~` },
        // What is not seen yet is seen a minute later; asked 43,200 times a month, half the price counts.
        consistent: false,
      });
      return items.map((item) => parseItem(table, 'confirmation', suspicionSchema, item));
    },

    async remove(suspicions) {
      for (const { checkId, suspectedAt } of suspicions) {
        const Key = confirmationKey(checkId, suspectedAt);
        await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
      }
    },
  };
}
