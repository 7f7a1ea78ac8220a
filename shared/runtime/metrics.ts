import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type metrics as metricNames, metricNamespace, type Step } from '../model/stack-names.ts';

export type MetricName = (typeof metricNames)[keyof typeof metricNames];

/** Counts things, as one embedded-metric line each: no API call, no permission. */
export type Count = (metric: MetricName, value: number) => void;

export function createCount(step: Step): Count {
  const metrics = new Metrics({ namespace: metricNamespace, serviceName: step });
  return (metric, value) => {
    if (value === 0) return;
    metrics.addMetric(metric.name, MetricUnit.Count, value);
    metrics.publishStoredMetrics();
  };
}
