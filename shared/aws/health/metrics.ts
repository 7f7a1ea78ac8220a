import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandOutput,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { toInstant } from '../../model/instant.ts';
import type { MetricQuestion } from '../../model/metric-question.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { MetricAnswer, StackInspector } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';

const queriesAtOnce = 500;
/** Up to so far back, figures come in periods of five minutes; of an hour beyond. */
const finelyMinutes = 180;

/** @param now for the end of the time that is looked back upon */
export function inspectMetrics(client: CloudWatchClient, now: () => number): Pick<StackInspector, 'metrics'> {
  return {
    metrics: (questions) =>
      ask('cloudwatch:GetMetricData', async () => {
        const answers = new Map<string, MetricAnswer>();
        // All questions of one request look equally far back.
        for (const [minutes, together] of Map.groupBy(questions, (question) => question.minutes)) {
          for (let from = 0; from < together.length; from += queriesAtOnce) {
            const asked = together.slice(from, from + queriesAtOnce);
            await fetchFigures(client, asked, { minutes, now: now() }, answers);
          }
        }
        return answers;
      }),
  };
}

async function fetchFigures(
  client: CloudWatchClient,
  questions: readonly MetricQuestion[],
  { minutes, now }: { readonly minutes: number; readonly now: number },
  answers: Map<string, MetricAnswer>,
): Promise<void> {
  let NextToken: string | undefined;
  for (const { name } of questions) answers.set(name, { value: 0, lastAt: null });
  do {
    const page: GetMetricDataCommandOutput = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(now - minutes * minuteMs),
        EndTime: new Date(now),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: questions.map((question, index) => queryOf(question, index)),
        NextToken,
      }),
    );
    for (const result of page.MetricDataResults ?? []) {
      const question = questions[Number(result.Id?.slice(1))];
      if (question === undefined) continue;
      answers.set(question.name, add(question, answers.get(question.name), result));
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
}

function queryOf(
  { namespace, metric, dimensions, statistic, minutes }: MetricQuestion,
  index: number,
): MetricDataQuery {
  return {
    Id: `q${index}`,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: metric,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: minutes <= finelyMinutes ? 300 : 3600,
      Stat: statistic,
    },
  };
}

function add(
  { name, statistic }: MetricQuestion,
  before: MetricAnswer | undefined,
  { StatusCode, Values = [], Timestamps = [] }: MetricDataResult,
): MetricAnswer {
  // "PartialData" has further pages; nothing may be read into what could not be fetched.
  if (StatusCode === 'InternalError' || StatusCode === 'Forbidden') {
    throw new Error(`CloudWatch could not fetch the metric ${name}: ${StatusCode}`);
  }
  const values = statistic === 'Sum' ? [Values.reduce((sum, value) => sum + value, 0)] : Values;
  const happened = Timestamps.flatMap((at, index) => ((Values[index] ?? 0) === 0 ? [] : at.getTime()));
  const known = [...happened, ...(before?.lastAt == null ? [] : [Date.parse(before.lastAt)])];
  const earlier = before?.value ?? 0;
  return {
    value: statistic === 'Sum' ? earlier + (values[0] ?? 0) : Math.max(earlier, ...values),
    lastAt: known.length === 0 ? null : toInstant(Math.max(...known)),
  };
}
