import { z } from 'zod';
import { keepLongDays } from '../../model/keep-days.ts';
import { expiryAttribute, spendingKey } from '../../model/table-keys.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { ModelSpending, SpendingKey } from '../../ports/model-spending.ts';
import { type Addition, addToItem, type Condition, getItem, parseItem, type Table } from './table.ts';

const spendingSchema = z.object({ spent: z.number() });

const staysWithin = (most: number): Condition => ({
  expression: 'attribute_not_exists(spent) OR spent <= :most',
  values: { ':most': most },
});

export function createModelSpending(table: Table): ModelSpending {
  const add = ({ business, month }: SpendingKey, amount: number, how: Pick<Addition, 'condition' | 'isSentOnce'>) =>
    addToItem(table, {
      type: 'model-spending',
      key: spendingKey(month, business),
      add: { spent: amount },
      set: { [expiryAttribute]: Math.floor((Date.parse(`${month}-01T00:00:00.000Z`) + keepLongDays * dayMs) / 1000) },
      ...how,
    });
  return {
    async reserve(key, amount, cap) {
      // Of a month without an item nothing is spent, and the condition cannot see that the amount alone is too much.
      if (amount > cap) return 'over-cap';
      return (await add(key, amount, { condition: staysWithin(cap - amount) })) === 'written' ? 'reserved' : 'over-cap';
    },

    async settle(key, difference) {
      // Given back twice, less would be counted than is paid; a reservation that is made twice only errs on the safe side.
      if (difference !== 0) await add(key, difference, { isSentOnce: true });
    },

    async spent({ business, month }) {
      const item = await getItem(table, spendingKey(month, business));
      return item === null ? 0 : parseItem(table, 'model-spending', spendingSchema, item).spent;
    },
  };
}
