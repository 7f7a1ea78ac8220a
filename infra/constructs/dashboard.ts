import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metrics, type Step } from '../../shared/model/stack-names.ts';
import { stepMetric } from './alarms.ts';

export interface DashboardProps {
  readonly name: string;
  readonly business: string;
  readonly alarms: readonly Alarm[];
  readonly functions: ReadonlyMap<Step, LambdaFunction>;
  readonly queues: Readonly<Record<string, Queue>>;
}

const period = Duration.minutes(5);

/** Read from the top: is something wrong, does the flow flow, and where does it stick. */
export class FlowDashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const perStep = (metric: (lambda: LambdaFunction) => IMetric): IMetric[] =>
      Array.from(props.functions.values(), metric);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: props.name,
      defaultInterval: Duration.hours(24),
    });
    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Touchlight watches ${props.business}\nRed below is about Touchlight itself, not about the business. Each alarm's text ends with its heading in docs/runbook.md.`,
        width: 24,
        height: 2,
      }),
    );
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Is something wrong?', alarms: [...props.alarms], width: 24, height: 4 }),
    );
    dashboard.addWidgets(
      graph('Does it measure? Visits sent, results that came back', [
        stepMetric(metrics.visitsDispatched, period),
        stepMetric(metrics.resultsEvaluated, period),
        stepMetric(metrics.unknownResults, period),
      ]),
      graph(
        'Where does it wait? Oldest message of each queue, seconds',
        Object.entries(props.queues).map(([label, queue]) =>
          queue.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM, label }),
        ),
      ),
    );
    dashboard.addWidgets(
      graph(
        'Which step fails? Errors',
        perStep((lambda) => lambda.metricErrors({ period, label: "${PROP('Dim.FunctionName')}" })),
      ),
      graph(
        'How long does a step take? Milliseconds, 95 of 100 are faster',
        perStep((lambda) =>
          lambda.metricDuration({ period, statistic: Stats.percentile(95), label: "${PROP('Dim.FunctionName')}" }),
        ),
      ),
    );
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 12, height: 6, leftYAxis: { min: 0 } });
}
