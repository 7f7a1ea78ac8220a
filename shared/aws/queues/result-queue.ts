import { SQSClient } from '@aws-sdk/client-sqs';
import type { ResultQueue } from '../../ports/queues.ts';
import { sendBatches } from './send-batches.ts';

export function createResultQueue(queueUrl: string, client = new SQSClient({ maxAttempts: 6 })): ResultQueue {
  return {
    send: (results) =>
      sendBatches(
        client,
        queueUrl,
        results.map((result) => ({ MessageBody: JSON.stringify(result) })),
      ),
  };
}
