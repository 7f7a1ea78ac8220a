import { advanceStatus, isLate, type StatusStep } from '../../shared/evaluation/advance-status.ts';
import { judge } from '../../shared/evaluation/judge.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import type { ConfirmationQueue } from '../../shared/ports/queues.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export interface EvaluateDeps {
  readonly stores: Stores;
  /** The business's; decides when a day ends. */
  readonly timeZone: string;
  /** Where a suspected check is asked for once more; absent where somebody else sees to it. */
  readonly confirmations?: ConfirmationQueue;
}

export interface Evaluation {
  /** The check's status now. */
  readonly status: Status;
  /** What the result did to it; null when it came late, or again, and moved nothing. */
  readonly step: StatusStep | null;
}

/** How often others may move the status under one result before it is left to the queue to try again. */
const attemptsLimit = 8;

/**
 * Stores one result and advances its check's status. May be stopped anywhere and repeated: everything before the status is
 * derived from the status it leaves, so repeating writes the same; the status itself moves under a condition, so a run
 * counts once; what follows the status is made good when the result is delivered again.
 */
export async function evaluateResult(result: Result, check: Check, deps: EvaluateDeps): Promise<Evaluation> {
  const { stores, timeZone } = deps;
  // Already there says nothing about the status: the first delivery may have ended between the two.
  await stores.results.put(result);
  for (let attempt = 1; attempt <= attemptsLimit; attempt++) {
    const previous = await stores.statuses.load(check.touchpointId, check.id);
    const mayHaveLeftHistoryWrong = attempt > 1 || previous?.lastRunAt === result.scheduledAt;
    if (previous !== null && mayHaveLeftHistoryWrong) await repairHistory(previous, stores);
    if (previous !== null && isLate(previous, result)) return { status: previous, step: null };
    const step = advanceStatus(previous, judge(result, check), result, check, timeZone);
    if ((await write(step, previous, result, check, deps)) === 'saved') return { status: step.next, step };
  }
  throw new Error(
    `The status of ${check.id} moved ${attemptsLimit} times while the result of ${result.scheduledAt} was evaluated. The ` +
      'result is stored; deliver it again.',
  );
}

/**
 * An incident that ends goes to the history before the status that ends it, because the next status may forget it. One that
 * goes on is written behind the status: of two runs that open it side by side only one wins, and only the winner's is kept.
 */
async function write(
  step: StatusStep,
  previous: Status | null,
  result: Result,
  check: Check,
  deps: EvaluateDeps,
): Promise<'saved' | 'conflict'> {
  const { stores } = deps;
  const { next, closedDay, incident, confirm, tell } = step;
  if (closedDay !== null) await stores.days.put(check.touchpointId, check.id, closedDay);
  if (incident?.state === 'resolved') await stores.incidents.put(incident);
  // Before the save: afterwards a redelivery is late and would ask no more. Asked twice, the runs have one id.
  if (confirm) await deps.confirmations?.send(check, result.scheduledAt);
  const saved = await stores.statuses.save(next, previous?.lastRunAt ?? null, tell);
  if (saved === 'saved' && incident?.state === 'open') await stores.incidents.put(incident);
  return saved;
}

/**
 * The status decides what an incident is. Its place in the history may be behind (stopped after the save) or ahead (an end
 * was written for a step that another run then forestalled).
 */
async function repairHistory({ incident }: Status, stores: Stores): Promise<void> {
  if (incident !== null && incident.openedAt !== null) await stores.incidents.put(incident);
}
