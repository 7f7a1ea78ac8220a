import type { HistoryStore } from '../../ports/stores.ts';
import { dayItem } from './day-store.ts';
import { incidentItem } from './incident-store.ts';
import { resultItem } from './result-store.ts';
import { putItems, type Table } from './table.ts';

/** @param keepDays after how many days a result expires */
export function createHistoryStore(table: Table, keepDays: number): HistoryStore {
  return {
    /** Without a condition: what closes is computed from the status that is left, so repeating it writes the same. */
    async put(result, { day, incident }) {
      await putItems(table, [
        resultItem(result, keepDays),
        ...(day === null ? [] : [dayItem(result.checkId, day)]),
        ...(incident === null ? [] : [incidentItem(incident)]),
      ]);
    },
  };
}
