import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Notification } from '../../model/notification.ts';
import type { Notifier } from '../../ports/notifier.ts';

/** One notification in words, as e-mail readers get it. */
export interface RenderedNotification {
  readonly subject: string;
  readonly text: string;
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
      const { subject, text } = render(notification);
      const json = JSON.stringify(notification);
      const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: asSubject(subject),
          MessageStructure: 'json',
          Message: JSON.stringify({
            default: text,
            email: text,
            sms: subject,
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

/** SNS takes at most 100 characters of plain ASCII, beginning with a letter, digit or mark, and no line breaks. */
function asSubject(subject: string): string {
  const ascii = subject
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return (ascii === '' ? 'Touchlight' : ascii).slice(0, 100);
}
