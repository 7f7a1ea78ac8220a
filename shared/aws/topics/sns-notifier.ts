import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Notification } from '../../model/notification.ts';
import type { Notifier } from '../../ports/notifier.ts';

/** One notification for each kind of subscriber. */
export interface RenderedNotification {
  /** SNS refuses a subject over 100 characters, outside ASCII or with a line break. */
  readonly subject: string;
  readonly text: string;
  readonly sms: string;
  readonly json: string;
}

/**
 * People get words, machines the notification as JSON. Touchpoint, light and reason travel as attributes, so that a
 * subscription's filter policy can choose ("only red").
 */
export function createSnsNotifier(
  topicArn: string,
  render: (notification: Notification) => RenderedNotification,
  client = new SNSClient({ maxAttempts: 6 }),
): Notifier {
  return {
    async send(notification) {
      const { subject, text, sms, json } = render(notification);
      const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: subject,
          MessageStructure: 'json',
          Message: JSON.stringify({
            default: text,
            email: text,
            sms,
            http: json,
            https: json,
            sqs: json,
            lambda: json,
          }),
          MessageAttributes: {
            touchpoint: attribute(notification.touchpointId),
            light: attribute(notification.light),
            reason: attribute(notification.reason),
          },
        }),
      );
    },
  };
}
