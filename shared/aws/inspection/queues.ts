import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';

export function peekIntoQueues(client: SQSClient): Pick<StackInspector, 'peek'> {
  return {
    /*
     * For dead-letter queues only. A message that is looked at counts as received once more: in a dead-letter queue nothing
     * follows from that, in another one it would be on its way there. It must not be hidden meanwhile, not for a second:
     * it would be missing from the queue's metric, and its return would ring the alarm for what is newly lost.
     */
    peek: (QueueUrl) =>
      ask('sqs:ReceiveMessage', async () => {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            VisibilityTimeout: 0,
            WaitTimeSeconds: 1,
            MessageAttributeNames: ['TARGET_ARN'],
          }),
        );
        return Messages.map(({ Body, MessageAttributes }) => ({
          body: Body ?? '',
          targetArn: MessageAttributes?.['TARGET_ARN']?.StringValue ?? null,
        }));
      }),
  };
}
