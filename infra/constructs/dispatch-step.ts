import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type ProbeStep, variables, visitQueueVariable } from '../../shared/model/stack-names.ts';
import { Scheduled } from './scheduled.ts';
import { StepFunction } from './step-function.ts';

export interface DispatchStepProps {
  readonly bundle: string;
  readonly confirmations: Queue;
  readonly confirmationDelay: Duration;
  readonly visits: Readonly<Record<ProbeStep, Queue>>;
}

/** A minute that could not be dispatched for so long is left to the next ones: they bring the same checks again. */
const worthRetrying = Duration.minutes(5);

/** Runs every minute, and for each confirmation that comes out of its delay. */
export class DispatchStep extends Construct {
  static readonly timeout = Duration.seconds(60);
  readonly step: StepFunction;
  /** Minutes that could not be dispatched. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: DispatchStepProps) {
    super(scope, id);
    const { visits } = props;
    this.step = new StepFunction(this, 'Step', {
      step: 'dispatch',
      bundle: props.bundle,
      timeout: DispatchStep.timeout,
      environment: {
        [variables.confirmationDelaySeconds]: String(props.confirmationDelay.toSeconds()),
        [visitQueueVariable['probe-page']]: visits['probe-page'].queueUrl,
        [visitQueueVariable['probe-lighthouse']]: visits['probe-lighthouse'].queueUrl,
        [visitQueueVariable['probe-social']]: visits['probe-social'].queueUrl,
      },
    });
    this.step.grant(
      ['sqs:SendMessage'],
      Object.values(visits).map(({ queueArn }) => queueArn),
    );
    this.deadLetters = new Scheduled(this, 'EveryMinute', {
      function: this.step.function,
      description: 'Touchlight: which checks are due this minute',
      schedule: ScheduleExpression.cron({}),
      worthRetrying,
    }).deadLetters;
    this.step.function.addEventSource(
      new SqsEventSource(props.confirmations, {
        batchSize: 10,
        // What was suspected in one visit comes out together and is confirmed in one visit.
        maxBatchingWindow: Duration.seconds(5),
        reportBatchItemFailures: true,
      }),
    );
  }
}
