import { forecastVisits } from '../../shared/evaluation/what-if/forecast.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { StatusStore } from '../../shared/ports/stores.ts';
import { confirmationDelayMs, type Suspicion } from '../local/confirmations.ts';
import type { Served } from './journal.ts';
import { latestStartMs } from './minutes.ts';

/** Visits that the last watch had begun or queued and not stored: it was stopped or killed in the middle. */
export async function visitsLeft(
  checks: readonly Check[],
  { from, servedUntil }: Served,
  statuses: Pick<StatusStore, 'load'>,
  now: number,
): Promise<VisitRequest[]> {
  const oldest = Math.ceil((now - latestStartMs) / minuteMs) * minuteMs;
  const first = Math.max(Date.parse(from), oldest);
  const minutes = (Date.parse(servedUntil) - first) / minuteMs + 1;
  if (minutes <= 0) return [];
  const lastRuns = await lastRunsOf(checks, statuses);
  return forecastVisits(checks, toInstant(first), minutes).flatMap((visit) => {
    // Which visits to competitors were made is not recorded in a status: skipping one is better than making one twice.
    const left = visit.checks.filter(
      ({ id, guest }) => guest === undefined && (lastRuns.get(id) ?? '') < visit.scheduledAt,
    );
    return left.length === 0 ? [] : [{ ...visit, checks: left }];
  });
}

async function lastRunsOf(
  checks: readonly Check[],
  statuses: Pick<StatusStore, 'load'>,
): Promise<ReadonlyMap<string, Instant>> {
  const lastRuns = new Map<string, Instant>();
  for (const { id, touchpointId } of checks) {
    const status = await statuses.load(touchpointId, id);
    if (status !== null) lastRuns.set(id, status.lastRunAt);
  }
  return lastRuns;
}

/** Suspicions that the last watch did not live to confirm; older ones are left to the check's own cadence. */
export async function suspicionsLeft(
  checks: readonly Check[],
  statuses: Pick<StatusStore, 'load'>,
  now: number,
): Promise<Suspicion[]> {
  const left: Suspicion[] = [];
  for (const check of checks) {
    const status = await statuses.load(check.touchpointId, check.id);
    if (status?.incident?.state !== 'suspected') continue;
    const confirmableUntil = Date.parse(status.lastRunAt) + confirmationDelayMs + latestStartMs;
    if (confirmableUntil > now) left.push({ check, suspectedAt: status.lastRunAt });
  }
  return left;
}
