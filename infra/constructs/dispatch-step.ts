import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Step, variables, visitRoute } from '../../shared/model/stack-names.ts';
import { confirmationPartition } from '../../shared/model/table-keys.ts';
import type { EvaluateStep } from './evaluate-step.ts';
import type { NotifyStep } from './notify-step.ts';
import type { ProbeStep } from './probe-step.ts';
import { Scheduled } from './scheduled.ts';
import { StepFunction } from './step-function.ts';

export interface DispatchStepProps {
  readonly bundle: (step: Step) => string;
  readonly confirmationDelay: Duration;
  readonly table: TableV2;
  readonly probes: readonly ProbeStep[];
  readonly evaluate: EvaluateStep;
  readonly notify: NotifyStep;
  readonly deadLetters: Queue;
  readonly memoryMb?: number;
}

/** A minute that could not be dispatched for so long is left to the next ones: they bring the same checks again. */
const worthRetrying = Duration.minutes(5);

/** Runs every minute: the one clock of the stack, beside the digest's. */
export class DispatchStep extends Construct {
  readonly step: StepFunction;

  constructor(scope: Construct, id: string, props: DispatchStepProps) {
    super(scope, id);
    const { bundle, confirmationDelay, table, probes, evaluate, notify, deadLetters } = props;
    this.step = new StepFunction(this, 'Step', {
      step: 'dispatch',
      bundle: bundle('dispatch'),
      timeout: Duration.seconds(60),
      ...(props.memoryMb !== undefined && { memoryMb: props.memoryMb }),
      environment: {
        [variables.table]: table.tableName,
        [variables.confirmationDelaySeconds]: String(confirmationDelay.toSeconds()),
        ...Object.fromEntries(probes.map(({ probe, target }) => [visitRoute[probe].variable, target])),
      },
    });
    this.step.grant(
      ['sqs:SendMessage'],
      probes.flatMap(({ visits }) => visits?.queueArn ?? []),
    );
    this.step.grant(
      ['lambda:InvokeFunction'],
      probes.flatMap(({ visits, step }) => (visits === null ? step.function.functionArn : [])),
    );
    // Of the table it sees what waits for confirmation, and nothing that was measured.
    this.step.grantItems(['dynamodb:Query', 'dynamodb:DeleteItem'], table, [confirmationPartition]);
    this.step.letWake(evaluate.step, variables.evaluateFunction);
    this.step.letWake(notify.step, variables.notifyFunction);
    new Scheduled(this, 'EveryMinute', {
      step: this.step,
      description: 'Touchlight: which checks are due this minute',
      schedule: ScheduleExpression.cron({}),
      worthRetrying,
      deadLetters,
    });
    this.step.retry({ retryAttempts: 2, worthRetrying, deadLetters });
  }
}
