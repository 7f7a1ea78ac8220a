import { Duration, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type ChannelTarget, secretsOfChannel } from '../../shared/model/channel.ts';
import { channelFunctionName, channelStep, evidencePrefix, variables } from '../../shared/model/stack-names.ts';
import { channelPartition } from '../../shared/model/table-keys.ts';
import { acknowledgeObjects } from './acknowledge.ts';
import { secretArns } from './secret-arns.ts';
import { StepFunction } from './step-function.ts';
import type { Topics } from './topics.ts';
import type { DeadLetters } from './work-queue.ts';

export interface ChannelStepProps {
  readonly target: ChannelTarget;
  /** The folder with the bundled handler. */
  readonly code: string;
  readonly network: 'public' | 'any';
  readonly table: TableV2;
  readonly evidence: Bucket;
  readonly topics: Topics;
  readonly deadLetters: DeadLetters;
}

/**
 * Posts alerts to one channel: a subscriber of the alerts' topic with a function of its own, which knows its own secret and its own
 * posts and nothing of the others'. No concurrency is reserved, because new accounts have none to spare: what a platform finds too
 * fast it answers so, and is asked again later.
 */
export class ChannelStep extends Construct {
  readonly step: StepFunction<typeof channelStep>;

  constructor(scope: Construct, id: string, props: ChannelStepProps) {
    super(scope, id);
    const { target, code, network, table, evidence, topics, deadLetters } = props;
    const stack = Stack.of(this);
    this.step = new StepFunction(this, 'Step', {
      step: channelStep,
      functionName: channelFunctionName(stack.stackName, target.id),
      bundle: code,
      // Forty notices at the pace of a Telegram group, an edit and an answer each, and pauses that it asks for.
      timeout: Duration.minutes(10),
      environment: {
        [variables.stack]: stack.stackName,
        [variables.channel]: target.id,
        [variables.table]: table.tableName,
        [variables.evidenceBucket]: evidence.bucketName,
        [variables.operationsTopic]: topics.operations.topicArn,
        [variables.network]: network,
      },
    });
    this.step.grantItems(['dynamodb:GetItem', 'dynamodb:PutItem'], table, [channelPartition(target.id)]);
    this.step.grant(['secretsmanager:GetSecretValue'], secretArns(stack, secretsOfChannel(target)));
    this.step.grant(['sns:Publish'], [topics.operations.topicArn]);
    if (target.kind === 'telegram' && target.pictures) letReadPictures(this.step, evidence);
    // Six hours is the longest that Lambda keeps an event; each is tried again after one minute and after two more.
    this.step.retry({ retryAttempts: 2, worthRetrying: Duration.hours(6), deadLetters: deadLetters.work });
    topics.alerts.addSubscription(
      new LambdaSubscription(this.step.function, {
        deadLetterQueue: deadLetters.work,
        // Only by what never changes about an incident: its end must pass wherever its beginning did.
        filterPolicy: {
          // Text for people, which the topic also carries, has no reason.
          reason: SubscriptionFilter.existsFilter(),
          ...(target.touchpoints && {
            touchpoint: SubscriptionFilter.stringFilter({ allowlist: [...target.touchpoints] }),
          }),
        },
      }),
    );
  }
}

export function letReadPictures(step: StepFunction<typeof channelStep>, evidence: Bucket): void {
  const pictures = `${evidencePrefix}*`;
  step.grant(['s3:GetObject'], [evidence.arnForObjects(pictures)]);
  acknowledgeObjects(step, evidence, pictures, 'An alert shows what its run saw; its name is not known beforehand.');
}
