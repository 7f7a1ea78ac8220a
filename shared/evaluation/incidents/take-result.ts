import type { Check } from '../../model/check.ts';
import type { Result } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { advanceStatus, isLate, type StatusStep } from './advance-status.ts';
import { judge } from './judge.ts';

/**
 * What evaluate does with one result, wherever it is done: in the account, on a laptop, replayed.
 * @param timeZone the business's; decides when a day ends
 * @returns the status and what moved it; no step where the result came late, or again
 */
export function takeResult(previous: Status | null, result: Result, check: Check, timeZone: string): Taken {
  if (previous !== null && isLate(previous, result)) return { status: previous, step: null };
  const step = advanceStatus(previous, judge(result, check), result, check, timeZone);
  return { status: step.next, step };
}

/** A check's status after a result. */
export interface Taken {
  readonly status: Status;
  /** What the result did to it; null when it came late, or again, and moved nothing. */
  readonly step: StatusStep | null;
}
