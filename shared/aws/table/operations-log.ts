import { digestPlanSchema } from '../../model/digest-plan.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import { type BusinessScope, digestPlanKey, expiryAttribute, operationKey } from '../../model/table-keys.ts';
import type { OperationsLog } from '../../ports/stores.ts';
import { getItem, parseItem, putItem, type Table } from './table.ts';

const secondsPerDay = 86_400;

export function createOperationsLog(table: Table, business?: BusinessScope): OperationsLog {
  return {
    async wasSent(name, period) {
      return (await getItem(table, operationKey(name, period, business))) !== null;
    },

    async recordSent(name, period, at) {
      const expiresAt = Math.floor(Date.parse(at) / 1000) + keepLongDays * secondsPerDay;
      const attributes = { name, period, at, [expiryAttribute]: expiresAt };
      await putItem(table, { type: 'operation', key: operationKey(name, period, business), attributes });
    },

    async loadDigestPlan() {
      const item = await getItem(table, digestPlanKey(business));
      return item === null ? null : parseItem(table, 'digest-plan', digestPlanSchema, item);
    },

    async saveDigestPlan(plan) {
      await putItem(table, { type: 'digest-plan', key: digestPlanKey(business), attributes: plan });
    },
  };
}
