import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { z } from 'zod';
import {
  functionName,
  type ProbeStep,
  resultQueueVariable,
  type Step,
  variables,
} from '../../../../shared/model/stack-names.ts';
import type { MetricName, MetricSeries } from '../../../cloudwatch/metric-series.ts';
import type { Account } from '../account.ts';
import { environmentOf } from '../environment.ts';
import { invocationsOf } from '../invocations.ts';
import type { MiniStack } from '../ministack.ts';
import { type PeekedMessage, peek } from '../peek.ts';

export interface Observed {
  readonly ministack: MiniStack;
  readonly account: Account;
  readonly stack: string;
  readonly steps: readonly Step[];
  readonly probes: readonly ProbeStep[];
  /** Mails that SES has sent and that came back. */
  readonly bounced: () => number;
}

type Report = (minute: number) => Promise<void>;

/** Standard queues leave messages out of their age once they were received so often: they may be poison. */
const receivedTooOften = 3;
/** A queue that nobody has used for hours is not reported; when it is used again, that begins so many minutes later. */
const awakeAfterMinutes = 15;

/**
 * Reports what AWS would have reported in a minute. The emulator keeps AWS/Lambda's metrics only; the others are worked out
 * from what can be seen of it: messages in queues, log lines, mails. Where AWS reports nothing instead of a zero, so does this.
 * @returns to be called at the end of each minute
 */
export async function observeMetrics(series: MetricSeries, observed: Observed): Promise<Report> {
  const reports = [
    invocations(series, observed),
    droppedEvents(series, observed),
    await queueMetrics(series, observed),
    snsFailures(series, observed),
    await bounces(series, observed),
  ];
  return async (minute) => {
    for (const report of reports) await report(minute);
  };
}

function invocations(series: MetricSeries, { account, stack, steps }: Observed): Report {
  const names = steps.map((step) => functionName(stack, step));
  const since = new Date();
  const grown = growth<string>();
  return async (minute) => {
    for (const [FunctionName, total] of await invocationsOf(account, names, since)) {
      reportSome(
        series,
        { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName } },
        minute,
        grown(FunctionName, total),
      );
    }
  };
}

const failedEventSchema = z.object({ requestContext: z.object({ functionArn: z.string() }) });

/** An event that a function failed for good is dropped; what the emulator does with it instead can be counted. */
function droppedEvents(series: MetricSeries, { ministack, stack }: Observed): Report {
  const grown = growth<string>();
  const seen = new Map<string, string>();
  return async (minute) => {
    for (const [queue, messages] of await peek(ministack)) {
      if (!queue.startsWith(stack)) continue;
      for (const { id, body, wasMovedHere } of messages) {
        const failed =
          wasMovedHere || !body.startsWith('{') ? null : failedEventSchema.safeParse(JSON.parse(body)).data;
        if (failed) seen.set(id, failed.requestContext.functionArn.split(':').at(-1) ?? '');
      }
    }
    for (const [FunctionName, ids] of Map.groupBy(seen, ([, name]) => name)) {
      const metric = { namespace: 'AWS/Lambda', name: 'AsyncEventsDropped', dimensions: { FunctionName } };
      reportSome(series, metric, minute, grown(FunctionName, ids.length));
    }
  };
}

async function queueMetrics(series: MetricSeries, observed: Observed): Promise<Report> {
  const { ministack, stack } = observed;
  const probeOf = await resultQueues(observed);
  const seenFirst = new Map<string, number>();
  const lyingBefore = new Map<string, ReadonlySet<string>>();
  const sentBy = sentResults(observed);
  return async (minute) => {
    const queues = await peek(ministack);
    const movedAway = new Set([...queues.values()].flat().flatMap(({ id, wasMovedHere }) => (wasMovedHere ? id : [])));
    for (const [QueueName, messages] of queues) {
      if (!QueueName.startsWith(`${stack}-`)) continue;
      const metric = (name: string): MetricName => ({ namespace: 'AWS/SQS', name, dimensions: { QueueName } });
      for (const { id } of messages) if (!seenFirst.has(id)) seenFirst.set(id, minute);
      if (isIdle(QueueName, messages, seenFirst, minute)) continue;
      series.report(
        metric('ApproximateNumberOfMessagesVisible'),
        minute,
        messages.filter(({ isVisible }) => isVisible).length,
      );
      const ages = countedInAge(QueueName, messages).map(({ id }) => (minute - (seenFirst.get(id) ?? minute)) * 60);
      if (ages.length > 0) series.report(metric('ApproximateAgeOfOldestMessage'), minute, Math.max(...ages));
      const probe = probeOf.get(QueueName);
      if (probe === undefined) continue;
      const lying = new Set(messages.map(({ id }) => id));
      const before = [...(lyingBefore.get(QueueName) ?? [])];
      const moved = before.filter((id) => !lying.has(id) && movedAway.has(id)).length;
      lyingBefore.set(QueueName, lying);
      reportSome(
        series,
        metric('NumberOfMessagesDeleted'),
        minute,
        before.length + (await sentBy(probe)) - lying.size - moved,
      );
    }
  };
}

/** Dead letters are written and read by nobody else; all other queues are asked every minute. */
function isIdle(
  queue: string,
  messages: readonly PeekedMessage[],
  seenFirst: ReadonlyMap<string, number>,
  minute: number,
): boolean {
  if (!queue.includes('DeadLetters')) return false;
  return !messages.some(({ id }) => minute - (seenFirst.get(id) ?? minute) >= awakeAfterMinutes);
}

function countedInAge(queue: string, messages: readonly PeekedMessage[]): readonly PeekedMessage[] {
  return queue.endsWith('.fifo') ? messages : messages.filter(({ received }) => received < receivedTooOften);
}

async function resultQueues({ account, stack, probes }: Observed): Promise<ReadonlyMap<string, ProbeStep>> {
  const environment = await environmentOf(account, stack, 'evaluate');
  return new Map(
    probes.map((probe) => {
      const url = environment[resultQueueVariable[probe]] ?? '';
      return [url.slice(url.lastIndexOf('/') + 1), probe];
    }),
  );
}

/** How many results a probe has sent since it was asked last: it logs each one once its queue has taken it. */
function sentResults({ account, stack }: Observed): (probe: ProbeStep) => Promise<number> {
  const known = new Map<ProbeStep, { readonly until: number; readonly lines: ReadonlySet<string> }>();
  return async (probe) => {
    const { until, lines } = known.get(probe) ?? { until: Date.now(), lines: new Set() };
    const now = Date.now();
    const { events = [] } = await account.logs.send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/lambda/${functionName(stack, probe)}`,
        startTime: until,
        filterPattern: '"visited"',
      }),
    );
    const read = new Set(events.map(({ logStreamName, message }) => `${logStreamName} ${message}`));
    // What was written down late is read once more, and counted once.
    known.set(probe, { until: now - 5000, lines: read });
    return [...read].filter((line) => !lines.has(line)).length;
  };
}

/** The emulator writes down each delivery that a queue's policy refuses. */
function snsFailures(series: MetricSeries, { ministack }: Observed): Report {
  const failed = growth<string>();
  return async (minute) => {
    const refusals = ministack
      .log()
      .matchAll(/SNS fanout: queue policy denies delivery from arn:aws:sns:[^:]+:\d+:(\S+) to/g);
    const perTopic = Map.groupBy(refusals, ([, topic = '']) => topic);
    for (const [TopicName, all] of perTopic) {
      reportSome(
        series,
        { namespace: 'AWS/SNS', name: 'NumberOfNotificationsFailed', dimensions: { TopicName } },
        minute,
        failed(TopicName, all.length),
      );
    }
  };
}

async function bounces(series: MetricSeries, { account, stack, bounced }: Observed): Promise<Report> {
  const mailSet = (await environmentOf(account, stack, 'digest'))[variables.mailSet] ?? '';
  const metric: MetricName = { namespace: 'AWS/SES', name: 'Bounce', dimensions: { 'ses:configuration-set': mailSet } };
  const grown = growth<'mails'>();
  return async (minute) => reportSome(series, metric, minute, grown('mails', bounced()));
}

function reportSome(series: MetricSeries, metric: MetricName, minute: number, value: number): void {
  if (value > 0) series.report(metric, minute, value);
}

/** By how much a total has grown since it was told last. */
function growth<Key>(): (key: Key, total: number) => number {
  const totals = new Map<Key, number>();
  return (key, total) => {
    const grown = total - (totals.get(key) ?? 0);
    totals.set(key, total);
    return grown;
  };
}
