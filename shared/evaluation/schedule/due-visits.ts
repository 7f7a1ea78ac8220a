import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { VisitRequest } from '../../model/visit.ts';
import { specOf } from '../../probes/index.ts';
import { nextBusinessTime } from './business-time.ts';

/**
 * The visits of one minute. Stateless: a check is due when `(epoch minute + hash(visit)) mod everyMinutes == 0`, so the
 * load spreads evenly, nothing needs to be remembered, and a repeated tick finds the same checks under the same run ids.
 * @param minute the schedule's own time; seconds are ignored
 */
export function dueVisits(checks: readonly Check[], minute: Instant): VisitRequest[] {
  const epochMinute = Math.floor(Date.parse(minute) / minuteMs);
  const scheduledAt = toInstant(epochMinute * minuteMs);
  const due = new Map<string, Check[]>();
  for (const check of checks) {
    const key = visitKey(check);
    if (!isDue(check, hash(key), epochMinute)) continue;
    const together = due.get(key);
    if (together === undefined) due.set(key, [check]);
    else together.push(check);
  }
  return Array.from(due.values(), (together) => ({ scheduledAt, confirmation: false, checks: together }));
}

/** What falls due while its hours are closed is made up for, once, in the first minute in which they are open. */
export function isDue({ everyMinutes, onlyWithin }: Check, phase: number, epochMinute: number): boolean {
  const sinceDue = (epochMinute + phase) % everyMinutes;
  if (onlyWithin === undefined) return sinceDue === 0;
  const fellDueAt = toInstant((epochMinute - sinceDue) * minuteMs);
  const runsAt = nextBusinessTime(fellDueAt, onlyWithin);
  return runsAt !== null && Math.floor(Date.parse(runsAt) / minuteMs) === epochMinute;
}

/** Checks with the same key are answered from one page load, and fall due together where their cadences meet. */
export function visitKey(check: Check): string {
  const visit = specOf(check.probe)?.visit ?? check.probe;
  return `${check.touchpointId} ${visit} ${check.device ?? ''} ${check.page ?? ''}`;
}

/** The check is due in the minutes since 1970 that, with this many added, are multiples of its cadence. */
export function phaseOf(check: Check): number {
  return hash(visitKey(check));
}

/** FNV-1a with murmur3's finish: cheap, and its remainders are even for every cadence. Unsigned 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
