import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Confirmation, confirmationSchema } from '../../shared/aws/queues/confirmation-queue.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { dueVisits } from '../../shared/evaluation/due-visits.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { metrics, scheduledTimePlaceholder, variables, visitQueueVariable } from '../../shared/model/stack-names.ts';
import type { VisitQueue } from '../../shared/ports/queues.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { type Count, createCount } from '../../shared/runtime/metrics.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { confirmationVisits } from './confirmation-visits.ts';

export interface DispatchDeps {
  readonly checks: readonly Check[];
  readonly visits: VisitQueue;
  readonly confirmationDelaySeconds: number;
  readonly logger: Logger;
  readonly count: Count;
  readonly now: () => number;
}

/** The schedule's input: the minute it stands for, which a retried invocation repeats. */
export interface Tick {
  readonly scheduledAt: string;
}

export function createHandler(deps: DispatchDeps): (event: Tick | SQSEvent) => Promise<SQSBatchResponse | undefined> {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    if ('Records' in event) return confirm(event, deps);
    await send(dueVisits(deps.checks, minuteOf(event, deps.now)), deps);
    return undefined;
  };
}

function minuteOf({ scheduledAt }: Tick, now: () => number): Instant {
  return toInstant(scheduledAt === scheduledTimePlaceholder ? now() : Date.parse(scheduledAt));
}

/** Suspicions that come out of the queue together are confirmed together: one visit answers all of one page. */
async function confirm(event: SQSEvent, deps: DispatchDeps): Promise<SQSBatchResponse> {
  const suspicions: Confirmation[] = [];
  const response = await processPartialResponse(
    event,
    async ({ body }: SQSRecord) => {
      suspicions.push(confirmationSchema.parse(JSON.parse(body)));
    },
    new BatchProcessor(EventType.SQS),
    { throwOnFullBatchFailure: false },
  );
  await send(confirmationVisits(deps.checks, suspicions, deps.confirmationDelaySeconds), deps);
  return response;
}

async function send(
  visits: ReturnType<typeof dueVisits>,
  { visits: queue, count, logger }: DispatchDeps,
): Promise<void> {
  await queue.send(visits);
  count(metrics.visitsDispatched, visits.length);
  logger.info('dispatched', { visits: visits.length });
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([
    variables.confirmationDelaySeconds,
    ...Object.values(visitQueueVariable),
  ] as const);
  return createHandler({
    checks: readDeployedConfiguration().touchpoints.flatMap(({ checks }) => checks),
    visits: createVisitQueue({
      'probe-page': environment[visitQueueVariable['probe-page']],
      'probe-lighthouse': environment[visitQueueVariable['probe-lighthouse']],
      'probe-social': environment[visitQueueVariable['probe-social']],
    }),
    confirmationDelaySeconds: Number(environment[variables.confirmationDelaySeconds]),
    logger: createLogger('dispatch'),
    count: createCount('dispatch'),
    now: Date.now,
  });
});
