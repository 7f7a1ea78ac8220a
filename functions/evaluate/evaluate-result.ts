import type { StatusStep } from '../../shared/evaluation/incidents/advance-status.ts';
import { isSetBack, type Taken, takeResult } from '../../shared/evaluation/incidents/take-result.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ConfirmationQueue } from '../../shared/ports/queues.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { type RegionDeps, readElsewhere } from './regions.ts';

export interface EvaluateDeps {
  readonly stores: Stores;
  /** The business's; decides when a day ends. */
  readonly timeZone: string;
  readonly now: () => number;
  /** Where a suspected check is asked for once more; absent where somebody else sees to it. */
  readonly confirmations?: ConfirmationQueue;
  /** Absent where no other regions are asked. */
  readonly regions?: RegionDeps;
}

/** How often others may move the status under one result before it is left to the queue to try again. */
const attemptsLimit = 8;

/**
 * Stores one result and advances its check's status: one read and two writes. May be stopped anywhere and repeated:
 * everything before the status is derived from the status it leaves, so repeating writes the same; the status itself moves
 * under a condition, so a run counts once; nothing follows it. What was seen on somebody else's site is stored and not judged.
 */
export async function evaluateResult(result: Result, check: Check, deps: EvaluateDeps): Promise<Taken> {
  const { stores, timeZone, confirmations, regions } = deps;
  if (check.guest !== undefined) {
    await stores.results.put(result);
    return { status: null, step: null, refused: null, clockSetBackFrom: null };
  }
  let isNew = false;
  let isAsked = false;
  for (let attempt = 1; attempt <= attemptsLimit; attempt++) {
    const previous = await stores.statuses.load(check.touchpointId, check.id);
    const now = toInstant(deps.now());
    // Only where the clock was put back must a first delivery be told from a second before anything moves.
    if (!isNew && isSetBack(previous, result, check, { now, isRepeated: false })) {
      isNew = (await stores.results.put(result)) === 'stored';
      if (!isNew) return { status: previous, step: null, refused: 'late', clockSetBackFrom: null };
    }
    const elsewhere =
      regions && (await readElsewhere(previous, result, check, now, { ...regions, statuses: stores.statuses }));
    const arrival = { timeZone, now, isRepeated: false, ...(elsewhere && { elsewhere }) };
    const taken = takeResult(previous, result, check, arrival);
    const { step } = taken;
    if (step === null) {
      // What is dated in the future would stand between the results of that day.
      if (taken.refused === 'late') await stores.results.put(result);
      return taken;
    }
    await store(result, step, stores);
    // Before the save: afterwards a redelivery is late and would ask no more. Asked twice, the runs have one id.
    if (step.confirm) await confirmations?.send(check, result.scheduledAt);
    if (step.asksRegions === true && !isAsked) await regions?.asker.ask(check, result.scheduledAt);
    isAsked ||= step.asksRegions === true;
    const saved = await stores.statuses.save(step.next, previous?.lastRunAt ?? null, step.wakesNotify);
    if (saved === 'saved') return taken;
  }
  throw new Error(
    `The status of ${check.id} moved ${attemptsLimit} times while the result of ${result.scheduledAt} was evaluated. The ` +
      'result is stored; deliver it again.',
  );
}

/**
 * What ends goes to the history before the status that ends it, because the next status may forget it. An incident that goes
 * on is in the status alone: of two runs that open it side by side only one wins, and only the winner's is known.
 */
async function store(result: Result, { closedDay, incident }: StatusStep, { results, history }: Stores): Promise<void> {
  const closed = { day: closedDay, incident: incident?.state === 'resolved' ? incident : null };
  if (closed.day === null && closed.incident === null) await results.put(result);
  else await history.put(result, closed);
}
