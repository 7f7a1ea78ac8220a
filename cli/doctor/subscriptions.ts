import { subscriptionHealth } from '../../shared/evaluation/subscription-health.ts';
import { undeliveredQuestion } from '../../shared/model/metric-question.ts';
import { outputs } from '../../shared/model/stack-names.ts';
import type { Subscription } from '../../shared/model/subscription.ts';
import type { Answer, MetricAnswer } from '../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, works } from '../local/doctor/finding.ts';
import { cannotTell, type Examination, firstUnanswered, putBack, weigh } from './examination.ts';

/** Both topics, with what each is about. */
const topics = [
  { topic: 'alerts', output: outputs.alertsTopic, about: 'the business' },
  { topic: 'operations', output: outputs.operationsTopic, about: 'Touchlight itself' },
] as const;
type Topic = (typeof topics)[number];

/** Who hears of trouble, who should and does not, and whom SNS could not reach. */
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
        ? judgeReaders(name, about, arn, subscriptions.value, configuration?.alerts.email ?? null)
        : null,
      failures.known ? judgeFailures(name, topic, failures.value.get(topic)?.value ?? 0) : null,
    ],
    unanswered === null ? null : cannotTell(name, unanswered),
  );
}

function judgeReaders(
  name: string,
  about: string,
  arn: string,
  subscriptions: readonly Subscription[] | null,
  readers: readonly string[] | null,
): Finding {
  if (subscriptions === null) return broken(name, 'The topic is gone: somebody has deleted it by hand.', putBack);
  const { confirmed, pending, lost } = subscriptionHealth(subscriptions, readers);
  const hear = confirmed.length === 0 ? `Nobody hears about ${about}` : `Heard by ${confirmed.join(', ')}`;
  const faults = [
    pending.length === 0 ? null : `not confirmed by ${pending.join(', ')}`,
    lost.length === 0 ? null : `lost by ${lost.join(', ')}`,
  ].flatMap((fault) => fault ?? []);
  const again = `aws sns subscribe --topic-arn ${arn} --protocol email --notification-endpoint ${pending[0] ?? lost[0] ?? '<address>'}`;
  if (faults.length > 0) {
    return broken(
      name,
      `${hear}; ${faults.join('; ')}.`,
      `Whoever has not confirmed clicks the link in SNS's mail "Subscription Confirmation"; this sends it anew: ${again}`,
    );
  }
  if (confirmed.length === 0) {
    return broken(
      name,
      `${hear}: the topic has no subscriber.`,
      `Write alerts.email in touchpoints.yaml, or: ${again}`,
    );
  }
  return works(name, `${hear}.`);
}

/** @returns null when every message of the week was delivered */
function judgeFailures(name: string, topic: string, failed: number): Finding | null {
  if (failed === 0) return null;
  return impaired(
    name,
    `SNS could not deliver ${failed} ${failed === 1 ? 'message' : 'messages'} of ${topic} in the last 7 days.`,
    'A mailbox that refuses, a dead HTTPS endpoint, a queue without the right: docs/runbook.md#alarm-alerts-not-delivered.',
  );
}
