import type { Check } from '../../model/check.ts';
import type { Instant } from '../../model/instant.ts';
import type { Result } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { localDate } from '../schedule/zone.ts';
import { advanceStatus, isLate, type StatusStep } from './advance-status.ts';
import { judge } from './judge.ts';
import { isAhead, isOverdue } from './light-at.ts';
import { type Elsewhere, weighRegions } from './weigh-regions.ts';

/** When and where a result is looked at. */
export interface Arrival {
  /** The business's; decides when a day ends. */
  readonly timeZone: string;
  readonly now: Instant;
  /** The result was stored before: a redelivery, or the second try after an interruption. */
  readonly isRepeated: boolean;
  /** What is known of other regions; absent where none are asked. */
  readonly elsewhere?: Elsewhere;
}

/**
 * Why a result moved nothing:
 * - `late`: a later run is counted already, or this very one;
 * - `ahead`: it is dated in the future, so either its clock or ours is wrong.
 */
type Refusal = 'late' | 'ahead';

/** A check's status after a result. */
export interface Taken {
  /** Null where a refused result was the check's first. */
  readonly status: Status | null;
  /** What the result did to the status; null when it moved nothing. */
  readonly step: StatusStep | null;
  readonly refused: Refusal | null;
  /** The date to which an earlier run had put the status, where it lay ahead of the clock; null otherwise. */
  readonly clockSetBackFrom: Instant | null;
}

/** What evaluate does with one result, wherever it is done: in the account, on a laptop, replayed. */
export function takeResult(previous: Status | null, result: Result, check: Check, arrival: Arrival): Taken {
  const { timeZone, now } = arrival;
  const taken = { status: previous, step: null, clockSetBackFrom: null };
  if (isAhead(result.scheduledAt, now)) return { ...taken, refused: 'ahead' };
  const isBehind = isLate(previous, result);
  if (isBehind && !isSetBack(previous, result, check, arrival)) return { ...taken, refused: 'late' };
  const base = isBehind && previous !== null ? setBack(previous, result.scheduledAt, timeZone) : previous;
  const run = { own: judge(result, check), previous: base, result, check, now };
  const step = advanceStatus(base, weighRegions(run, arrival.elsewhere ?? null), result, check, timeZone);
  const clockSetBackFrom = isBehind && previous !== null ? previous.lastRunAt : null;
  const wakesNotify = step.wakesNotify || clockSetBackFrom !== null;
  return { status: step.next, step: { ...step, wakesNotify }, refused: null, clockSetBackFrom };
}

/**
 * May a status that seems newer have been written by a clock that was ahead? No run can be later than now, so what has come
 * for the first time and is recent counts, instead of being "late" until the clock has caught up.
 */
export function isSetBack(
  previous: Status | null,
  { scheduledAt }: Pick<Result, 'scheduledAt'>,
  check: Check,
  { now, isRepeated }: Pick<Arrival, 'now' | 'isRepeated'>,
): boolean {
  if (previous === null || previous.lastRunAt <= now || previous.lastRunAt === scheduledAt) return false;
  return !isRepeated && !isOverdue(check, scheduledAt, now);
}

/**
 * The same status, dated by the clock that is right. An open incident keeps its dates, because they are its name in what was sent.
 * @param at the first run since the clock was put back
 */
function setBack(status: Status, at: Instant, timeZone: string): Status {
  const notAfter = (instant: Instant): Instant => (instant < at ? instant : at);
  const date = localDate(Date.parse(at), timeZone);
  const { incident } = status;
  const isSuspicion = incident?.state === 'suspected';
  return {
    ...status,
    incident: isSuspicion ? { ...incident, suspectedAt: notAfter(incident.suspectedAt) } : incident,
    lastRunAt: at,
    lightSince: notAfter(status.lightSince),
    unknownSince: status.unknownSince === null ? null : notAfter(status.unknownSince),
    today: status.today.date > date ? { ...status.today, date } : status.today,
  };
}
