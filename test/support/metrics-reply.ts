import { type AwsReply, type AwsRequest, jsonReply } from './aws-requests.ts';

export interface Datapoint {
  readonly at: number;
  readonly value: number;
}

interface Metrics {
  /** By metric and its one dimension: `Invocations Bakery-dispatch`. */
  readonly metrics: Readonly<Record<string, readonly Datapoint[]>>;
  /** Metrics that CloudWatch fails at, named alike. */
  readonly unreadable: readonly string[];
}

interface MetricQuery {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: string }[] };
  };
}

/** In two pages, so that reading only the first is caught. */
export function metricsReply(input: AwsRequest['input'], { metrics, unreadable }: Metrics): AwsReply {
  const queries = input['MetricDataQueries'] as readonly MetricQuery[];
  const isFirst = input['NextToken'] === undefined;
  const inRange = ({ at }: Datapoint): boolean =>
    at / 1000 >= Number(input['StartTime']) && at / 1000 <= Number(input['EndTime']);
  const MetricDataResults = queries.map(({ Id, MetricStat: { Metric } }) => {
    const name = `${Metric.MetricName} ${Metric.Dimensions[0]?.Value}`;
    if (unreadable.includes(name)) return { Id, StatusCode: 'InternalError', Timestamps: [], Values: [] };
    const points = (metrics[name] ?? []).filter(inRange);
    const half = Math.ceil(points.length / 2);
    const page = isFirst ? points.slice(0, half) : points.slice(half);
    return {
      Id,
      StatusCode: isFirst ? 'PartialData' : 'Complete',
      Timestamps: page.map(({ at }) => at / 1000),
      Values: page.map(({ value }) => value),
    };
  });
  return jsonReply({ MetricDataResults, ...(isFirst && { NextToken: 'second' }) });
}
