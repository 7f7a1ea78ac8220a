import { Alias } from 'aws-cdk-lib/aws-kms';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type AlertReader, filterPolicyOf, type Selection } from '../../shared/model/alert-reader.ts';

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
      const filter = only === null ? {} : { filterPolicy: policyFor(only) };
      this.alerts.addSubscription(new EmailSubscription(email, filter));
      if (only === null) this.operations.addSubscription(new EmailSubscription(email));
    }
  }
}

function policyFor(only: Selection): Record<string, SubscriptionFilter> {
  const policy = Object.entries(filterPolicyOf(only));
  return Object.fromEntries(policy.map(([name, values]) => [name, new SubscriptionFilter([...values])]));
}
