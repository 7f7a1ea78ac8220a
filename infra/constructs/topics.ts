import { NestedStack } from 'aws-cdk-lib';
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
   * Who is alerted of businesses of a fleet, each of their own. A stack holds 500 resources, so many readers get nested stacks.
   */
  alertReadersOfFleet(readers: readonly FleetReader[]): void {
    for (let n = 0; n * readersInStack < readers.length; n++) {
      const scope = n === 0 ? this : new NestedStack(this, `Readers${n + 1}`);
      for (const { email, policy } of readers.slice(n * readersInStack, (n + 1) * readersInStack)) {
        new Subscription(scope, `Reader-${email}`, {
          topic: this.alerts,
          protocol: SubscriptionProtocol.EMAIL,
          endpoint: email,
          filterPolicy: policyFor(policy),
        });
      }
    }
  }
}

/** Leaves room for the rest of the stack beside the first ones. */
const readersInStack = 200;

function policyFor(policy: Readonly<Record<string, readonly unknown[]>>): Record<string, SubscriptionFilter> {
  return Object.fromEntries(
    Object.entries(policy).map(([name, values]) => [name, new SubscriptionFilter([...values])]),
  );
}
