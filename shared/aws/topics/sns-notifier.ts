import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { isEscalation } from '../../model/alert-reader.ts';
import { businessOf } from '../../model/check-id.ts';
import type { Notification } from '../../model/notification.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { businessAttribute } from './business-attribute.ts';
import type { Pace } from './pace.ts';

/** One notification for each kind of subscriber. */
interface RenderedNotification {
  /** SNS refuses a subject over 100 characters, outside ASCII or with a line break. */
  readonly subject: string;
  readonly text: string;
  readonly sms: string;
  readonly json: string;
}

export interface SnsNotifierOptions {
  readonly topicArn: string;
  readonly render: (notification: Notification) => RenderedNotification | Promise<RenderedNotification>;
  /** Waits for a publish's turn. Each attempt waits, also one that the client repeats. */
  readonly pace: Pace;
  readonly client?: SNSClient;
}

/**
 * People get words, machines the notification as JSON (docs/alerts.md). Touchpoint, business (in a fleet), checks, light, reason, and whether
 * anything was escalated travel as attributes, so that a subscription's filter policy can choose ("only red").
 */
export function createSnsNotifier({
  topicArn,
  render,
  pace,
  client = new SNSClient({ maxAttempts: 6 }),
}: SnsNotifierOptions): Notifier {
  client.middlewareStack.add(
    (next) => async (request) => {
      await pace();
      return next(request);
    },
    // Behind the middleware that repeats what failed.
    { name: 'pace', step: 'finalizeRequest', priority: 'low' },
  );
  return {
    async send(notification) {
      const { touchpointId, light, reason, notices } = notification;
      const { subject, text, sms, json } = await render(notification);
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: subject,
          MessageStructure: 'json',
          Message: JSON.stringify({
            // Once, for all machines: SNS counts every protocol's body towards its 256 KB.
            default: json,
            ...{ email: text, sms, application: sms },
          }),
          MessageAttributes: {
            touchpoint: { DataType: 'String', StringValue: touchpointId },
            ...businessAttribute(businessOf(touchpointId)),
            // A filter policy on an array asks whether any of them matches.
            check: { DataType: 'String.Array', StringValue: JSON.stringify(notices.map(({ checkId }) => checkId)) },
            light: { DataType: 'String', StringValue: light },
            reason: { DataType: 'String', StringValue: reason },
            // The reason is that of the worst notice; what was escalated may stand further down.
            escalated: { DataType: 'String', StringValue: isEscalation(notification) ? 'yes' : 'no' },
          },
        }),
      );
    },
  };
}
