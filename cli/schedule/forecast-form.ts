import { nextBusinessTime } from '../../shared/evaluation/schedule/business-time.ts';
import { maySubmit } from '../../shared/evaluation/schedule/may-submit.ts';
import { forecastVisits } from '../../shared/evaluation/what-if/forecast.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';

export interface CheckPerDay {
  readonly runs: number;
  /** Runs that really send their form. */
  readonly sent: number;
}

/** Whole weeks, so that weekends even out. */
const days = 14;

/**
 * How often a check runs, and how often it really sends its form, on an average day of the coming two weeks: within
 * business hours and under the daily limit, where it has them. Confirmations of a suspicion come on top, under the same limit.
 */
export function averageDay(check: Check, from: Instant): CheckPerDay {
  const runsPerDay = 1440 / check.everyMinutes;
  const { mode, maxPerDay } = check.options;
  const sends = mode === 'submit' && typeof maxPerDay === 'number';
  if (check.onlyWithin === undefined) return { runs: runsPerDay, sent: sends ? Math.min(runsPerDay, maxPerDay) : 0 };
  const runs = runsWithinHours(check, check.onlyWithin, from);
  const isCounted = (at: Instant): boolean => at >= from;
  return {
    runs: runs.filter(isCounted).length / days,
    sent: sends ? submissions(runs, check, maxPerDay).filter(isCounted).length / days : 0,
  };
}

/** From a day before on, so that the daily limit is met as on any other day. What falls due at night shares a morning run. */
function runsWithinHours(
  { onlyWithin: _, ...check }: Check,
  hours: NonNullable<Check['onlyWithin']>,
  from: Instant,
): Instant[] {
  const dayBefore = toInstant(Date.parse(from) - dayMs);
  const [first] = forecastVisits([check], dayBefore, check.everyMinutes);
  if (first === undefined) return [];
  const runs = new Set<Instant>();
  const end = Date.parse(from) + days * dayMs;
  for (let due = Date.parse(first.scheduledAt); due < end; due += check.everyMinutes * minuteMs) {
    const at = nextBusinessTime(toInstant(due), hours);
    if (at !== null && Date.parse(at) < end) runs.add(at);
  }
  return [...runs];
}

function submissions(runs: readonly Instant[], check: Check, maxPerDay: number): Instant[] {
  const sent: Instant[] = [];
  for (const at of runs) {
    if (maySubmit(check, maxPerDay, sent, { scheduledAt: at, now: at }).reason === 'send') sent.push(at);
  }
  return sent;
}
