import {
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicResponse,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { Subscription } from '../../model/subscription.ts';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { askFor } from '../ask.ts';

/** SNS writes these where a subscription's ARN would stand. */
const states: Readonly<Record<string, Subscription['state']>> = {
  PendingConfirmation: 'pending',
  Deleted: 'deleted',
};

export function inspectSubscriptions(client: SNSClient): Pick<StackInspector, 'subscriptions'> {
  return {
    subscriptions: (TopicArn) =>
      askFor('sns:ListSubscriptionsByTopic', async () => {
        const found: Subscription[] = [];
        let NextToken: string | undefined;
        do {
          const page: ListSubscriptionsByTopicResponse = await client.send(
            new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }),
          );
          for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ?? []) {
            found.push({ protocol: Protocol, endpoint: Endpoint, state: states[SubscriptionArn] ?? 'confirmed' });
          }
          NextToken = page.NextToken;
        } while (NextToken !== undefined);
        return found;
      }),
  };
}
