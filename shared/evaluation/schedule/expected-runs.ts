import type { Check } from '../../model/check.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { nextBusinessTime } from './business-time.ts';
import { phaseOf } from './due-visits.ts';

/** What fell due up to this long before may be made up for within the period: no check runs less often than weekly. */
const LONGEST_CLOSED_MINUTES = 14 * 1440;

/** How many runs dispatch sends in the period (`from` inclusive, `to` exclusive), confirmations left aside. */
export function expectedRuns(check: Check, from: Instant, to: Instant): number {
  const first = minuteAt(from);
  const end = minuteAt(to);
  if (first >= end) return 0;
  return check.onlyWithin === undefined ? dueBefore(check, end) - dueBefore(check, first) : inHours(check, first, end);
}

function minuteAt(at: Instant): number {
  return Math.ceil(Date.parse(at) / minuteMs);
}

/** Minutes since 1970 at which the check fell due, up to the given one. */
function dueBefore(check: Check, minute: number): number {
  return Math.floor((minute - 1 + phaseOf(check)) / check.everyMinutes);
}

/** What falls due while it is closed runs once, when it opens. */
function inHours(check: Check, first: number, end: number): number {
  const { everyMinutes, onlyWithin } = check;
  if (onlyWithin === undefined) return 0;
  const phase = phaseOf(check);
  const earliest = first - LONGEST_CLOSED_MINUTES;
  const times = new Set<number>();
  for (let due = Math.ceil((earliest + phase) / everyMinutes) * everyMinutes - phase; due < end; due += everyMinutes) {
    const runsAt = nextBusinessTime(toInstant(due * minuteMs), onlyWithin);
    const minute = runsAt === null ? end : Math.floor(Date.parse(runsAt) / minuteMs);
    if (first <= minute && minute < end) times.add(minute);
  }
  return times.size;
}
