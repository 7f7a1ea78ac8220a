import { toInstant } from '../../model/instant.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import { expiryAttribute, healthKey } from '../../model/table-keys.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { HealthLog } from '../../ports/stack-health.ts';
import { type Condition, putItem, type Table } from './table.ts';

const secondsPerDay = 86_400;
/** A look takes seconds, and its function at most five minutes. A run that began and has not settled by now was killed. */
const claimHoldsMs = 30 * minuteMs;

const unclaimed = (at: string): Condition => ({
  expression: 'attribute_not_exists(PK) OR #state = :released OR (#state = :claimed AND #at < :stale)',
  values: {
    ':released': 'released',
    ':claimed': 'claimed',
    ':stale': toInstant(Date.parse(at) - claimHoldsMs),
  },
  names: { '#state': 'state', '#at': 'at' },
});

export function createHealthLogIn(table: Table): HealthLog {
  // An earlier version stored `told` for `sent`; either keeps the week taken.
  const put = (weekId: string, state: 'claimed' | 'sent' | 'released', at: string, condition?: Condition) => {
    const expiresAt = Math.floor(Date.parse(at) / 1000) + keepLongDays * secondsPerDay;
    return putItem(table, {
      type: 'health',
      key: healthKey(weekId),
      attributes: { state, at, [expiryAttribute]: expiresAt },
      ...(condition && { condition }),
    });
  };
  return {
    async claim(weekId, at) {
      return (await put(weekId, 'claimed', at, unclaimed(at))) === 'written' ? 'ours' : 'taken';
    },

    async settle(weekId, end, at) {
      await put(weekId, end, at);
    },
  };
}
