import { GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { queueNamed } from '../queues.ts';
import type { DrillGround } from './drill-ground.ts';

/** A result that evaluate cannot store. */
export interface BrokenResult {
  /** Makes all tries but so many, as evaluate would in hours that need not pass. */
  useUpTries(left: number): Promise<void>;
  isPutAside(): Promise<boolean>;
}

/** How often evaluate tries a result; test/infra/queues.test.ts has it from the template. */
const tries = 30;
const construct = 'ProbeAvailabilityResults';

export async function sendBrokenResult({ account, drills, stack, time }: DrillGround): Promise<BrokenResult> {
  const body = JSON.stringify({ checkId: 'website/availability', scheduledAt: time.instant() });
  const QueueName = await queueNamed(account, stack, construct);
  const { QueueUrl } = await account.sqs.send(new GetQueueUrlCommand({ QueueName }));
  await account.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  const receive = new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0, WaitTimeSeconds: 1 });
  return {
    async useUpTries(left) {
      let tried = 0;
      for (let looked = 0; tried < tries - left && looked < 100; looked++) {
        await account.sqs.send(receive);
        tried = (await drills.lying(construct)).find((each) => each.body === body)?.received ?? 0;
      }
      if (tried !== tries - left) throw new Error(`The broken result was tried ${tried} times, not ${tries - left}.`);
    },
    async isPutAside() {
      const lost = await drills.lying('DeadLettersWork');
      return lost.some((each) => each.wasMovedHere && each.body === body);
    },
  };
}
