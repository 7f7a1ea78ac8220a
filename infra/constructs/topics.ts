import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** `alerts` is about touchpoints, `operations` about Touchlight itself. Each subscriber confirms its first e-mail. */
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
    letAlarmsPublish(this.operations);
    for (const email of emails) {
      this.alerts.addSubscription(new EmailSubscription(email));
      this.operations.addSubscription(new EmailSubscription(email));
    }
  }
}

/**
 * A topic's own policy takes the place of SNS's default one, which would let the account publish: without this statement
 * every alarm rings and nobody hears it. CloudWatch says for whose alarm it publishes; only this stack's are let in.
 */
function letAlarmsPublish(topic: Topic): void {
  const stack = Stack.of(topic);
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisStack',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': stack.formatArn({
            service: 'cloudwatch',
            resource: 'alarm',
            resourceName: `${stack.stackName}-*`,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
}
