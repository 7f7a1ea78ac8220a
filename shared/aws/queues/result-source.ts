import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ReceivedResult, ResultSource } from '../../ports/queues.ts';

/** SQS hands out and deletes ten messages in one call. */
const maxMessages = 10;

/** The other end of a results queue. What is received and not removed comes back after the queue's visibility timeout. */
export function createResultSource(queueUrl: string, client = new SQSClient({ maxAttempts: 6 })): ResultSource {
  return {
    async receive(waitSeconds) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: maxMessages,
          // Asked without waiting, SQS looks at some of its servers only and may miss a message.
          WaitTimeSeconds: waitSeconds,
        }),
      );
      return Messages.map(
        ({ Body, ReceiptHandle }): ReceivedResult => ({
          body: Body ?? '',
          receipt: ReceiptHandle ?? '',
        }),
      );
    },
    async remove(received) {
      if (received.length === 0) return;
      const Entries = received.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
      // One that could not be deleted comes again, is late by then, and changes nothing.
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    },
  };
}
