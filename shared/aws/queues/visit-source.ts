import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';

export interface VisitSource {
  /**
   * Hands a message that failed back at once. Without this the host's whole group would wait for the visibility timeout
   * before each retry, because a FIFO queue keeps the order within a group.
   */
  release(receiptHandle: string): Promise<void>;
}

export function createVisitSource(queueUrl: string, client = new SQSClient({ maxAttempts: 6 })): VisitSource {
  return {
    async release(receiptHandle) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 }),
      );
    },
  };
}
