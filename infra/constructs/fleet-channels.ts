import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { postsTried } from '../../shared/model/channel-task.ts';
import { channelStep, variables } from '../../shared/model/stack-names.ts';
import { postQueueId } from '../../shared/model/stack-resources.ts';
import { channelPartition } from '../../shared/model/table-keys.ts';
import { channelSecrets } from '../channel-secrets.ts';
import { type ChannelStepProps, letReadPictures } from './channel-step.ts';
import { secretArns } from './secret-arns.ts';
import { StepFunction } from './step-function.ts';
import { workQueue } from './work-queue.ts';

export interface FleetChannelsProps extends Omit<ChannelStepProps, 'target'> {
  /** Of all businesses. */
  readonly channels: readonly ChannelTarget[];
  readonly memoryMb?: number;
}

/** An alert for one chat: two requests that are repeated for half a minute each, and pauses that the chat asks for. */
const timeout = Duration.minutes(3);
/** Up to so many chats, each has a place of its own, so a dead one delays no other. More would take places from the browsers. */
const mostAtOnce = 50;

/**
 * Posts alerts to the chats of all businesses of a fleet. One function, because hundreds of chats would be hundreds of functions: it
 * takes each alert from the topic and lays it into a queue, which has a line for each chat, and posts what comes out.
 */
export class FleetChannels extends Construct {
  readonly step: StepFunction<typeof channelStep>;
  /** What is to be posted, in a line for each chat. */
  readonly posts: Queue;

  constructor(scope: Construct, id: string, props: FleetChannelsProps) {
    super(scope, id);
    const { channels, code, network, table, evidence, topics, deadLetters, memoryMb } = props;
    const { stackName } = Stack.of(this);
    this.step = new StepFunction(this, 'Step', {
      step: channelStep,
      bundle: code,
      timeout,
      ...(memoryMb !== undefined && { memoryMb }),
      environment: {
        [variables.stack]: stackName,
        [variables.table]: table.tableName,
        [variables.evidenceBucket]: evidence.bucketName,
        [variables.operationsTopic]: topics.operations.topicArn,
        [variables.network]: network,
      },
    });
    this.step.grantItems(['dynamodb:GetItem', 'dynamodb:PutItem'], table, [channelPartition('*')]);
    this.step.grant(['sns:Publish'], [topics.operations.topicArn]);
    if (channels.some((target) => target.kind === 'telegram' && target.pictures)) letReadPictures(this.step, evidence);
    this.letReadSecrets(channels);
    this.posts = this.postQueue(props);
    this.takeFrom(this.posts, channels.length);
    this.step.retry({ retryAttempts: 2, worthRetrying: Duration.hours(6), deadLetters: deadLetters.work });
    topics.alerts.addSubscription(
      new LambdaSubscription(this.step.function, {
        deadLetterQueue: deadLetters.work,
        // Text for people, which the topic also carries, has no reason.
        filterPolicy: { reason: SubscriptionFilter.existsFilter(), business: SubscriptionFilter.existsFilter() },
      }),
    );
  }

  /** Those that channels name, and no others. */
  private letReadSecrets(channels: readonly ChannelTarget[]): void {
    const stack = Stack.of(this);
    for (const names of channelSecrets(channels, stack.stackName))
      this.step.function.addToRolePolicy(
        new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: secretArns(stack, names) }),
      );
  }

  private postQueue({ deadLetters }: Pick<FleetChannelsProps, 'deadLetters'>): Queue {
    return workQueue(this, postQueueId, {
      fifo: true,
      // Only a killed function keeps its chat waiting for as long as this: what failed is handed back.
      visibilityTimeout: timeout.plus(Duration.seconds(30)),
      maxReceiveCount: postsTried,
      deadLetters: deadLetters.visits,
    });
  }

  private takeFrom(posts: Queue, chats: number): void {
    this.step.function.addEnvironment(variables.postQueue, posts.queueUrl);
    this.step.grant(['sqs:SendMessage'], [posts.queueArn]);
    this.step.function.addEventSource(
      new SqsEventSource(posts, {
        batchSize: 1,
        maxConcurrency: Math.min(Math.max(chats, 2), mostAtOnce),
        reportBatchItemFailures: true,
      }),
    );
  }
}
