import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { countMessages } from '../health/message-counts.ts';
import { inspectMetrics } from '../health/metrics.ts';
import { inspectSubscriptions } from '../health/subscriptions.ts';
import { createStores } from '../stores.ts';
import { inspectAlarms } from './alarms.ts';
import { inspectFunctions } from './functions.ts';
import { isVerified, listVerified, readMailAccount } from './mail-identities.ts';
import { peekIntoQueues } from './queues.ts';
import { inspectReceiptRules } from './receipt-rules.ts';
import { inspectSchedules } from './schedules.ts';
import { inspectSecrets } from './secrets.ts';
import { inspectStack } from './stack.ts';

/** A person waits: what is throttled or silent is asked again once or twice, and then said to be unknown. */
const patience = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
};

/**
 * @param now from where metrics look back
 * @param connection by default the region and the credentials of the environment
 */
export function createStackInspector(
  stackName: string,
  now: () => number,
  connection: Partial<Connection> = {},
): StackInspector {
  const settings = { ...patience, ...connection };
  const clients = {
    cloudFormation: new CloudFormationClient(settings),
    cloudWatch: new CloudWatchClient(settings),
    dynamo: new DynamoDBClient(settings),
    lambda: new LambdaClient(settings),
    scheduler: new SchedulerClient(settings),
    secrets: new SecretsManagerClient(settings),
    receiving: new SESClient(settings),
    ses: new SESv2Client(settings),
    sns: new SNSClient(settings),
    // The queues' addresses are AWS's own; where they lie, the connection says.
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
  };
  return {
    ...inspectStack(clients.cloudFormation, stackName),
    ...inspectFunctions(clients.lambda),
    ...inspectSchedules(clients.scheduler),
    ...countMessages(clients.sqs),
    ...peekIntoQueues(clients.sqs),
    ...inspectAlarms(clients.cloudWatch),
    ...inspectMetrics(clients.cloudWatch, now),
    ...inspectSubscriptions(clients.sns),
    ...inspectSecrets(clients.secrets, stackName),
    ...inspectReceiptRules(clients.receiving),
    mailAccount: () => ask('ses:GetAccount', () => readMailAccount(clients.ses)),
    isVerified: (address) => ask('ses:GetEmailIdentity', () => isVerified(clients.ses, address)),
    verifiedIdentities: () => ask('ses:ListEmailIdentities', () => listVerified(clients.ses)),
    statuses: (tableName, touchpointId) =>
      ask('dynamodb:Query', () => createStores({ client: clients.dynamo, tableName }).statuses.list(touchpointId)),
    close: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}
