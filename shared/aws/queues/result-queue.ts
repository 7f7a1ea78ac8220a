import type { SQSClient } from '@aws-sdk/client-sqs';
import type { ResultQueue } from '../../ports/queues.ts';
import { sendBatches } from './send-batches.ts';

export function createResultQueue(client: SQSClient, queueUrl: string): ResultQueue {
  return {
    send: (results) =>
      sendBatches(
        client,
        queueUrl,
        results.map((result) => ({ MessageBody: JSON.stringify(result) })),
      ),
  };
}
