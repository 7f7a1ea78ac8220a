import { ArnFormat, Duration, Lazy, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Step } from '../../shared/model/stack-names.ts';
import type { StepFunction } from './step-function.ts';

const minutes = (n: number): Duration => Duration.minutes(n);

interface Rule {
  readonly metric: IMetric;
  /** Rings when the metric is at least this. */
  readonly atLeast?: number;
  /** Rings when the metric is below this. */
  readonly below?: number;
  /** How many periods in a row must be bad. Default: 1. */
  readonly periods?: number;
  /** Or: within how many periods a single bad one rings. */
  readonly anyOf?: number;
  /** What no data means. NOT_BREACHING unless silence itself is the fault. */
  readonly missing?: TreatMissingData;
  /** Is the end of it news, too? Not where the alarm is about each new thing that is lost. */
  readonly ends?: boolean;
  /** Whole sentences for ops: what happened, what it means. */
  readonly text: string;
}

/**
 * Alarms about Touchlight itself; each has its heading in docs/runbook.md, and each costs $0.10 a month, so that one is there
 * for each way of failing and not for each part. All look at metrics that AWS gives away. Missing data is "not breaching" but
 * where silence is the fault: Lambda and SQS write no zero for what did not happen.
 */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly operations: Topic;
  private readonly names: string[] = [];

  constructor(scope: Construct, id: string, { operations }: { readonly operations: Topic }) {
    super(scope, id);
    this.operations = operations;
    this.letAlarmsPublish();
  }

  /**
   * @param results the queue that fills most often: what leaves it has been stored and judged
   * @param withinMinutes in which at least one result must come, whatever the hour
   */
  noResults(results: Queue, withinMinutes: number): void {
    const { period, periods } = window(withinMinutes);
    this.add('no-results', {
      metric: results.metricNumberOfMessagesDeleted({ period: minutes(period), statistic: Stats.SUM }),
      below: 1,
      periods,
      missing: TreatMissingData.BREACHING,
      text: `No check has brought a result for ${period * periods} minutes. All lights are out of date: do not trust them.`,
    });
  }

  /** The clock of the stack. Its schedule may be switched off, its function may be refused. */
  silent({ name, function: lambda }: StepFunction): void {
    this.add(`${name}-silent`, {
      // Lambda writes no zero, and CloudWatch looks for older data before it counts a period as missing: short periods ring sooner.
      metric: lambda.metricInvocations({ period: minutes(1), statistic: Stats.SUM }),
      below: 1,
      periods: 5,
      missing: TreatMissingData.BREACHING,
      text: `The step ${name} has not been started for five minutes: nothing is checked, and no alerts are sent.`,
    });
  }

  /**
   * Rings for each new message in a dead-letter queue, also while older ones are still there. SQS writes no metric for a queue that
   * was idle for six hours (which means zero) and starts again up to 15 minutes late. So the alarm looks at the last 20 minutes, and
   * a value that has not arrived yet counts as unchanged.
   */
  lost(name: string, queue: Queue, text: string): void {
    const lying = queue.metricApproximateNumberOfMessagesVisible({ period: minutes(5), statistic: Stats.MAXIMUM });
    this.add(name, {
      metric: new MathExpression({
        expression: 'DIFF(FILL(FILL(lying, REPEAT), 0))',
        usingMetrics: { lying },
        period: minutes(5),
        label: 'More than before',
      }),
      atLeast: 1,
      anyOf: 4,
      ends: false,
      text,
    });
  }

  visitsWaiting(step: Step, queue: Queue): void {
    this.add(`${step}-visits-waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: minutes(5), statistic: Stats.MAXIMUM }),
      atLeast: minutes(30).toSeconds(),
      periods: 2,
      text: `Visits wait longer than half an hour for ${step}: it is not started, more is due than can be visited, or one site holds up its own queue.`,
    });
  }

  /** The queue of a fleet's chats. Its oldest post is that of the longest line, so one chat that lags far behind rings, too. */
  postsWaiting(queue: Queue): void {
    this.add('chat-posts-waiting', {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: minutes(5), statistic: Stats.MAXIMUM }),
      atLeast: minutes(30).toSeconds(),
      periods: 2,
      text: 'Alerts wait longer than half an hour to be posted to a chat: the step channel is not started, or one chat has more alerts than it takes. The businesses may not know that something is broken.',
    });
  }

  /**
   * Dispatch wakes evaluate every five minutes. Lambda drops a wake-up that failed, was throttled or got too old, because it
   * carries nothing. The age of the oldest result would not show a failing evaluate: SQS leaves out what was received three times.
   */
  resultsWaiting({ name, function: lambda }: StepFunction): void {
    this.add('results-waiting', {
      metric: lambda.metric('AsyncEventsDropped', { period: minutes(5), statistic: Stats.SUM }),
      atLeast: 1,
      periods: 2,
      text: `The step ${name} could not work off results for ten minutes: it fails, or Lambda does not start it. They wait in their queues; lights are old until it works.`,
    });
  }

  deliveryFailures(name: string, topic: Topic, what: string): void {
    this.add(name, {
      metric: topic.metricNumberOfNotificationsFailed({ period: minutes(5), statistic: Stats.SUM }),
      atLeast: 1,
      text: `SNS could not deliver ${what} to at least one subscriber. Somebody who should know does not.`,
    });
  }

  bounces(name: string, metric: IMetric): void {
    this.add(name, {
      metric,
      atLeast: 1,
      text: 'SES could not deliver the weekly digest to at least one reader: the address is wrong, full or refuses it.',
    });
  }

  /** It answers a browser, so what fails lies in no queue. Counts its own failures as well as crashes and timeouts. */
  failing({ name, function: lambda }: StepFunction): void {
    this.add(`${name}-failing`, {
      metric: lambda.metric('Url5xxCount', { period: minutes(5), statistic: Stats.SUM }),
      atLeast: 1,
      periods: 2,
      text: 'The live page has answered with errors for ten minutes. Alerts are sent all the same; who opens them sees no page.',
    });
  }

  private add(name: string, { metric, atLeast, below, periods = 1, anyOf, missing, ends = true, text }: Rule): void {
    // It stands in the subject of the mail.
    const alarmName = `${Stack.of(this).stackName}-${name}`;
    const alarm = new Alarm(this, name, {
      alarmName,
      alarmDescription: `${text} What to do: docs/runbook.md#alarm-${name}`,
      metric,
      threshold: below ?? atLeast ?? 0,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: anyOf ?? periods,
      ...(anyOf !== undefined && { datapointsToAlarm: 1 }),
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.operations);
    alarm.addAlarmAction(action);
    if (ends) alarm.addOkAction(action);
    this.all.push(alarm);
    this.names.push(alarmName);
  }

  /**
   * A topic's own policy takes the place of SNS's default one, which would let the account publish: without this statement
   * every alarm rings and nobody hears it. CloudWatch says which alarm it publishes for. Only these are allowed, and not those of
   * another stack whose name begins with this one's.
   */
  private letAlarmsPublish(): void {
    const stack = Stack.of(this);
    const arnOf = (resourceName: string): string =>
      stack.formatArn({
        service: 'cloudwatch',
        resource: 'alarm',
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    this.operations.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisStack',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.operations.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnEquals: { 'aws:SourceArn': Lazy.list({ produce: () => this.names.map(arnOf) }) },
        },
      }),
    );
  }
}

/**
 * CloudWatch looks back a day at most with periods of less than an hour, and seven days with longer ones. As it looks at two
 * more periods than configured before it believes that nothing came, short ones ring sooner.
 */
function window(wantedMinutes: number): { readonly period: number; readonly periods: number } {
  const period = wantedMinutes <= 60 ? 1 : wantedMinutes <= 24 * 60 ? 5 : 60;
  const periods = Math.ceil(Math.min(wantedMinutes, 7 * 24 * 60) / period);
  return { period, periods };
}
