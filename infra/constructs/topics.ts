import { Alias } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionFilter, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type AlertReader, filterPolicyOf } from '../../shared/model/alert-reader.ts';
import type { FleetReader } from '../../shared/model/fleet-readers.ts';

/** `alerts` is about touchpoints, `operations` about Touchlight itself. Each subscriber confirms its first email. */
export class Topics extends Construct {
  readonly alerts: Topic;
  readonly operations: Topic;

  /** @param readers who is alerted of everything also hears about Touchlight itself */
  constructor(scope: Construct, id: string, { readers }: { readonly readers: readonly AlertReader[] }) {
    super(scope, id);
    this.alerts = new Topic(this, 'Alerts', {
      displayName: 'Touchlight',
      enforceSSL: true,
      // AWS's own SNS key costs nothing; a key of our own costs $1 a month and protects the same few lines of text.
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
    });
    // Not encrypted at rest: CloudWatch alarms may not use AWS's own SNS key, and an alarm's text holds nothing secret.
    this.operations = new Topic(this, 'Operations', { displayName: 'Touchlight operations', enforceSSL: true });
    for (const { email, only } of readers) {
      const filter = only === null ? {} : { filterPolicy: policyFor(filterPolicyOf(only)) };
      this.alerts.addSubscription(new EmailSubscription(email, filter));
      if (only === null) this.operations.addSubscription(new EmailSubscription(email));
    }
  }

  /**
   * Who is alerted in a fleet: some of everything, and of Touchlight itself, others of their own businesses. Each keeps its place when others
   * come and go: SNS knows a subscription by its address, and one that moved would be deleted after it was made anew.
   */
  alertReadersOfFleet(agency: readonly string[], readers: readonly FleetReader[]): void {
    for (const email of agency) this.operations.addSubscription(new EmailSubscription(email));
    const all = agency.map((email) => ({ email, filterPolicy: {} }));
    const some = readers.map(({ email, policy }) => ({ email, filterPolicy: { filterPolicy: policyFor(policy) } }));
    for (const { email, filterPolicy } of [...all, ...some]) {
      new Subscription(this, `Reader-${email.toLowerCase()}`, {
        ...{ topic: this.alerts, protocol: SubscriptionProtocol.EMAIL, endpoint: email },
        ...filterPolicy,
      });
    }
  }
}

function policyFor(policy: Readonly<Record<string, readonly unknown[]>>): Record<string, SubscriptionFilter> {
  return Object.fromEntries(
    Object.entries(policy).map(([name, values]) => [name, new SubscriptionFilter([...values])]),
  );
}
