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

/**
 * The queue of the stack in the home region, for a probe in another one. What it sends says where it was seen (`regionReportSchema`).
 * @param region that the probe runs in
 */
export function createReportQueue(
  queueUrl: string,
  { region, homeRegion }: { readonly region: string; readonly homeRegion: string },
  // The address was put together from names; the client knows where SQS is in that region.
  client = new SQSClient({ region: homeRegion, useQueueUrlAsEndpoint: false, maxAttempts: 6 }),
): ResultQueue {
  return {
    send: (results) =>
      sendBatches(
        client,
        queueUrl,
        results.map((result) => ({ MessageBody: JSON.stringify({ region, result }) })),
      ),
  };
}
