import { isBusinessTime } from '../../shared/evaluation/schedule/business-time.ts';
import { visitKey } from '../../shared/evaluation/schedule/due-visits.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { Suspicion } from '../../shared/ports/queues.ts';

/**
 * The visits that confirm or clear suspicions. The run is scheduled for the suspicion's own time plus the delay, so a
 * suspicion that is found twice has the same run id. Left out: checks that are no longer configured, those whose own cadence is shorter
 * than the delay, because it has answered already, and those whose hours have closed: their next run confirms.
 */
export function confirmationVisits(
  checks: readonly Check[],
  suspicions: readonly Suspicion[],
  delaySeconds: number,
): VisitRequest[] {
  const known = new Map(checks.map((check) => [check.id, check]));
  const together = new Map<string, { scheduledAt: string; checks: Map<string, Check> }>();
  for (const { checkId, suspectedAt } of suspicions) {
    const check = known.get(checkId);
    if (check === undefined || check.everyMinutes * 60 <= delaySeconds) continue;
    const scheduledAt = toInstant(Date.parse(suspectedAt) + delaySeconds * 1000);
    if (check.onlyWithin !== undefined && !isBusinessTime(scheduledAt, check.onlyWithin)) continue;
    const key = `${visitKey(check)} ${scheduledAt}`;
    const visit = together.get(key) ?? { scheduledAt, checks: new Map() };
    visit.checks.set(check.id, check);
    together.set(key, visit);
  }
  return Array.from(together.values(), (visit) => ({
    scheduledAt: visit.scheduledAt,
    confirmation: true,
    checks: [...visit.checks.values()],
  }));
}
