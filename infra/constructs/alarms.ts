import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
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
  readonly periods?: number;
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

  constructor(scope: Construct, id: string, { operations }: { readonly operations: Topic }) {
    super(scope, id);
    this.operations = operations;
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
      text: `No check has brought a result for ${period * periods} minutes. Touchlight is blind: no light can be trusted.`,
    });
  }

  /** The clock of the stack. Its schedule may be switched off, its function may be refused. */
  silent({ name, function: lambda }: StepFunction): void {
    this.add(`${name}-silent`, {
      metric: lambda.metricInvocations({ period: minutes(5), statistic: Stats.SUM }),
      below: 1,
      missing: TreatMissingData.BREACHING,
      text: `The step ${name} has not been started for five minutes: nothing is checked, and nobody is told.`,
    });
  }

  /** Rings for each further message, also while older ones lie there: what counts is that there are more than before. */
  lost(name: string, queue: Queue, text: string): void {
    const lying = queue.metricApproximateNumberOfMessagesVisible({ period: minutes(5), statistic: Stats.MAXIMUM });
    this.add(name, {
      // SQS writes no metric for a queue in which nothing has lain for hours: that is zero.
      metric: new MathExpression({
        expression: 'DIFF(FILL(lying, 0))',
        usingMetrics: { lying },
        period: minutes(5),
        label: 'More than before',
      }),
      atLeast: 1,
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

  resultsWaiting(results: Queue): void {
    this.add('results-waiting', {
      metric: results.metricApproximateAgeOfOldestMessage({ period: minutes(5), statistic: Stats.MAXIMUM }),
      atLeast: minutes(10).toSeconds(),
      text: 'Results wait longer than ten minutes for evaluate: it fails, or nothing starts it. Lights are old until it works.',
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

  private add(name: string, { metric, atLeast, below, periods = 1, missing, ends = true, text }: Rule): void {
    const alarm = new Alarm(this, name, {
      // It stands in the subject of the mail, and the topic's policy lets in alarms whose names begin with the stack's.
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${text} What to do: docs/runbook.md#alarm-${name}`,
      metric,
      threshold: below ?? atLeast ?? 0,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.operations);
    alarm.addAlarmAction(action);
    if (ends) alarm.addOkAction(action);
    this.all.push(alarm);
  }
}

/** CloudWatch looks back a day at most with periods of up to an hour, and seven days with longer ones. */
function window(wantedMinutes: number): { readonly period: number; readonly periods: number } {
  const period = wantedMinutes <= 24 * 60 ? 5 : 60;
  const periods = Math.ceil(Math.min(wantedMinutes, 7 * 24 * 60) / period);
  return { period, periods };
}
