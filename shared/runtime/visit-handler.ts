import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Result } from '../model/result.ts';
import { receivedVisit } from '../model/stored-shapes.ts';
import type { VisitRequest } from '../model/visit.ts';
import type { ResultQueue } from '../ports/queues.ts';
import type { Logger } from './logger.ts';

export interface VisitHandlerDeps {
  /** Makes the visit; always yields a result per check. */
  readonly visit: (request: VisitRequest) => Promise<readonly Result[]>;
  readonly results: ResultQueue;
  readonly logger: Logger;
}

export interface QueuedVisitDeps extends VisitHandlerDeps {
  /** Hands a failed message back to its queue at once. */
  readonly release: (receiptHandle: string) => Promise<void>;
}

/** For a probe that is invoked with each visit. What it throws, Lambda tries again and then puts aside. */
export function createInvokedVisitHandler(deps: VisitHandlerDeps): (event: unknown) => Promise<void> {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    await visitAndReport(receivedVisit.parse(event), deps);
  };
}

/**
 * For a probe whose visits come out of a queue. The message is only gone when the results are safe, so a function killed in
 * between makes the visit again. A batch is one message, and its failure is the invocation's: it must count as an error.
 */
export function createVisitHandler(deps: QueuedVisitDeps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const visitOf = async (record: SQSRecord): Promise<void> => {
    try {
      await visitAndReport(receivedVisit.parse(JSON.parse(record.body)), deps);
    } catch (error) {
      deps.logger.error('The visit failed and is handed back to its queue.', error as Error);
      await deps.release(record.receiptHandle);
      throw error;
    }
  };
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    // The processor keeps the state of one batch: a fresh one per event.
    return processPartialResponse(event, visitOf, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: true });
  };
}

async function visitAndReport(request: VisitRequest, { visit, results, logger }: VisitHandlerDeps): Promise<void> {
  const made = await visit(request);
  await results.send(made);
  for (const { checkId, outcome, cause } of made) logger.info('visited', { checkId, outcome, cause });
}
