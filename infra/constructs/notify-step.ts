import { Duration } from 'aws-cdk-lib';
import type { ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { variables } from '../../shared/model/stack-names.ts';
import { tellAttribute, typeAttribute } from '../../shared/model/table-keys.ts';
import { StepFunction } from './step-function.ts';
import { deadLetterQueue } from './work-queue.ts';

export interface NotifyStepProps {
  readonly bundle: string;
  readonly table: TableV2;
  readonly alerts: Topic;
}

/** Wakes when a status was written that somebody may need to hear of, and tells what is due. */
export class NotifyStep extends Construct {
  readonly step: StepFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bundle, table, alerts }: NotifyStepProps) {
    super(scope, id);
    this.step = new StepFunction(this, 'Step', {
      step: 'notify',
      bundle,
      timeout: Duration.seconds(60),
      environment: { [variables.table]: table.tableName, [variables.alertsTopic]: alerts.topicArn },
    });
    this.step.grant(['dynamodb:Query', 'dynamodb:PutItem'], [table.tableArn]);
    this.step.grant(['sns:Publish'], [alerts.topicArn]);
    this.deadLetters = deadLetterQueue(this);
    this.step.function.addEventSource(
      // CDK's own types disagree under exactOptionalPropertyTypes.
      new DynamoEventSource(table as ITable, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 100,
        // The group wait: what broke together within a minute is told together.
        maxBatchingWindow: Duration.minutes(1),
        filters: [
          FilterCriteria.filter({
            dynamodb: {
              NewImage: {
                [typeAttribute]: { S: FilterRule.isEqual('status') },
                [tellAttribute]: { BOOL: [true] },
              },
            },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // Notify looks at the whole touchpoint each time, so an old record that failed is made good by the next one.
        retryAttempts: 10,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(this.deadLetters),
      }),
    );
  }
}
