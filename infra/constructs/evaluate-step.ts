import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  functionName,
  type ProbeStep as Probe,
  regionStackName,
  resultQueueVariable,
  type Step,
  variables,
} from '../../shared/model/stack-names.ts';
import { checkPartition, confirmationPartition, touchpointPartition } from '../../shared/model/table-keys.ts';
import { StepFunction } from './step-function.ts';

export interface EvaluateStepProps {
  readonly bundle: (step: Step) => string;
  readonly table: TableV2;
  readonly memoryMb?: number;
}

const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
export const evaluateTimeout = Duration.seconds(60);

/** Where results come from. */
export interface ResultProducer {
  readonly probe: Probe;
  readonly step: StepFunction;
  readonly results: Queue;
}

/** Empties the probes' queues of results, stores and judges each result, and asks for the confirmation of a suspicion. */
export class EvaluateStep extends Construct {
  readonly step: StepFunction;

  constructor(scope: Construct, id: string, { bundle, table, memoryMb }: EvaluateStepProps) {
    super(scope, id);
    this.step = new StepFunction(this, 'Step', {
      step: 'evaluate',
      bundle: bundle('evaluate'),
      timeout: evaluateTimeout,
      ...(memoryMb !== undefined && { memoryMb }),
      environment: { [variables.table]: table.tableName },
    });
    const [checks, touchpoints] = [checkPartition('*'), touchpointPartition('*')];
    this.step.grantItems(['dynamodb:GetItem'], table, [touchpoints]);
    this.step.grantItems(['dynamodb:PutItem'], table, [checks, touchpoints, confirmationPartition]);
    // One request writes a result and what it closes. IAM cannot limit BatchWriteItem to puts: it may delete, too.
    this.step.grantItems(['dynamodb:BatchWriteItem'], table, [checks, touchpoints]);
    // A wake-up carries nothing: what it was to evaluate is still in its queue, where an alarm sees it grow old.
    this.step.retry({ retryAttempts: 0, worthRetrying: Duration.minutes(1) });
  }

  /** Takes a probe's results: lets the probe wake this step, and this step empty the probe's queue. */
  take({ probe, step, results }: ResultProducer): void {
    this.step.function.addEnvironment(resultQueueVariable[probe], results.queueUrl);
    this.step.grant(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], [results.queueArn]);
    step.letWake(this.step, variables.evaluateFunction);
  }

  /** Lets this step ask the probes of other regions about what fails here. They belong to stacks of their own, and are known by name. */
  letAsk(regions: readonly string[], probes: readonly Probe[]): void {
    const stack = Stack.of(this);
    this.step.function.addEnvironment(variables.stack, stack.stackName);
    this.step.function.addEnvironment(variables.region, stack.region);
    const functions = regions.flatMap((region) =>
      probes.map((probe) => {
        const resourceName = functionName(regionStackName(stack.stackName, region), probe);
        return stack.formatArn({ ...{ service: 'lambda', region, resource: 'function', resourceName }, arnFormat });
      }),
    );
    this.step.grant(['lambda:InvokeFunction'], functions);
  }
}
