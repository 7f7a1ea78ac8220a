import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ChannelTask } from '../../model/channel-task.ts';
import type { PostQueue } from '../../ports/queues.ts';
import { asFifoId } from './fifo-id.ts';
import { type OutgoingMessage, sendBatches } from './send-batches.ts';

/** The FIFO queue of a fleet's chats. */
export function createPostQueue(queueUrl: string, client = new SQSClient({ maxAttempts: 6 })): PostQueue {
  return {
    send: (tasks) => sendBatches(client, queueUrl, tasks.map(toMessage)),
    async release(receipt, afterSeconds) {
      await client.send(
        new ChangeMessageVisibilityCommand({
          ...{ QueueUrl: queueUrl, ReceiptHandle: receipt, VisibilityTimeout: afterSeconds },
        }),
      );
    },
  };
}

/** The group is the chat: one post at a time keeps its pace and its order, and holds up no other chat. */
function toMessage(task: ChannelTask): OutgoingMessage {
  return {
    MessageBody: JSON.stringify(task),
    MessageGroupId: asFifoId(task.channel),
    MessageDeduplicationId: asFifoId(task.id),
  };
}
