import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { checkIdSchema } from '../../model/check-id.ts';
import { instantSchema } from '../../model/instant.ts';
import type { ConfirmationQueue } from '../../ports/queues.ts';

/** What comes out of the queue after its delay: a check that was suspected. */
export const confirmationSchema = z.strictObject({ checkId: checkIdSchema, suspectedAt: instantSchema });
export type Confirmation = z.infer<typeof confirmationSchema>;

/** The queue itself holds each message back for the confirmation delay. */
export function createConfirmationQueue(
  queueUrl: string,
  client = new SQSClient({ maxAttempts: 6 }),
): ConfirmationQueue {
  return {
    async send(check, suspectedAt) {
      const confirmation: Confirmation = { checkId: check.id, suspectedAt };
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(confirmation) }));
    },
  };
}
