import { z } from 'zod';
import type { Delivery } from '../../model/digest-plan.ts';
import { instantSchema } from '../../model/instant.ts';
import {
  type BusinessScope,
  digestKey,
  digestPartition,
  expiryAttribute,
  sortKeyPrefix,
} from '../../model/table-keys.ts';
import type { DigestLog } from '../../ports/stores.ts';
import { type Condition, getItem, parseItem, putItem, queryItems, type Table } from './table.ts';

const keepDays = 400;
const secondsPerDay = 86_400;

const deliverySchema = z.strictObject({
  reader: z.string(),
  // What is not known may be under way.
  delivery: z.enum(['claimed', 'sent', 'refused']).catch('claimed'),
  at: instantSchema,
});

/** Nobody has begun, or the send was refused: the mail is certainly not in the reader's mailbox. */
const notBegun: Condition = {
  expression: 'attribute_not_exists(PK) OR delivery = :refused',
  values: { ':refused': 'refused' },
};

export function createDigestLog(table: Table, business?: BusinessScope): DigestLog {
  const put = (weekId: string, reader: string, delivery: Delivery, at: string, condition?: Condition) =>
    putItem(table, {
      type: 'digest',
      key: digestKey(weekId, reader, business),
      attributes: {
        reader,
        delivery,
        at,
        [expiryAttribute]: Math.floor(Date.parse(at) / 1000) + keepDays * secondsPerDay,
      },
      ...(condition && { condition }),
    });
  return {
    /*
     * Two invocations of one week side by side, or one after the other's crash:
     *   A claims (nobody has begun)  -> ours
     *                                   B claims -> claimed: A may be about to send
     *   A sends, settles `sent`
     *                                   B claims -> sent
     * so the mail leaves at most once. A claim whose end nobody knows stays, and a person decides.
     */
    async claim(weekId, reader, at) {
      if ((await put(weekId, reader, 'claimed', at, notBegun)) === 'written') return 'ours';
      const item = await getItem(table, digestKey(weekId, reader, business));
      if (item === null) return 'claimed';
      return parseItem(table, 'digest', deliverySchema, item).delivery === 'sent' ? 'sent' : 'claimed';
    },

    async settle(weekId, reader, delivery, at) {
      await put(weekId, reader, delivery, at);
    },

    async list(weekId) {
      const items = await queryItems(table, {
        partition: digestPartition(weekId, business),
        sortKeys: { beginsWith: sortKeyPrefix.digest },
        // A mail that is not seen yet would be missed.
        consistent: true,
      });
      return items.map((item) => parseItem(table, 'digest', deliverySchema, item));
    },
  };
}
