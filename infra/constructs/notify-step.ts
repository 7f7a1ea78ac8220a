import { Duration } from 'aws-cdk-lib';
import type { ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Configuration } from '../../shared/model/business.ts';
import { type Step, variables } from '../../shared/model/stack-names.ts';
import {
  boardPartition,
  digestPartition,
  operationsPartition,
  registryPartition,
  touchpointPartition,
  typeAttribute,
  wakesNotifyAttribute,
} from '../../shared/model/table-keys.ts';
import { acknowledge } from './acknowledge.ts';
import { StepFunction } from './step-function.ts';
import type { Topics } from './topics.ts';
import type { DeadLetters } from './work-queue.ts';

export interface NotifyStepProps {
  readonly bundle: (step: Step) => string;
  readonly table: TableV2;
  readonly topics: Topics;
  /** Alerts name it; nothing is read from it. */
  readonly evidence: Bucket;
  readonly deadLetters: DeadLetters;
  readonly configuration: Pick<Configuration, 'page'>;
  /** Of a fleet: what operations were sent is kept for each business. */
  readonly ofFleet: boolean;
  readonly memoryMb?: number;
}

/** Wakes when a status was written that somebody may need to hear of, and for each sweep; sends what is due. */
export class NotifyStep extends Construct {
  readonly step: StepFunction;

  constructor(scope: Construct, id: string, props: NotifyStepProps) {
    super(scope, id);
    const { bundle, table, topics, evidence, deadLetters } = props;
    const { alerts, operations } = topics;
    this.step = new StepFunction(this, 'Step', {
      step: 'notify',
      bundle: bundle('notify'),
      // Publishing is paced: two a second.
      timeout: Duration.minutes(props.ofFleet ? 10 : 5),
      ...(props.memoryMb !== undefined && { memoryMb: props.memoryMb }),
      environment: {
        [variables.table]: table.tableName,
        [variables.alertsTopic]: alerts.topicArn,
        [variables.operationsTopic]: operations.topicArn,
        [variables.evidenceBucket]: evidence.bucketName,
      },
    });
    // The state of touchpoints and the log of what was sent; no results.
    this.step.grantItems(['dynamodb:Query', 'dynamodb:PutItem'], table, [touchpointPartition('*')]);
    // Which touchpoints there are, and whose turn it is to notify about one.
    const registry = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'];
    this.step.grantItems(registry, table, [registryPartition]);
    this.step.grantItems(['dynamodb:GetItem', 'dynamodb:PutItem'], table, [
      operationsPartition,
      ...(props.ofFleet ? [`${operationsPartition}#*`] : []),
    ]);
    // What the live page shows.
    if (props.configuration.page !== null)
      this.step.grantItems(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], table, [boardPartition]);
    // Has every reader of the digest got it?
    this.step.grantItems(['dynamodb:Query'], table, [digestPartition('*')]);
    this.step.grant(['sns:Publish'], [alerts.topicArn, operations.topicArn]);
    // Of the sweeps that dispatch wakes it for; the table's stream has its own.
    this.step.retry({ retryAttempts: 2, worthRetrying: Duration.minutes(15), deadLetters: deadLetters.work });
    letCheckItself(this.step, { topics: [alerts, operations], deadLetters });
    this.step.function.addEventSource(statusesThatWakeNotify(table, deadLetters));
  }
}

/** What evaluate marked in the table, by the table's stream. */
function statusesThatWakeNotify(table: TableV2, deadLetters: DeadLetters): DynamoEventSource {
  // CDK's own types disagree under exactOptionalPropertyTypes.
  return new DynamoEventSource(table as ITable, {
    startingPosition: StartingPosition.LATEST,
    // The group wait: what broke together within a minute is sent together. A full batch would end it before its time;
    // 1000 statuses of at most 4 KB stay below the 6 MB that an invocation may carry.
    batchSize: 1000,
    maxBatchingWindow: Duration.minutes(1),
    filters: [
      FilterCriteria.filter({
        dynamodb: {
          NewImage: {
            [typeAttribute]: { S: FilterRule.isEqual('status') },
            [wakesNotifyAttribute]: { BOOL: [true] },
          },
        },
      }),
    ],
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Notify looks at the whole touchpoint each time, so an old record that failed is made good by the next one.
    retryAttempts: 10,
    maxRecordAge: Duration.hours(1),
    onFailure: new SqsDlq(deadLetters.work),
  });
}

/** Once a week it checks who is subscribed, what SNS failed to deliver, and how much lies in the dead-letter queues. */
function letCheckItself(
  step: StepFunction,
  { topics, deadLetters }: { readonly topics: readonly Topic[]; readonly deadLetters: DeadLetters },
): void {
  const { work } = deadLetters;
  const visits = deadLetters.hasVisits ? deadLetters.visits : null;
  step.function.addEnvironment(variables.workDeadLetters, work.queueUrl);
  if (visits !== null) step.function.addEnvironment(variables.visitDeadLetters, visits.queueUrl);
  step.grant(
    ['sqs:GetQueueAttributes'],
    [work, ...(visits === null ? [] : [visits])].map(({ queueArn }) => queueArn),
  );
  step.grant(
    ['sns:ListSubscriptionsByTopic'],
    topics.map(({ topicArn }) => topicArn),
  );
  step.grant(['cloudwatch:GetMetricData'], ['*']);
  acknowledge(
    step,
    'AwsSolutions-IAM5[Resource::*]',
    'CloudWatch has no permission for single metrics, and a metric holds nothing but counts.',
  );
}
