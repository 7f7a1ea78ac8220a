import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** `alerts` is about touchpoints, `operations` about Touchlight itself. Each subscriber confirms its first email. */
export class Topics extends Construct {
  readonly alerts: Topic;
  readonly operations: Topic;

  constructor(scope: Construct, id: string, { emails }: { readonly emails: readonly string[] }) {
    super(scope, id);
    this.alerts = new Topic(this, 'Alerts', {
      displayName: 'Touchlight',
      enforceSSL: true,
      // AWS's own SNS key costs nothing; a key of our own costs $1 a month and protects the same few lines of text.
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
    });
    // Not encrypted at rest: CloudWatch alarms may not use AWS's own SNS key, and an alarm's text holds nothing secret.
    this.operations = new Topic(this, 'Operations', { displayName: 'Touchlight operations', enforceSSL: true });
    for (const email of emails) {
      this.alerts.addSubscription(new EmailSubscription(email));
      this.operations.addSubscription(new EmailSubscription(email));
    }
  }
}
