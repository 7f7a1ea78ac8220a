import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { askFor } from '../ask.ts';

const counts = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

export function countMessages(client: SQSClient): Pick<StackInspector, 'queue'> {
  return {
    queue: (QueueUrl) =>
      askFor('sqs:GetQueueAttributes', async () => {
        const { Attributes = {} } = await client.send(
          new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] }),
        );
        const [visible = 0, inHands = 0, delayed = 0] = counts.map((name) => Number(Attributes[name] ?? 0));
        return { visible, hidden: inHands + delayed };
      }),
  };
}
