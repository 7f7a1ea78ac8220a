import { keepLongDays } from '../../model/keep-days.ts';
import { type PlanStep, planMemorySchema, planStepSchema } from '../../model/plan.ts';
import {
  type BusinessScope,
  expiryAttribute,
  planMemoryKey,
  planPartitionOf,
  planStepKey,
  sortKeyPrefix,
} from '../../model/table-keys.ts';
import type { PlanStore } from '../../ports/plan-store.ts';
import { type Condition, itemIsNew, parseItem, putItem, queryItems, queryLast, type Table } from './table.ts';

const secondsPerDay = 86_400;

/** Nobody has changed it since it was read. */
const unchangedSince = (previousAt: string): Condition => ({
  expression: 'changedAt = :previousAt',
  values: { ':previousAt': previousAt },
});

const expiry = (at: string) => ({
  [expiryAttribute]: Math.floor(Date.parse(at) / 1000) + keepLongDays * secondsPerDay,
});

export function createPlanStore(table: Table, business?: BusinessScope): PlanStore {
  const prefix = sortKeyPrefix['plan-memory'];
  const partition = planPartitionOf(business);
  return {
    async list() {
      const items = await queryItems(table, {
        partition,
        sortKeys: { beginsWith: sortKeyPrefix['plan-step'] },
        // Somebody has just taken it, and looks whether that was written.
        consistent: true,
      });
      return items.map((item): PlanStep => parseItem(table, 'plan-step', planStepSchema, item));
    },

    async put(step, previousAt) {
      const written = await putItem(table, {
        type: 'plan-step',
        key: planStepKey(step.id, business),
        attributes: { ...step, ...expiry(step.changedAt) },
        condition: previousAt === null ? itemIsNew : unchangedSince(previousAt),
      });
      return written === 'written' ? 'saved' : 'conflict';
    },

    async newest(beforeWeekId) {
      // Both ends of a range are included, so that of the week itself may be the last.
      const to = planMemoryKey(beforeWeekId, business).SK;
      const items = await queryLast(table, { partition, from: prefix, to, limit: 2 });
      const memories = items.map((item) => parseItem(table, 'plan-memory', planMemorySchema, item));
      return memories.find(({ weekId }) => weekId < beforeWeekId) ?? null;
    },

    async remember(memory) {
      const written = await putItem(table, {
        type: 'plan-memory',
        key: planMemoryKey(memory.weekId, business),
        attributes: { ...memory, ...expiry(memory.at) },
        condition: itemIsNew,
      });
      return written === 'written' ? 'stored' : 'already-there';
    },
  };
}
