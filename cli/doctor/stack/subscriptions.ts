import { subscriptionHealth } from '../../../shared/evaluation/notifications/subscription-health.ts';
import { alertReaders, filterPolicyOf } from '../../../shared/model/alert-reader.ts';
import { undeliveredQuestion } from '../../../shared/model/metric-question.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Subscription } from '../../../shared/model/subscription.ts';
import type { Answer, MetricAnswer } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, putBack, weigh } from './examination.ts';

/** Both topics, and what each is about. */
const topics = [
  { topic: 'alerts', output: outputs.alertsTopic, about: 'the business' },
  { topic: 'operations', output: outputs.operationsTopic, about: 'Touchlight itself' },
] as const;
type Topic = (typeof topics)[number];

/** Who is subscribed, who should be and is not, and whom SNS could not reach. */
export async function examineSubscriptions(examination: Examination): Promise<Finding[]> {
  const { inspector, state } = examination;
  const known = topics.flatMap((topic) => {
    const arn = state?.outputs[topic.output];
    return arn === undefined ? [] : [{ ...topic, arn }];
  });
  const failures = await inspector.metrics(known.map(({ topic, arn }) => undeliveredQuestion(topic, arn)));
  return Promise.all(
    known.map(async (topic) => judgeTopic(topic, await inspector.subscriptions(topic.arn), failures, examination)),
  );
}

function judgeTopic(
  { topic, about, arn }: Topic & { readonly arn: string },
  subscriptions: Answer<readonly Subscription[] | null>,
  failures: Answer<ReadonlyMap<string, MetricAnswer>>,
  { configuration }: Examination,
): Finding {
  const name = `topic ${topic}`;
  const unanswered = firstUnanswered(subscriptions, failures);
  return weigh(
    [
      subscriptions.known
        ? judgeReaders(name, about, subscriptions.value, namedFor({ topic, arn }, configuration))
        : null,
      failures.known ? judgeFailures(name, topic, failures.value.get(topic)?.value ?? 0) : null,
    ],
    unanswered === null ? null : cannotTell(name, unanswered),
  );
}

/** Whom the configuration names for a topic, and how to subscribe somebody again. */
interface Named {
  /** Null when it is not known. */
  readonly readers: readonly string[] | null;
  readonly subscribe: (address: string) => string;
}

function namedFor(
  { topic, arn }: Pick<Topic, 'topic'> & { readonly arn: string },
  configuration: Examination['configuration'],
): Named {
  const all = configuration === null ? [] : alertReaders(configuration);
  const readers = all.filter(({ only }) => topic === 'alerts' || only === null);
  return {
    readers: configuration === null ? null : readers.map(({ email }) => email),
    subscribe: (address) => {
      const only = readers.find(({ email }) => email.toLowerCase() === address.toLowerCase())?.only ?? null;
      const command = `aws sns subscribe --topic-arn ${arn} --protocol email --notification-endpoint ${address}`;
      if (only === null) return command;
      const attributes = JSON.stringify({ FilterPolicy: JSON.stringify(filterPolicyOf(only)) });
      return `${command} --attributes '${attributes}'`;
    },
  };
}

function judgeReaders(
  name: string,
  about: string,
  subscriptions: readonly Subscription[] | null,
  { readers, subscribe }: Named,
): Finding {
  if (subscriptions === null) return broken(name, 'The topic is missing: someone deleted it by hand.', putBack);
  const { confirmed, pending, lost } = subscriptionHealth(subscriptions, readers);
  const hear =
    confirmed.length === 0 ? `Nobody has confirmed a subscription for ${about}` : `Subscribed: ${confirmed.join(', ')}`;
  const faults = [
    pending.length === 0 ? null : `not confirmed: ${pending.join(', ')}`,
    lost.length === 0 ? null : `no longer subscribed: ${lost.join(', ')}`,
  ].flatMap((fault) => fault ?? []);
  const again = subscribe(pending[0] ?? lost[0] ?? '<address>');
  if (faults.length > 0) {
    return broken(
      name,
      `${hear}; ${faults.join('; ')}.`,
      `Click the link in SNS's mail "Subscription Confirmation". To send it again: ${again}`,
    );
  }
  if (confirmed.length === 0) {
    return broken(
      name,
      `${hear}: the topic has no subscribers.`,
      `Set alerts.email in touchpoints.yaml and deploy, or run: ${again}`,
    );
  }
  return works(name, `${hear}.`);
}

/** @returns null when SNS delivered every message of the week */
export function judgeFailures(name: string, topic: string, failed: number): Finding | null {
  if (failed === 0) return null;
  return impaired(
    name,
    `SNS failed to deliver ${failed} ${failed === 1 ? 'message' : 'messages'} of ${topic} in the last 7 days.`,
    'Check the subscribers: docs/runbook.md#alarm-alerts-not-delivered',
  );
}
