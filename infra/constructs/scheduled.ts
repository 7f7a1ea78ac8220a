import { type Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { scheduledTimePlaceholder } from '../../shared/model/stack-names.ts';
import type { StepFunction } from './step-function.ts';

export interface ScheduledProps {
  readonly step: StepFunction;
  readonly description: string;
  readonly schedule: ScheduleExpression;
  /** An invocation older than this is not tried any more. */
  readonly worthRetrying: Duration;
  readonly deadLetters: Queue;
  /** What the step is told beside the time. */
  readonly input?: Readonly<Record<string, string>>;
}

/** Invokes a step on a schedule; what the schedule fails to invoke goes to the dead-letter queue. The step itself retries what fails in it. */
export class Scheduled extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { step, description, schedule, worthRetrying, deadLetters, input = {} }: ScheduledProps,
  ) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      // No other account's schedule may use it.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [step.function.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
    new Schedule(this, 'Schedule', {
      description,
      schedule,
      target: new LambdaInvoke(step.function, {
        // The schedule's own time, not the clock: a retried invocation stands for the same moment.
        input: ScheduleTargetInput.fromObject({ scheduledAt: scheduledTimePlaceholder, ...input }),
        retryAttempts: 5,
        maxEventAge: worthRetrying,
        deadLetterQueue: deadLetters,
        // CDK would let the schedule invoke every version and alias, too.
        role: role.withoutPolicyUpdates(),
      }),
    });
  }
}
