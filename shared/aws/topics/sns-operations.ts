import type { SNSClient } from '@aws-sdk/client-sns';
import type { Operations } from '../../ports/operations.ts';
import { createSnsAnnouncer } from './sns-announcer.ts';

/** The topic on which CloudWatch's alarms arrive as well. */
export function createSnsOperations(topicArn: string, client?: SNSClient): Operations {
  const announcer = createSnsAnnouncer(topicArn, client);
  return { notify: (name, text) => announcer.announce(`Touchlight operations: ${name}`, text) };
}
