import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStepInvoker } from '../../shared/aws/steps/step-invoker.ts';
import { createVisitSender, readVisitTargets } from '../../shared/aws/steps/visit-sender.ts';
import { createConfirmations } from '../../shared/aws/stores.ts';
import { readDeployedBusinesses } from '../../shared/config/fleet/deployed-businesses.ts';
import { createDueIndex, type DueIndex } from '../../shared/evaluation/schedule/due-index.ts';
import { scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { type Step, scheduledTimePlaceholder, variables } from '../../shared/model/stack-names.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { wakeEveryMinutes } from '../../shared/model/wake-ups.ts';
import type { ConfirmationSource, StepInvoker, VisitQueue } from '../../shared/ports/queues.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { confirmationVisits } from './confirmation-visits.ts';
import { landedVisits } from './landed-visits.ts';

export interface DispatchDeps {
  readonly checks: readonly Check[];
  readonly visits: VisitQueue;
  readonly confirmations: ConfirmationSource;
  readonly confirmationDelaySeconds: number;
  /** Empties the results' queues, also where the probe that filled one could not wake it. */
  readonly wakeEvaluate: StepInvoker;
  /** Looks through all touchpoints, also where no status woke it. */
  readonly wakeNotify: StepInvoker;
  readonly logger: Logger;
  readonly now: () => number;
}

/** The schedule's input: the minute it stands for, which a retried invocation repeats. */
export interface Tick {
  readonly scheduledAt: string;
}

/** A file that some check reads has come into the stack's bucket. */
export interface Landed {
  /** Its key. */
  readonly landed: string;
}

/**
 * One schedule drives everything: it sends what is due, confirms what was suspected, and wakes the two steps that otherwise
 * depend on being woken by others. What fails keeps nothing else from being done; the invocation then fails as a whole, is
 * retried for the same minute, and ends in the dead-letter queue.
 */
export function createHandler(deps: DispatchDeps): (event: Tick | Landed) => Promise<void> {
  const due = createDueIndex(deps.checks);
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    if ('landed' in event) return deps.visits.send(landedVisits(deps.checks, event.landed, toInstant(deps.now())));
    const minute = minuteOf(event, deps.now);
    const outcomes = await Promise.allSettled([
      deps.visits.send(due.visitsAt(minute)),
      confirm(minute, due, deps),
      isEvery(wakeEveryMinutes.evaluate, minute) ? wake('evaluate', deps.wakeEvaluate, {}) : undefined,
      isEvery(wakeEveryMinutes.notify, minute) ? wake('notify', deps.wakeNotify, { sweepAt: minute }) : undefined,
    ]);
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (failures.length > 0) {
      throw new AggregateError(
        failures,
        `Not everything of ${minute} was dispatched. ${failures.map(String).join(' ')}`,
      );
    }
  };
}

/** @throws Error that names the step: AWS does not always say what it was that it refused */
async function wake(step: Step, invoke: StepInvoker, event: object): Promise<void> {
  try {
    await invoke(event);
  } catch (cause) {
    throw new Error(`${step} could not be woken. ${String(cause)}`, { cause });
  }
}

function minuteOf({ scheduledAt }: Tick, now: () => number): Instant {
  const at = scheduledAt === scheduledTimePlaceholder ? now() : Date.parse(scheduledAt);
  return toInstant(Math.floor(at / minuteMs) * minuteMs);
}

function isEvery(minutes: number, minute: Instant): boolean {
  return (Date.parse(minute) / minuteMs) % minutes === 0;
}

/** Suspicions are removed once their visits are sent: stopped in between, the visits are sent again under the same run ids. */
async function confirm(
  minute: Instant,
  due: DueIndex,
  { confirmations, confirmationDelaySeconds: delaySeconds, visits }: DispatchDeps,
): Promise<void> {
  const suspicions = await confirmations.list(toInstant(Date.parse(minute) - delaySeconds * 1000));
  if (suspicions.length === 0) return;
  const suspected = suspicions.flatMap(({ checkId }) => due.check(checkId) ?? []);
  await visits.send(confirmationVisits(suspected, suspicions, delaySeconds));
  await confirmations.remove(suspicions);
}

export const handler = onFirstEvent(async () => {
  const environment = readEnvironment([
    variables.table,
    variables.confirmationDelaySeconds,
    variables.evaluateFunction,
    variables.notifyFunction,
  ]);
  const businesses = await readDeployedBusinesses(deployedFleetFile());
  return createHandler({
    checks: businesses.flatMap(({ configuration }) => scheduledChecks(configuration)),
    visits: createVisitSender(readVisitTargets()),
    confirmations: createConfirmations({ client: createDynamoClient(), tableName: environment[variables.table] }),
    confirmationDelaySeconds: Number(environment[variables.confirmationDelaySeconds]),
    wakeEvaluate: createStepInvoker(environment[variables.evaluateFunction]),
    wakeNotify: createStepInvoker(environment[variables.notifyFunction]),
    logger: createLogger('dispatch'),
    now: Date.now,
  });
});
