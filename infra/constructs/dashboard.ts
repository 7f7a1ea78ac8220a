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
import { Construct } from 'constructs';
import type { ProbeStep } from './probe-step.ts';
import type { StepFunction } from './step-function.ts';

export interface DashboardProps {
  readonly name: string;
  readonly business: string;
  readonly alarms: readonly Alarm[];
  readonly steps: readonly StepFunction[];
  readonly probes: readonly ProbeStep[];
}

const period = Duration.minutes(5);

/** Read from the top: is something wrong, does the flow flow, and where does it stick. Built with `-c dashboard=true`. */
export class FlowDashboard extends Construct {
  constructor(scope: Construct, id: string, { name, business, alarms, steps, probes }: DashboardProps) {
    super(scope, id);
    const perStep = (metric: (lambda: LambdaFunction) => IMetric): IMetric[] =>
      steps.map((step) => metric(step.function));
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: name, defaultInterval: Duration.hours(24) });
    dashboard.addWidgets(
      new TextWidget({
        markdown: `# Touchlight watches ${business}\nRed below is about Touchlight itself, not about the business. Each alarm's text ends with its heading in docs/runbook.md.`,
        width: 24,
        height: 2,
      }),
    );
    dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Is something wrong?', alarms: [...alarms], width: 24, height: 4 }),
    );
    dashboard.addWidgets(
      graph(
        'Does it measure? Results stored and judged, by probe',
        probes.map(({ probe, results }) =>
          results.metricNumberOfMessagesDeleted({ period, statistic: Stats.SUM, label: probe }),
        ),
      ),
      graph('Where does it wait? Oldest message of each queue, seconds', waits(probes)),
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

function waits(probes: readonly ProbeStep[]): IMetric[] {
  return probes.flatMap(({ probe, results, visits }) => [
    results.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM, label: `results of ${probe}` }),
    ...(visits === null
      ? []
      : [
          visits.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM, label: `visits to ${probe}` }),
        ]),
  ]);
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 12, height: 6, leftYAxis: { min: 0 } });
}
