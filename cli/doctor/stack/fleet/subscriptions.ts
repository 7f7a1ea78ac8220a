import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import { subscriptionHealth } from '../../../../shared/evaluation/notifications/subscription-health.ts';
import { fleetReaders, type NamesReaders } from '../../../../shared/model/fleet-readers.ts';
import { undeliveredQuestion } from '../../../../shared/model/metric-question.ts';
import { outputs } from '../../../../shared/model/stack-names.ts';
import type { Subscription } from '../../../../shared/model/subscription.ts';
import { counted } from '../../../counted.ts';
import { broken, type Finding, impaired, works } from '../../finding.ts';
import { cannotTell, type Examination, putBack } from '../examination.ts';
import { judgeFailures } from '../subscriptions.ts';
import { businessesNamed } from './businesses-named.ts';

/** Which readers of which businesses have not confirmed, whether anyone hears of Touchlight itself, and whom SNS could not reach. */
export async function examineFleetSubscriptions(
  { inspector, state }: Examination,
  { businesses, stillNamed }: FleetToDeploy,
): Promise<Finding[]> {
  const topics = [
    { topic: 'alerts', arn: state?.outputs[outputs.alertsTopic], judge: judgeAlerts([...businesses, ...stillNamed]) },
    { topic: 'operations', arn: state?.outputs[outputs.operationsTopic], judge: judgeOperations },
  ].flatMap(({ arn, ...topic }) => (arn === undefined ? [] : [{ ...topic, arn }]));
  const failures = await inspector.metrics(topics.map(({ topic, arn }) => undeliveredQuestion(topic, arn)));
  const findings = topics.map(async ({ topic, arn, judge }): Promise<Finding[]> => {
    const name = `topic ${topic}`;
    const subscriptions = await inspector.subscriptions(arn);
    const failed = failures.known
      ? judgeFailures(name, topic, failures.value.get(topic)?.value ?? 0)
      : cannotTell(name, failures.unanswered);
    if (!subscriptions.known) return [cannotTell(name, subscriptions.unanswered)];
    if (subscriptions.value === null)
      return [broken(name, 'The topic is missing: someone deleted it by hand.', putBack)];
    const looks = judge(name, subscriptions.value);
    return failed === null ? looks : [...looks.filter(({ light }) => light !== 'green'), failed];
  });
  return (await Promise.all(findings)).flat();
}

type Judge = (name: string, subscriptions: readonly Subscription[]) => Finding[];

/** One finding for each reader who hears nothing, because each has to confirm for themselves. */
function judgeAlerts(businesses: readonly NamesReaders[]): Judge {
  return (name, subscriptions) => {
    const readers = fleetReaders(businesses).map(({ email }) => email);
    const { confirmed, pending, lost } = subscriptionHealth(subscriptions, readers);
    const reads = readingsOf(businesses);
    const whose = (email: string): string => {
      const ids = reads.get(email.toLowerCase());
      return ids === undefined ? 'named by no business of this folder' : `reads ${businessesNamed(ids)}`;
    };
    const faults = [
      ...pending.map((email) =>
        broken(
          `reader ${email}`,
          `Has not confirmed the subscription, and gets no alerts: ${whose(email)}.`,
          'Click the link in SNS\'s mail "Subscription Confirmation". It is sent again when the subscription is made anew: docs/runbook.md#alarm-alerts-not-delivered',
        ),
      ),
      ...lost.map((email) =>
        broken(`reader ${email}`, `Is not subscribed, and gets no alerts: ${whose(email)}.`, putBack),
      ),
    ];
    if (faults.length === 0 && confirmed.length === 0)
      return [impaired(name, 'No business names a reader.', 'Set alerts.email in their files, and deploy.')];
    return confirmed.length === 0 ? faults : [...faults, works(name, subscribed(confirmed))];
  };
}

/** The function that posts to chats is a subscriber, too, and no address. */
function subscribed(confirmed: readonly string[]): string {
  const addresses = confirmed.filter((name) => !name.startsWith('lambda '));
  const chats = addresses.length < confirmed.length ? ', and the function that posts to chats' : '';
  return `Subscribed: ${counted(addresses.length, 'address', 'addresses')} in all${chats}.`;
}

/** Which businesses an address is named by, in whatever part. */
function readingsOf(businesses: readonly NamesReaders[]): Map<string, string[]> {
  const all = businesses.flatMap((business) =>
    fleetReaders([business]).map(({ email }) => ({ email: email.toLowerCase(), id: business.id })),
  );
  const groups = Map.groupBy(all, ({ email }) => email);
  return new Map([...groups].map(([email, some]) => [email, some.map(({ id }) => id)]));
}

/** Whom `-c agency` named is known to the stack alone. */
function judgeOperations(name: string, subscriptions: readonly Subscription[]): Finding[] {
  const { confirmed, pending } = subscriptionHealth(subscriptions, null);
  if (pending.length > 0) {
    return [
      broken(
        name,
        `Not confirmed: ${pending.join(', ')}.`,
        'Click the link in SNS\'s mail "Subscription Confirmation".',
      ),
    ];
  }
  if (confirmed.length > 0) return [works(name, `Subscribed: ${confirmed.join(', ')}.`)];
  return [impaired(name, 'Nobody is told when Touchlight itself fails.', 'Deploy with -c agency=<address>.')];
}
