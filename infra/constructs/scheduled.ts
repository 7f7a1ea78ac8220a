import type { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { scheduledTimePlaceholder } from '../../shared/model/stack-names.ts';
import { deadLetterQueue } from './work-queue.ts';

export interface ScheduledProps {
  readonly function: LambdaFunction;
  readonly description: string;
  readonly schedule: ScheduleExpression;
  /** An invocation older than this is not tried any more. */
  readonly worthRetrying: Duration;
}

/** Invokes a function on a schedule; what fails for good, at the schedule or in the function, goes to one dead-letter queue. */
export class Scheduled extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: ScheduledProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [props.function.functionArn] }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }));
    new Schedule(this, 'Schedule', {
      description: props.description,
      schedule: props.schedule,
      target: new LambdaInvoke(props.function, {
        // The schedule's own time, not the clock: a retried invocation stands for the same moment.
        input: ScheduleTargetInput.fromObject({ scheduledAt: scheduledTimePlaceholder }),
        retryAttempts: 5,
        maxEventAge: props.worthRetrying,
        deadLetterQueue: this.deadLetters,
        // CDK would let the schedule invoke every version and alias, too.
        role: role.withoutPolicyUpdates(),
      }),
    });
    props.function.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: props.worthRetrying,
      onFailure: new SqsDestination(this.deadLetters),
    });
  }
}
