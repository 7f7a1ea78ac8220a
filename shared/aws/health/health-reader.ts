import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { undeliveredQuestion } from '../../model/metric-question.ts';
import type { TopicHealth, TopicName } from '../../model/stack-health.ts';
import type { DeadLetterQueue } from '../../model/stack-resources.ts';
import type { HealthReader } from '../../ports/stack-health.ts';
import type { Answer } from '../../ports/stack-inspector.ts';
import type { Connection } from '../connection.ts';
import { countMessages } from './message-counts.ts';
import { inspectMetrics } from './metrics.ts';
import { inspectSubscriptions } from './subscriptions.ts';

export interface HealthReaderOptions {
  readonly topics: Readonly<Record<TopicName, string>>;
  /** Their addresses; absent where the stack has none. */
  readonly deadLetters: Readonly<Partial<Record<DeadLetterQueue, string>>>;
  readonly now: () => number;
  readonly connection?: Connection;
}

export function createHealthReader({ topics, deadLetters, now, connection }: HealthReaderOptions): HealthReader {
  const settings = { maxAttempts: 6, ...connection };
  const { metrics } = inspectMetrics(new CloudWatchClient(settings), now);
  const { subscriptions } = inspectSubscriptions(new SNSClient(settings));
  const { queue: lookInto } = countMessages(new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }));
  return {
    async read() {
      const answers: Answer<unknown>[] = [];
      const noted = <T>(answer: Answer<T>): T | null => {
        answers.push(answer);
        return answer.known ? answer.value : null;
      };
      const names = Object.entries(topics) as [TopicName, string][];
      const failures = noted(await metrics(names.map(([topic, arn]) => undeliveredQuestion(topic, arn))));
      const ofTopics = names.map(async ([topic, arn]): Promise<TopicHealth> => {
        const heard = await subscriptions(arn);
        // A topic that is gone has no subscribers.
        const known = noted(heard) ?? (heard.known ? [] : null);
        return { topic, subscriptions: known, undelivered: failures?.get(topic)?.value ?? null };
      });
      const ofQueues = (Object.entries(deadLetters) as [DeadLetterQueue, string][]).map(async ([queue, url]) => {
        const answer = await lookInto(url);
        const state = noted(answer);
        if (answer.known && state === null) answers.push(gone(queue));
        return { queue, count: state === null ? null : state.visible + state.hidden };
      });
      return {
        topics: await Promise.all(ofTopics),
        deadLetters: await Promise.all(ofQueues),
        unanswered: distinct(answers),
      };
    },
  };
}

/** What is given up has nowhere to go then. */
function gone(queue: DeadLetterQueue): Answer<never> {
  const message = `The dead-letter queue ${queue} is gone.`;
  return { known: false, unanswered: { why: 'failed', action: 'sqs:GetQueueAttributes', message } };
}

/** One missing right is said once, however many questions need it. */
function distinct(answers: readonly Answer<unknown>[]): { action: string; message: string }[] {
  const byAction = new Map<string, string>();
  for (const answer of answers) {
    if (!answer.known) byAction.set(answer.unanswered.action, answer.unanswered.message);
  }
  return [...byAction].map(([action, message]) => ({ action, message }));
}
