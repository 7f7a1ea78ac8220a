import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Announcer } from '../../ports/mailer.ts';

export function createSnsAnnouncer(topicArn: string, client = new SNSClient({ maxAttempts: 6 })): Announcer {
  return {
    async announce(subject, text) {
      await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
    },
  };
}
