import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';

export type OutgoingMessage = Omit<SendMessageBatchRequestEntry, 'Id' | 'MessageBody'> & {
  readonly MessageBody: string;
};

/** SQS takes ten messages in one call. */
const maxMessages = 10;
/** Well under SQS's limit for one call, which was 256 KiB for years and still is in some places. */
const maxBytes = 240 * 1024;
const maxAttempts = 3;

/**
 * Sends all messages, in as few calls as SQS allows; what a call refuses is tried again.
 * @throws Error when some are still refused: the caller's own message stays in its queue and is delivered again
 */
export async function sendBatches(
  client: SQSClient,
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (const batch of batchesOf(messages)) await sendBatch(client, queueUrl, batch);
}

async function sendBatch(client: SQSClient, queueUrl: string, batch: readonly OutgoingMessage[]): Promise<void> {
  let waiting = batch;
  let refusal = '';
  for (let attempt = 1; attempt <= maxAttempts && waiting.length > 0; attempt++) {
    const entries = waiting.map((message, index) => ({ ...message, Id: String(index) }));
    const { Failed: failed = [] } = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
    );
    refusal = failed[0] === undefined ? '' : `${failed[0].Code}: ${failed[0].Message ?? 'no message'}`;
    waiting = waiting.filter((_, index) => failed.some(({ Id }) => Id === String(index)));
  }
  if (waiting.length > 0) {
    throw new Error(
      `${queueUrl} refused ${waiting.length} of ${batch.length} messages ${maxAttempts} times (${refusal}).`,
    );
  }
}

function batchesOf(messages: readonly OutgoingMessage[]): OutgoingMessage[][] {
  const batches: OutgoingMessage[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const size = Buffer.byteLength(message.MessageBody);
    const current = batches.at(-1);
    if (current === undefined || current.length === maxMessages || bytes + size > maxBytes) {
      batches.push([message]);
      bytes = size;
    } else {
      current.push(message);
      bytes += size;
    }
  }
  return batches;
}
