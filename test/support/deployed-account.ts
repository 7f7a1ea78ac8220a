import { createHash } from 'node:crypto';
import http from 'node:http';
import { open, shut, urlOn } from '../../examples/demo-business/listener.ts';
import { scheduledTimePlaceholder, secretId } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import { statusKey } from '../../shared/model/table-keys.ts';
import {
  type AwsReply,
  type AwsRequest,
  attributesOf,
  awsError,
  jsonReply,
  readAwsRequest,
  xmlReply,
} from './aws-requests.ts';
import { identitiesReply } from './mail-identities.ts';
import { type Datapoint, metricsReply } from './metrics-reply.ts';
import { type Receiving, receivingReply } from './receiving-mail.ts';

export const stackName = 'Bakery';
const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-central-1:123456789012:${rest}`;
export const topicArns = {
  alerts: arn('sns', 'Bakery-TopicsAlerts'),
  operations: arn('sns', 'Bakery-TopicsOperations'),
};
export const queueUrl = (name: string): string => `https://sqs.eu-central-1.amazonaws.com/123456789012/${name}`;

interface StoredMessage {
  readonly body: string;
  readonly targetArn?: string;
}
interface StoredAlarm {
  state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  since: number;
  actionsEnabled: boolean;
  whenRinging: string[];
  whenOver: string[];
  history: { at: number; summary: string }[];
}

/** What is in the account; tests change it before they ask. */
export interface AccountWorld {
  stack: { status: string; reason?: string; deployedAt: number; outputs: Record<string, string> } | null;
  resources: { logicalId: string; physicalId: string; type: string }[];
  functions: Record<string, { Runtime: string; State: string; LastUpdateStatus: string; [more: string]: string }>;
  reserved: Record<string, number>;
  triggers: Record<string, { State: string; LastProcessingResult?: string; StateTransitionReason?: string }>;
  schedules: Record<string, string>;
  /** What the schedules of a fleet's mails hand over. */
  slots?: Record<string, string>;
  queues: Record<string, { visible: number; hidden: number; messages: StoredMessage[] }>;
  alarms: Record<string, StoredAlarm>;
  /** By metric and its one dimension: `Invocations Bakery-dispatch`. */
  metrics: Record<string, Datapoint[]>;
  /** Metrics that CloudWatch fails at, named alike. */
  unreadable: string[];
  subscriptions: Record<string, { protocol: string; endpoint: string; arn: string }[]>;
  mail: { sandbox: boolean; sendingEnabled: boolean; verified: string[] };
  /** The rule set that is active; null where none is. */
  receiving: Receiving | null;
  secrets: Record<string, { deleted: boolean }>;
  statuses: Status[];
}

/** How AWS refuses: for want of a right, for haste, or because the session has ended. */
type Fault = 'denied' | 'throttled' | 'expired';

export type DeployedAccount = Awaited<ReturnType<typeof aDeployedAccount>>;

/** An account on loopback that speaks AWS's own protocols, as far as `touchlight doctor --stack` asks. */
export async function aDeployedAccount() {
  let world: AccountWorld | undefined;
  let asked: AwsRequest[] = [];
  const faults = new Map<string, Fault>();
  const server = http.createServer((request, response) => {
    void (async () => {
      const question = await readAwsRequest(request);
      asked.push(question);
      if (world === undefined) throw new Error('The account is empty.');
      const { status, body, headers = {} } = answer(question, world, faults);
      response.writeHead(status, headers).end(body);
    })();
  });
  const endpoint = urlOn(await open(server, 0));
  return {
    /** Another account, of which nobody has asked anything and which refuses nothing. */
    become(next: AccountWorld) {
      world = next;
      asked = [];
      faults.clear();
    },
    /** Every question, oldest first. */
    get asked(): readonly AwsRequest[] {
      return asked;
    },
    /** Lets AWS refuse an action from now on. */
    fail: (action: string, how: Fault) => faults.set(action, how),
    connection: { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } },
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    close: () => shut(server),
  };
}

function answer(question: AwsRequest, world: AccountWorld, faults: ReadonlyMap<string, Fault>): AwsReply {
  const { action } = question;
  const fault = faults.get(action);
  if (fault === 'denied') {
    // SNS has a word of its own for it.
    const code =
      question.protocol === 'query' && action.startsWith('sns:') ? 'AuthorizationError' : 'AccessDeniedException';
    return awsError(
      question,
      code,
      `User: arn:aws:iam::123456789012:user/olena is not authorized to perform: ${action}`,
    );
  }
  if (fault === 'expired') return awsError(question, 'ExpiredToken', 'The security token has expired.');
  if (fault === 'throttled') return awsError(question, 'ThrottlingException', 'Rate exceeded');
  const reply = replies[action];
  if (reply === undefined) return awsError(question, 'InvalidAction', `Nobody has thought of ${action}`);
  return reply(question, world);
}

const seconds = (ms: number): number => ms / 1000;

const replies: Readonly<Record<string, (question: AwsRequest, world: AccountWorld) => AwsReply>> = {
  'cloudformation:DescribeStacks': (question, { stack }) => {
    if (stack === null || question.input['StackName'] !== stackName) {
      return awsError(
        question,
        'ValidationError',
        `Stack with id ${String(question.input['StackName'])} does not exist`,
      );
    }
    const { status, reason, deployedAt, outputs: written } = stack;
    const Outputs = Object.entries(written).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
    const described = {
      StackName: stackName,
      CreationTime: '2026-01-01T00:00:00Z',
      LastUpdatedTime: new Date(deployedAt).toISOString(),
      StackStatus: status,
      StackStatusReason: reason,
      Outputs,
    };
    return xmlReply('DescribeStacks', { Stacks: [described] });
  },
  // Two pages, so that code that reads only one of them fails.
  'cloudformation:ListStackResources': ({ input }, { resources }) => {
    const half = Math.ceil(resources.length / 2);
    const page = input['NextToken'] === undefined ? resources.slice(0, half) : resources.slice(half);
    return xmlReply('ListStackResources', {
      StackResourceSummaries: page.map(({ logicalId, physicalId, type }) => ({
        LogicalResourceId: logicalId,
        PhysicalResourceId: physicalId,
        ResourceType: type,
        ResourceStatus: 'UPDATE_COMPLETE',
        LastUpdatedTimestamp: '2026-01-01T00:00:00Z',
      })),
      NextToken: input['NextToken'] === undefined ? 'second' : undefined,
    });
  },
  'lambda:GetFunctionConfiguration': (question, { functions }) =>
    found(question, functions[String(question.input['path'])], 'ResourceNotFoundException'),
  'lambda:GetFunctionConcurrency': ({ input }, { reserved }) => {
    const value = reserved[String(input['path'])];
    return jsonReply(value === undefined ? {} : { ReservedConcurrentExecutions: value });
  },
  'lambda:GetEventSourceMapping': (question, { triggers }) =>
    found(question, triggers[String(question.input['path'])], 'ResourceNotFoundException'),
  'scheduler:GetSchedule': (question, { schedules, slots = {} }) => {
    const name = String(question.input['path']);
    const [State, slot] = [schedules[name], slots[name]];
    const Target = { Input: JSON.stringify({ scheduledAt: scheduledTimePlaceholder, slot }) };
    return found(question, State === undefined ? undefined : { State, Target }, 'ResourceNotFoundException');
  },
  'sqs:GetQueueAttributes': (question, { queues }) => {
    const queue = queues[String(question.input['QueueUrl'])];
    if (queue === undefined)
      return awsError(question, 'AWS.SimpleQueueService.NonExistentQueue', 'The queue does not exist.');
    return jsonReply({
      Attributes: {
        ApproximateNumberOfMessages: String(queue.visible),
        ApproximateNumberOfMessagesNotVisible: String(queue.hidden),
        ApproximateNumberOfMessagesDelayed: '0',
      },
    });
  },
  'sqs:ReceiveMessage': ({ input }, { queues }) => {
    const messages = queues[String(input['QueueUrl'])]?.messages ?? [];
    return jsonReply({
      Messages: messages.slice(0, 10).map(({ body, targetArn }, index) => ({
        MessageId: String(index),
        Body: body,
        MD5OfBody: createHash('md5').update(body).digest('hex'),
        ...(targetArn && { MessageAttributes: { TARGET_ARN: { DataType: 'String', StringValue: targetArn } } }),
      })),
    });
  },
  'cloudwatch:DescribeAlarms': ({ input }, { alarms }) => {
    const wanted = input['AlarmNames'] as readonly string[];
    const MetricAlarms = Object.entries(alarms).map(([AlarmName, alarm]) => ({
      AlarmName,
      StateValue: alarm.state,
      StateReason: 'Threshold crossed.',
      StateTransitionedTimestamp: seconds(alarm.since),
      ActionsEnabled: alarm.actionsEnabled,
      AlarmActions: alarm.whenRinging,
      OKActions: alarm.whenOver,
    }));
    return jsonReply({ MetricAlarms: MetricAlarms.filter(({ AlarmName }) => wanted.includes(AlarmName)) });
  },
  'cloudwatch:DescribeAlarmHistory': ({ input }, { alarms }) => {
    const history = alarms[String(input['AlarmName'])]?.history ?? [];
    return jsonReply({
      AlarmHistoryItems: history
        .toSorted((a, b) => b.at - a.at)
        .map(({ at, summary }) => ({ Timestamp: seconds(at), HistoryItemType: 'Action', HistorySummary: summary })),
    });
  },
  'cloudwatch:SetAlarmState': ({ input }, { alarms }) => {
    const alarm = alarms[String(input['AlarmName'])];
    if (alarm !== undefined) alarm.state = input['StateValue'] === 'ALARM' ? 'ALARM' : 'OK';
    return jsonReply({});
  },
  'cloudwatch:GetMetricData': ({ input }, world) => metricsReply(input, world),
  'sns:ListSubscriptionsByTopic': (question, { subscriptions }) => {
    const all = subscriptions[String(question.input['TopicArn'])];
    if (all === undefined) return awsError(question, 'NotFound', 'Topic does not exist');
    const Subscriptions = all.map(({ protocol, endpoint, arn: SubscriptionArn }) => ({
      Protocol: protocol,
      Endpoint: endpoint,
      SubscriptionArn,
    }));
    return xmlReply('ListSubscriptionsByTopic', { Subscriptions });
  },
  'ses:GetAccount': (_, { mail }) =>
    jsonReply({ ProductionAccessEnabled: !mail.sandbox, SendingEnabled: mail.sendingEnabled }),
  'ses:GetEmailIdentity': (question, { mail }) => {
    const isKnown = mail.verified.includes(String(question.input['path']));
    return found(question, isKnown ? { VerifiedForSendingStatus: true } : undefined, 'NotFoundException');
  },
  'ses:ListEmailIdentities': ({ input }, { mail }) => identitiesReply(mail.verified, input['NextToken'] === undefined),
  'ses:DescribeActiveReceiptRuleSet': (_, { receiving }) => receivingReply(receiving),
  'secretsmanager:DescribeSecret': (question, { secrets }) => {
    const secret = secrets[String(question.input['SecretId'])];
    const described = secret && {
      Name: question.input['SecretId'],
      ...(secret.deleted && { DeletedDate: 1_700_000_000 }),
    };
    return found(question, described, 'ResourceNotFoundException');
  },
  'dynamodb:GetItem': () => jsonReply({}),
  'dynamodb:Query': ({ input }, { statuses }) => {
    const partition = (input['ExpressionAttributeValues'] as Record<string, { S: string }>)[':pk']?.S;
    const Items = statuses
      .map((status) => ({ ...status, ...statusKey(status.touchpointId, status.checkId), type: 'status' }))
      .filter(({ PK }) => PK === partition)
      .map(attributesOf);
    return jsonReply({ Items, Count: Items.length });
  },
};

function found(question: AwsRequest, value: object | undefined, code: string): AwsReply {
  return value === undefined ? awsError(question, code, 'There is none.') : jsonReply(value);
}

export const secretName = (name: string): string => secretId(stackName, name);
