/** One figure out of CloudWatch. */
export interface MetricQuestion {
  /** The caller's own word for it. */
  readonly name: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Maximum';
  /** How far to look back. */
  readonly minutes: number;
}

const minutesPerWeek = 7 * 24 * 60;

/** How many of the last week's messages of a topic SNS could not deliver, one for each subscriber. */
export function undeliveredQuestion(name: string, topicArn: string): MetricQuestion {
  return {
    name,
    namespace: 'AWS/SNS',
    metric: 'NumberOfNotificationsFailed',
    dimensions: { TopicName: topicArn.slice(topicArn.lastIndexOf(':') + 1) },
    statistic: 'Sum',
    minutes: minutesPerWeek,
  };
}
