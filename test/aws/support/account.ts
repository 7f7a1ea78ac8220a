import { Agent } from 'node:https';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { MiniStack } from './ministack.ts';

export type Account = ReturnType<typeof anAccount>;

/** The emulated account as its owner sees it. */
export function anAccount({ endpoint, certificate }: MiniStack) {
  const connection = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { httpsAgent: new Agent({ ca: certificate, keepAlive: true }), requestTimeout: 290_000 },
    maxAttempts: 2,
  };
  const clients = {
    sqs: new SQSClient(connection),
    sns: new SNSClient(connection),
    dynamo: new DynamoDBClient(connection),
    lambda: new LambdaClient(connection),
    cloudWatch: new CloudWatchClient(connection),
    logs: new CloudWatchLogsClient(connection),
    scheduler: new SchedulerClient(connection),
  };
  const { sqs, dynamo, lambda } = clients;
  return {
    ...clients,
    connection,
    outputs: (stack: string) => outputsOf(new CloudFormationClient(connection), stack),
    /** A queue of our own that hears everything the topic says. */
    listenTo: (topicArn: string) => listenTo(clients, topicArn),
    /** One that hears what a filter policy lets through. */
    listenToSome: (topicArn: string, who: string, filterPolicy: unknown) =>
      listenTo(clients, topicArn, { name: `-${who}`, attributes: { FilterPolicy: JSON.stringify(filterPolicy) } }),
    /** Takes all messages that are in a queue now. */
    take: (queueUrl: string) => takeMessages(sqs, queueUrl),
    /** Messages waiting, held back or in somebody's hands, by the queue's name. */
    queueLengths: () => queueLengths(sqs),
    invoke: (functionName: string, event: unknown) => invoke(lambda, functionName, event),
    /** The whole table, in the order of its keys. */
    table: (name: string) => itemsOf(dynamo, name),
    verifyAddress: (address: string) =>
      new SESv2Client(connection).send(new CreateEmailIdentityCommand({ EmailIdentity: address })),
  };
}

async function outputsOf(
  cloudFormation: CloudFormationClient,
  stack: string,
): Promise<Readonly<Record<string, string>>> {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
  return Object.fromEntries((Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
}

async function listenTo(
  { sqs, sns }: { readonly sqs: SQSClient; readonly sns: SNSClient },
  topicArn: string,
  { name, attributes }: { readonly name: string; readonly attributes: Readonly<Record<string, string>> } = {
    name: '',
    attributes: {},
  },
): Promise<string> {
  const { QueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: `listener-${topicArn.split(':').at(-1)}${name}` }),
  );
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const QueueArn = Attributes?.['QueueArn'];
  const mayDeliver = {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: QueueArn,
    Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [mayDeliver] });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: QueueArn,
      Attributes: { RawMessageDelivery: 'true', ...attributes },
    }),
  );
  return QueueUrl;
}

async function takeMessages(sqs: SQSClient, queueUrl: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    if (Messages.length === 0) return bodies;
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    }
  }
}

async function queueLengths(sqs: SQSClient): Promise<Readonly<Record<string, number>>> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const lengths = await Promise.all(
    QueueUrls.map(async (QueueUrl) => {
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      const count = (['', 'NotVisible', 'Delayed'] as const).map((kind) =>
        Number(Attributes[`ApproximateNumberOfMessages${kind}`]),
      );
      return [QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1), count.reduce((a, b) => a + b, 0)] as const;
    }),
  );
  return Object.fromEntries(lengths);
}

async function invoke(lambda: LambdaClient, functionName: string, event: unknown): Promise<unknown> {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
  );
  const said = Payload?.transformToString() ?? '';
  if (FunctionError !== undefined) throw new Error(`${functionName} failed: ${said}`);
  return said === '' ? undefined : JSON.parse(said);
}

async function itemsOf(dynamo: DynamoDBClient, table: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  const key = (item: Record<string, unknown>) => JSON.stringify([item['PK'], item['SK']]);
  return Items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
