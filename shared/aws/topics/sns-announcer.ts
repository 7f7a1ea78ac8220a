import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Announcer } from '../../ports/mailer.ts';
import { businessAttribute } from './business-attribute.ts';

/** @param business of a fleet: its readers alone get the text; null where there is one */
export function createSnsAnnouncer(
  topicArn: string,
  client = new SNSClient({ maxAttempts: 6 }),
  business: string | null = null,
): Announcer {
  return {
    async announce(subject, text) {
      await client.send(
        new PublishCommand({
          ...{ TopicArn: topicArn, Subject: subject, Message: text },
          ...(business !== null && { MessageAttributes: businessAttribute(business) }),
        }),
      );
    },
  };
}
