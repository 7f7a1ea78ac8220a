import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { variables } from '../../shared/model/stack-names.ts';
import { StepFunction } from './step-function.ts';

export interface EvaluateStepProps {
  readonly bundle: string;
  readonly table: TableV2;
  readonly results: Queue;
  readonly confirmations: Queue;
}

/** Stores and judges each result, and asks for the confirmation of a suspicion. */
export class EvaluateStep extends Construct {
  static readonly timeout = Duration.seconds(60);
  readonly step: StepFunction;

  constructor(scope: Construct, id: string, { bundle, table, results, confirmations }: EvaluateStepProps) {
    super(scope, id);
    this.step = new StepFunction(this, 'Step', {
      step: 'evaluate',
      bundle,
      timeout: EvaluateStep.timeout,
      environment: {
        [variables.table]: table.tableName,
        [variables.confirmationQueue]: confirmations.queueUrl,
      },
    });
    this.step.grant(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'], [table.tableArn]);
    this.step.grant(['sqs:SendMessage'], [confirmations.queueArn]);
    this.step.function.addEventSource(new SqsEventSource(results, { batchSize: 10, reportBatchItemFailures: true }));
  }
}
