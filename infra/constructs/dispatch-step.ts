import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type ProbeStep, variables, visitQueueVariable } from '../../shared/model/stack-names.ts';
import { Scheduled } from './scheduled.ts';
import { StepFunction } from './step-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface DispatchStepProps {
  readonly bundle: string;
  readonly confirmationDelay: Duration;
  readonly visits: Readonly<Record<ProbeStep, WorkQueue>>;
}

/** A minute that could not be dispatched for so long is left to the next ones: they bring the same checks again. */
const worthRetrying = Duration.minutes(5);
const timeout = Duration.seconds(60);

/** Runs every minute, and for each confirmation that comes out of its delay. */
export class DispatchStep extends Construct {
  readonly step: StepFunction;
  /** Suspicions, held back until it is time to confirm them. */
  readonly confirmations: WorkQueue;
  /** Minutes that could not be dispatched. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: DispatchStepProps) {
    super(scope, id);
    const visits = Object.values(props.visits).map(({ queue }) => queue);
    this.step = new StepFunction(this, 'Step', {
      step: 'dispatch',
      bundle: props.bundle,
      timeout,
      environment: {
        [variables.confirmationDelaySeconds]: String(props.confirmationDelay.toSeconds()),
        [visitQueueVariable['probe-page']]: props.visits['probe-page'].queue.queueUrl,
        [visitQueueVariable['probe-lighthouse']]: props.visits['probe-lighthouse'].queue.queueUrl,
        [visitQueueVariable['probe-social']]: props.visits['probe-social'].queue.queueUrl,
      },
    });
    this.step.grant(
      ['sqs:SendMessage'],
      visits.map(({ queueArn }) => queueArn),
    );
    this.deadLetters = new Scheduled(this, 'EveryMinute', {
      function: this.step.function,
      description: 'Touchlight: which checks are due this minute',
      schedule: ScheduleExpression.cron({}),
      worthRetrying,
    }).deadLetters;
    this.confirmations = new WorkQueue(this, 'Confirmations', {
      functionTimeout: timeout,
      maxReceiveCount: 5,
      delay: props.confirmationDelay,
    });
    this.step.function.addEventSource(
      new SqsEventSource(this.confirmations.queue, {
        batchSize: 10,
        // What was suspected in one visit comes out together and is confirmed in one visit.
        maxBatchingWindow: Duration.seconds(5),
        reportBatchItemFailures: true,
      }),
    );
  }
}
