import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricNamespace, metrics, type Step } from '../../shared/model/stack-names.ts';

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
  /** Whole sentences for ops: what happened, what it means. */
  readonly text: string;
}

/**
 * Alarms about Touchlight itself; each has its heading in docs/runbook.md. Missing data is "not breaching" everywhere but in
 * one place: Lambda and SQS write no zero for what did not happen, so silence there means that nothing failed. Only the
 * absence of results is a fault in itself, and it also covers a schedule or a dispatch that died without a sound.
 */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly operations: Topic;

  constructor(scope: Construct, id: string, { operations }: { readonly operations: Topic }) {
    super(scope, id);
    this.operations = operations;
  }

  /** @param cadenceMinutes of the check that runs most often */
  noResults(cadenceMinutes: number): void {
    this.add('no-results', {
      metric: stepMetric(metrics.resultsEvaluated, minutes(cadenceMinutes)),
      below: 1,
      periods: 2,
      missing: TreatMissingData.BREACHING,
      text: `No check has brought a result for ${2 * cadenceMinutes} minutes. Touchlight is blind: no light can be trusted.`,
    });
  }

  errors(step: Step, lambda: LambdaFunction): void {
    this.add(`${step}-errors`, {
      metric: lambda.metricErrors({ period: minutes(5), statistic: Stats.SUM }),
      atLeast: 3,
      periods: 1,
      text: `The step ${step} failed three times within five minutes. Its work is tried again, then it lands in the dead-letter queue.`,
    });
  }

  deadLetters(name: string, queue: Queue, text: string): void {
    this.add(name, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: minutes(5), statistic: Stats.MAXIMUM }),
      atLeast: 1,
      text,
    });
  }

  throttles(): void {
    this.add('throttles', {
      // Of the whole account and region, because all its functions share one pool; and one metric costs one alarm.
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        period: minutes(5),
        statistic: Stats.SUM,
      }),
      atLeast: 1,
      periods: 3,
      text: 'Lambda has refused to start functions for a quarter of an hour: the concurrency limit of this account and region is reached.',
    });
  }

  visitsWaiting(step: Step, queue: Queue): void {
    this.add(`${step}-visits-waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: minutes(5), statistic: Stats.MAXIMUM }),
      atLeast: minutes(30).toSeconds(),
      periods: 2,
      text: `Visits wait longer than half an hour for ${step}: more is due than can be visited, or one site holds up its own queue.`,
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

  private add(name: string, { metric, atLeast, below, periods = 1, missing, text }: Rule): void {
    const alarm = new Alarm(this, name, {
      // It stands in the subject of the mail.
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
    alarm.addOkAction(action);
    this.all.push(alarm);
  }
}

export function stepMetric({ step, name }: { readonly step: Step; readonly name: string }, period: Duration): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName: name,
    dimensionsMap: { service: step },
    statistic: Stats.SUM,
    period,
  });
}
