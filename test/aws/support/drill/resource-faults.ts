import { GetBucketPolicyCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { GetTopicAttributesCommand, SetTopicAttributesCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { type Fault, policy, type Victim } from './fault.ts';

/** A topic, a queue or a bucket takes nothing any more, from nobody. */
type Refusal = (victim: Victim, which: string) => Fault;

export const topicRefuses: Refusal = ({ account: { sns } }, TopicArn) =>
  refusing({
    async read() {
      const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      return { before: Attributes?.['Policy'], action: 'sns:Publish', resource: TopicArn };
    },
    async write(AttributeValue) {
      await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
    },
  });

export const queueRefuses: Refusal = ({ account: { sqs } }, QueueName) => {
  const url = async () => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  return refusing({
    async read() {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: await url(), AttributeNames: ['All'] }),
      );
      return { before: Attributes['Policy'], action: 'sqs:SendMessage', resource: Attributes['QueueArn'] ?? '' };
    },
    async write(Policy) {
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl: await url(), Attributes: { Policy } }));
    },
  });
};

export const bucketRefuses: Refusal = ({ account: { connection } }, Bucket) => {
  const s3 = new S3Client({ ...connection, forcePathStyle: true });
  return refusing({
    async read() {
      const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
      return { before: Policy, action: 's3:PutObject', resource: `arn:aws:s3:::${Bucket}/*` };
    },
    async write(Policy) {
      await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    },
  });
};

interface ResourcePolicy {
  readonly read: () => Promise<{
    readonly before: string | undefined;
    readonly action: string;
    readonly resource: string;
  }>;
  readonly write: (policy: string) => Promise<void>;
}

const policySchema = z.looseObject({ Statement: z.array(z.json()) });

function refusing({ read, write }: ResourcePolicy): Fault {
  let restored = policy();
  return {
    async begin() {
      const { before, action, resource } = await read();
      if (before !== undefined) restored = before;
      const found = policySchema.parse(JSON.parse(restored));
      const refusal = { Effect: 'Deny', Principal: '*', Action: action, Resource: resource };
      await write(JSON.stringify({ ...found, Statement: [...found.Statement, refusal] }));
    },
    end: () => write(restored),
  };
}

/** A subscriber of a topic whose queue takes nothing. */
export async function subscribeInVain({ account: { sns, sqs } }: Victim, TopicArn: string): Promise<void> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'nobody-listens' }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'] }));
}
