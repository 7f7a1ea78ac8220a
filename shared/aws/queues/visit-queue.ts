import { SQSClient } from '@aws-sdk/client-sqs';
import { runId } from '../../model/check-id.ts';
import type { VisitRequest } from '../../model/visit.ts';
import type { VisitQueue } from '../../ports/queues.ts';
import { asFifoId } from './fifo-id.ts';
import { type OutgoingMessage, sendBatches } from './send-batches.ts';

/** A probe's FIFO queue. */
export function createVisitQueue(queueUrl: string, client = new SQSClient({ maxAttempts: 6 })): VisitQueue {
  return { send: (requests) => sendBatches(client, queueUrl, requests.map(toMessage)) };
}

/**
 * The group is the host: one visit to a site at a time, so we are polite and measurements do not disturb each other. The
 * deduplication id is made of the run ids, so a repeated tick sends nothing twice within five minutes.
 */
function toMessage(request: VisitRequest): OutgoingMessage {
  return {
    MessageBody: JSON.stringify(request),
    MessageGroupId: asFifoId(hostOf(request)),
    MessageDeduplicationId: asFifoId(request.checks.map(({ id }) => runId(id, request.scheduledAt)).join(' ')),
  };
}

function hostOf({ checks: [first] }: VisitRequest): string {
  if (first?.url) return new URL(first.url).host;
  return first?.touchpointId ?? 'none';
}
