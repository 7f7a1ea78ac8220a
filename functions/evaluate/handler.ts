import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createConfirmationQueue } from '../../shared/aws/queues/confirmation-queue.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import type { Check } from '../../shared/model/check.ts';
import { resultSchema } from '../../shared/model/result.ts';
import { metrics, variables } from '../../shared/model/stack-names.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { type Count, createCount } from '../../shared/runtime/metrics.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { type EvaluateDeps, evaluateResult } from './evaluate-result.ts';

export interface EvaluateHandlerDeps extends EvaluateDeps {
  readonly checks: readonly Check[];
  readonly logger: Logger;
  readonly count: Count;
}

/** A result that cannot be read or stored stays in the queue on its own; the others of its batch go on. */
export function createHandler(deps: EvaluateHandlerDeps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const checks = new Map(deps.checks.map((check) => [check.id, check]));
  const evaluate = async ({ body }: SQSRecord): Promise<void> => {
    const result = resultSchema.parse(JSON.parse(body));
    const check = checks.get(result.checkId);
    if (check === undefined) {
      deps.logger.warn('This check is no longer configured; its late result is dropped.', { checkId: result.checkId });
      return;
    }
    const { status, step } = await evaluateResult(result, check, deps);
    deps.logger.info('evaluated', {
      checkId: check.id,
      light: status.light,
      reason: step?.reason ?? 'late or repeated',
    });
    deps.count(metrics.resultsEvaluated, 1);
    if (status.light === 'unknown') deps.count(metrics.unknownResults, 1);
  };
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    // One after the other: results of one check in one batch would only get into each other's way.
    const options = { processInParallel: false, throwOnFullBatchFailure: false };
    return processPartialResponse(event, evaluate, new BatchProcessor(EventType.SQS), options);
  };
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([variables.table, variables.confirmationQueue]);
  const configuration = readDeployedConfiguration();
  return createHandler({
    stores: createStores({ client: createDynamoClient(), tableName: environment[variables.table] }),
    timeZone: configuration.timeZone,
    confirmations: createConfirmationQueue(environment[variables.confirmationQueue]),
    checks: configuration.touchpoints.flatMap(({ checks }) => checks),
    logger: createLogger('evaluate'),
    count: createCount('evaluate'),
  });
});
