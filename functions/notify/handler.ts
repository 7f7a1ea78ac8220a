import { setTimeout as sleep } from 'node:timers/promises';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { z } from 'zod';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { createPace, publishGapMs } from '../../shared/aws/topics/pace.ts';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { partitionKeyAttribute, touchpointPartition } from '../../shared/model/table-keys.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { type NotifyDeps, notifyTouchpoint } from './notify-touchpoint.ts';
import { renderNotification } from './render.ts';

export interface NotifyHandlerDeps extends Omit<NotifyDeps, 'now'> {
  readonly logger: Logger;
  readonly now: () => number;
}

/** Which touchpoint a record is about is all that is read of it: what is due is derived from the table as it is now. */
export function createHandler(deps: NotifyHandlerDeps): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    // Many records of one touchpoint are one question; all of them share its answer, a failure too.
    const asked = new Map<string, Promise<void>>();
    const notify = (record: DynamoDBRecord): Promise<void> => {
      const touchpointId = touchpointOf(record);
      const answer = asked.get(touchpointId) ?? tell(touchpointId, deps);
      asked.set(touchpointId, answer);
      return answer;
    };
    return processPartialResponse(event, notify, new BatchProcessor(EventType.DynamoDBStreams), {
      throwOnFullBatchFailure: false,
    });
  };
}

async function tell(touchpointId: string, { logger, now, ...deps }: NotifyHandlerDeps): Promise<void> {
  const { notification } = await notifyTouchpoint(touchpointId, { ...deps, now: toInstant(now()) });
  logger.info('notified', { touchpointId, told: notification?.reason ?? 'nothing due' });
}

const keySchema = z.object({ S: z.string().startsWith(touchpointPartition('')) });

function touchpointOf({ dynamodb }: DynamoDBRecord): string {
  const { S } = keySchema.parse(dynamodb?.Keys?.[partitionKeyAttribute]);
  return S.slice(touchpointPartition('').length);
}

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([variables.table, variables.alertsTopic, variables.evidenceBucket] as const);
  const configuration = readDeployedConfiguration();
  // A link that works without access to AWS would work for everybody who gets hold of the mail, or be dead by the morning.
  const evidenceAt = (reference: string): string => `s3://${environment[variables.evidenceBucket]}/${reference}`;
  return createHandler({
    stores: createStores({ client: createDynamoClient(), tableName: environment[variables.table] }),
    notifier: createSnsNotifier({
      topicArn: environment[variables.alertsTopic],
      render: (notification) => renderNotification(notification, { ...configuration, evidenceAt }),
      pace: createPace(publishGapMs, { now: Date.now, sleep }),
    }),
    configuration,
    logger: createLogger('notify'),
    now: Date.now,
  });
});
