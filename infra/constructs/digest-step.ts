import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Configuration } from '../../shared/model/business.ts';
import { mailIdentities } from '../../shared/model/digest-sender.ts';
import { evidencePrefix, reportsPrefix, type Step, variables } from '../../shared/model/stack-names.ts';
import {
  checkPartition,
  digestPartition,
  planPartition,
  registryPartition,
  touchpointPartition,
} from '../../shared/model/table-keys.ts';
import { acknowledgeObjects } from './acknowledge.ts';
import { Scheduled } from './scheduled.ts';
import { StepFunction } from './step-function.ts';

export interface DigestStepProps {
  readonly bundle: (step: Step) => string;
  readonly table: TableV2;
  /** What the report shows, and where it is put. */
  readonly evidence: Bucket;
  readonly alerts: Topic;
  /** When whose digest is sent: one, or those of a fleet. */
  readonly digests: readonly DigestTime[];
  /** When a fleet's agency gets its own mail; absent or null where it wants none. */
  readonly agency?: DigestTime | null;
  /** Who sends and reads them, as far as SES asks. */
  readonly addresses: readonly string[];
  readonly deadLetters: Queue;
  /** Of a fleet: its businesses have digests and plans of their own. */
  readonly ofFleet: boolean;
  /** Of a large fleet, whose agency's mail reads every business. */
  readonly memoryMb?: number;
}

interface DigestTime {
  readonly timeZone: string;
  readonly digest: Pick<NonNullable<Configuration['digest']>, 'weekday' | 'atMinute'>;
  /** Tells a fleet's function for whom it is. */
  readonly slot: string | null;
}

/** Monday's digest is worth sending until the evening. */
const worthRetrying = Duration.hours(6);

/** Once a week, by the business's own clock. */
export class DigestStep extends Construct {
  readonly step: StepFunction;
  /** Mails that SES took and could not deliver. */
  readonly bounces: Metric;

  constructor(scope: Construct, id: string, props: DigestStepProps) {
    super(scope, id);
    const { bundle, table, evidence, alerts, addresses, deadLetters, ofFleet, agency = null } = props;
    const mails = new ConfigurationSet(this, 'Mails', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE });
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: mails.configurationSetName,
    });
    this.bounces = countBounces(mails);
    this.step = new StepFunction(this, 'Step', {
      step: 'digest',
      bundle: bundle('digest'),
      // A thousand touchpoints take 300 MB (npm run bench -- digest), and more memory brings more CPU.
      memoryMb: props.memoryMb ?? 512,
      timeout: Duration.minutes(ofFleet ? 15 : 5),
      environment: {
        [variables.table]: table.tableName,
        [variables.alertsTopic]: alerts.topicArn,
        [variables.evidenceBucket]: evidence.bucketName,
        [variables.mailSet]: mails.configurationSetName,
      },
    });
    const plans = ofFleet ? [planPartition, `${planPartition}#*`] : [planPartition];
    this.step.grantItems(['dynamodb:Query'], table, [touchpointPartition('*'), checkPartition('*'), ...plans]);
    this.step.grantItems(['dynamodb:GetItem'], table, [checkPartition('*'), digestPartition('*'), registryPartition]);
    // It may write who got which mail and what the plan was, and nothing of what was measured.
    this.step.grantItems(['dynamodb:PutItem'], table, [digestPartition('*'), ...plans]);
    letWriteReports(this.step, evidence);
    this.step.grant(
      // A mail with headers of its own is raw, which is a right of its own.
      ['ses:SendEmail', 'ses:SendRawEmail'],
      [...identitiesOf(this, addresses), configurationSetArn],
    );
    // Where SES may not write to the readers, the text goes to the subscribers of the alerts.
    this.step.grant(['sns:Publish'], [alerts.topicArn]);
    for (const [n, time] of props.digests.entries())
      this.#schedule(n === 0 ? 'Weekly' : `Weekly${n + 1}`, time, 'the weekly digest', deadLetters);
    if (agency !== null) this.#schedule('Agency', agency, "the agency's weekly mail", deadLetters);
    this.step.retry({ retryAttempts: 2, worthRetrying, deadLetters });
  }

  #schedule(id: string, { timeZone, digest, slot }: DigestTime, what: string, deadLetters: Queue): void {
    new Scheduled(this, id, {
      step: this.step,
      description: `Touchlight: ${what}`,
      schedule: ScheduleExpression.cron({
        weekDay: digest.weekday.toUpperCase(),
        hour: String(Math.floor(digest.atMinute / 60)),
        minute: String(digest.atMinute % 60),
        timeZone: TimeZone.of(timeZone),
      }),
      worthRetrying,
      deadLetters,
      ...(slot !== null && { input: { slot } }),
    });
  }
}

/**
 * The report shows the evidence of the week. For a picture that has expired, S3 answers "not found" only if the role may list the
 * bucket, and "forbidden" otherwise. A condition on the prefix would not hold: a request for one object names no prefix.
 */
function letWriteReports(step: StepFunction, evidence: Bucket): void {
  const [pictures, reports] = [`${evidencePrefix}*`, `${reportsPrefix}*`];
  step.grant(['s3:GetObject'], [evidence.arnForObjects(pictures)]);
  step.grant(['s3:ListBucket'], [evidence.bucketArn]);
  step.grant(['s3:PutObject'], [evidence.arnForObjects(reports)]);
  acknowledgeObjects(
    step,
    evidence,
    pictures,
    'A report shows what the last runs saw; their names are not known beforehand.',
  );
  acknowledgeObjects(step, evidence, reports, 'One report a week; the weeks are not known beforehand.');
}

/** SES reports failures of delivery only where it is configured to; as a metric they can ring an alarm like the others. */
function countBounces(mails: ConfigurationSet): Metric {
  const dimension = 'ses:configuration-set';
  const name = mails.configurationSetName;
  mails.addEventDestination('Undelivered', {
    destination: EventDestination.cloudWatchDimensions([
      { name: dimension, source: CloudWatchDimensionSource.MESSAGE_TAG, defaultValue: 'none' },
    ]),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  return new Metric({
    namespace: 'AWS/SES',
    metricName: 'Bounce',
    dimensionsMap: { [dimension]: name },
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });
}

/**
 * SES checks the sender's identity; in its sandbox it checks the recipients' too. All are verified by hand, once: a stack that
 * made them would fail where they exist already.
 */
function identitiesOf(scope: Construct, addresses: readonly string[]): string[] {
  return Array.from(new Set(addresses.flatMap(mailIdentities)), (resourceName) =>
    Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName }),
  );
}
