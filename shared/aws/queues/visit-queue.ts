import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { runId } from '../../model/check-id.ts';
import { probeSpecs } from '../../model/probes/index.ts';
import { type ProbeStep, probeSteps } from '../../model/stack-names.ts';
import type { VisitRequest } from '../../model/visit.ts';
import type { VisitQueue } from '../../ports/queues.ts';
import { type OutgoingMessage, sendBatches } from './send-batches.ts';

/** @param queueUrls one FIFO queue per probe */
export function createVisitQueue(
  queueUrls: Readonly<Record<ProbeStep, string>>,
  client = new SQSClient({ maxAttempts: 6 }),
): VisitQueue {
  return {
    async send(requests) {
      await Promise.all(
        probeSteps.map((step) =>
          sendBatches(client, queueUrls[step], requests.filter((request) => stepOf(request) === step).map(toMessage)),
        ),
      );
    },
  };
}

function stepOf({ checks: [first] }: VisitRequest): ProbeStep {
  const spec = probeSpecs[first?.probe ?? ''];
  if (spec === undefined) throw new Error(`No probe is called "${first?.probe}"; so no queue takes ${first?.id}.`);
  return spec.step;
}

/**
 * The group is the host: one visit to a site at a time, so we are polite and measurements do not disturb each other. The
 * deduplication id is made of the run ids, so a repeated tick or confirmation sends nothing twice within five minutes.
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

/** SQS allows 128 printable ASCII characters without spaces; anything else is told apart by its hash. */
function asFifoId(text: string): string {
  return /^[!-~]{1,128}$/.test(text) ? text : createHash('sha256').update(text).digest('hex');
}
