import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { VisitQueue } from '../../shared/ports/queues.ts';
import type { PageDeps } from './page-deps.ts';

/**
 * Sends one visit for a check, beside its cadence. A run is named by its minute, so pressing twice within one asks once: the
 * queue drops the second visit, and a second result of the same run changes nothing.
 */
export function createRunNow(visits: VisitQueue, now: () => number): PageDeps['runNow'] {
  const asked = new Map<string, number>();
  return async (check: Check) => {
    const minute = Math.floor(now() / minuteMs) * minuteMs;
    if (asked.get(check.id) === minute) return 'under-way';
    await visits.send([{ scheduledAt: toInstant(minute), confirmation: false, checks: [check] }]);
    asked.set(check.id, minute);
    return 'started';
  };
}
