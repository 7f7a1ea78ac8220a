import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Result } from '../model/result.ts';
import { type VisitRequest, visitRequestSchema } from '../model/visit.ts';
import type { ResultQueue } from '../ports/queues.ts';
import type { Logger } from './logger.ts';

export interface VisitHandlerDeps {
  /** Makes the visit; always yields a result per check. */
  readonly visit: (request: VisitRequest) => Promise<readonly Result[]>;
  readonly results: ResultQueue;
  /** Hands a failed message back to its queue at once. */
  readonly release: (receiptHandle: string) => Promise<void>;
  readonly logger: Logger;
}

/**
 * What the three probes have in common: a visit comes out of the queue, is made, and its results go on. The message is
 * only gone when the results are safe, so a function killed in between makes the visit again.
 */
export function createVisitHandler(deps: VisitHandlerDeps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const visitOf = async (record: SQSRecord): Promise<void> => {
    try {
      const request = visitRequestSchema.parse(JSON.parse(record.body));
      const results = await deps.visit(request);
      await deps.results.send(results);
      for (const { checkId, outcome, cause } of results) deps.logger.info('visited', { checkId, outcome, cause });
    } catch (error) {
      deps.logger.error('The visit failed and is handed back to its queue.', error as Error);
      await deps.release(record.receiptHandle);
      throw error;
    }
  };
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    // The processor keeps the state of one batch: a fresh one per event.
    return processPartialResponse(event, visitOf, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
    });
  };
}
