import { formatFor } from '../../../shared/i18n/format.ts';
import type { MetricQuestion } from '../../../shared/model/metric-question.ts';
import { purposeOfQueue, type QueuePurpose } from '../../../shared/model/stack-resources.ts';
import type { Answer, MetricAnswer, QueueState } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, putBack, resourcesOf, weigh } from './examination.ts';

type WorkQueue = Exclude<QueuePurpose, { kind: 'dead-letters' }>;

/** SQS leaves out of the age what was received three times: results that fail show in the finding for evaluate. */
const patienceMinutes = { visits: 30, results: 10, posts: 30 } as const;
/** CloudWatch's figure of a queue's oldest message comes a few minutes late. */
const windowMinutes = 15;

/** Does work flow through the queues? */
export async function examineQueues(examination: Examination): Promise<Finding[]> {
  const queues = resourcesOf(examination, 'AWS::SQS::Queue').flatMap(({ logicalId, physicalId }) => {
    const purpose = purposeOfQueue(logicalId);
    return purpose === null || purpose.kind === 'dead-letters' ? [] : [{ url: physicalId, purpose }];
  });
  const ages = await examination.inspector.metrics(queues.map(({ url }) => ageQuestion(url)));
  return Promise.all(
    queues.map(async ({ url, purpose }) => judgeQueue(purpose, url, await examination.inspector.queue(url), ages)),
  );
}

function ageQuestion(url: string): MetricQuestion {
  return {
    name: url,
    namespace: 'AWS/SQS',
    metric: 'ApproximateAgeOfOldestMessage',
    dimensions: { QueueName: url.slice(url.lastIndexOf('/') + 1) },
    statistic: 'Maximum',
    minutes: windowMinutes,
  };
}

function judgeQueue(
  { kind, step }: WorkQueue,
  url: string,
  found: Answer<QueueState | null>,
  ages: Answer<ReadonlyMap<string, MetricAnswer>>,
): Finding {
  const name = `queue ${step} ${kind}`;
  const unanswered = firstUnanswered(found, ages);
  if (found.known && found.value === null) {
    return broken(name, 'The queue is missing: someone deleted it by hand.', putBack);
  }
  const seconds = ages.known ? (ages.value.get(url)?.value ?? 0) : 0;
  const waiting = found.known && found.value !== null ? found.value.visible : null;
  const looks: (Finding | null)[] = [
    // The metric is minutes old: what was waiting then may have been taken since.
    seconds >= patienceMinutes[kind] * 60 && waiting !== 0 ? stuck(name, kind, step, waiting, seconds) : null,
    waiting === null ? null : works(name, wait(waiting, found.known ? (found.value?.hidden ?? 0) : 0, seconds)),
  ];
  return weigh(looks, unanswered === null ? null : cannotTell(name, unanswered));
}

function stuck(name: string, kind: WorkQueue['kind'], step: string, waiting: number | null, seconds: number): Finding {
  const taker = kind === 'results' ? 'evaluate' : step;
  const alarm = { visits: `${step}-visits-waiting`, results: 'results-waiting', posts: 'chat-posts-waiting' }[kind];
  return broken(
    name,
    `${waiting ?? 'Messages'} waiting, the oldest for ${formatFor('en').duration(seconds * 1000)}: ${taker} is not processing them, or too slowly.`,
    `Check the findings for ${kind === 'posts' ? 'channels' : taker}, then docs/runbook.md#alarm-${alarm}`,
  );
}

function wait(waiting: number, hidden: number, seconds: number): string {
  const inProgress = hidden === 0 ? '' : `, ${hidden} in progress`;
  if (waiting === 0) return `Nothing waiting${inProgress}.`;
  const oldest = seconds === 0 ? '' : `, the oldest for ${formatFor('en').duration(seconds * 1000)}`;
  return `${waiting} waiting${inProgress}${oldest}.`;
}
