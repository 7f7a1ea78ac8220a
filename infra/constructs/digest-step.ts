import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Configuration } from '../../shared/model/business.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { Scheduled } from './scheduled.ts';
import { StepFunction } from './step-function.ts';

export interface DigestStepProps {
  readonly bundle: string;
  readonly table: TableV2;
  readonly timeZone: string;
  readonly digest: NonNullable<Configuration['digest']>;
}

/** Monday's digest is worth sending until the evening. */
const worthRetrying = Duration.hours(6);

/** Once a week, by the business's own clock. */
export class DigestStep extends Construct {
  readonly step: StepFunction;
  /** Digests that could not be sent. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bundle, table, timeZone, digest }: DigestStepProps) {
    super(scope, id);
    this.step = new StepFunction(this, 'Step', {
      step: 'digest',
      bundle,
      timeout: Duration.minutes(2),
      environment: { [variables.table]: table.tableName },
    });
    this.step.grant(['dynamodb:Query'], [table.tableArn]);
    this.step.grant(['ses:SendEmail'], identitiesOf(this, [digestSender(digest), ...digest.to]));
    this.deadLetters = new Scheduled(this, 'Weekly', {
      function: this.step.function,
      description: 'Touchlight: the weekly digest',
      schedule: ScheduleExpression.cron({
        weekDay: digest.weekday.toUpperCase(),
        hour: String(Math.floor(digest.atMinute / 60)),
        minute: String(digest.atMinute % 60),
        timeZone: TimeZone.of(timeZone),
      }),
      worthRetrying,
    }).deadLetters;
  }
}

/**
 * SES checks the sender's identity, which is its address or its domain; in its sandbox it checks the recipients' too.
 * Both are verified by hand, once: a stack that made them would fail where they exist already.
 */
function identitiesOf(scope: Construct, addresses: readonly string[]): string[] {
  const names = new Set(addresses.flatMap((address) => [address, address.slice(address.indexOf('@') + 1)]));
  return Array.from(names, (resourceName) =>
    Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName }),
  );
}
