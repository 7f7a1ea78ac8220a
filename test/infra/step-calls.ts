import type { Step } from '../../shared/model/stack-names.ts';
import {
  boardPartition,
  channelPartition,
  checkPartition,
  confirmationPartition,
  digestPartition,
  type ItemType,
  operationsPartition,
  planPartition,
  registryPartition,
  spendingPartitionOf,
  touchpointPartition,
} from '../../shared/model/table-keys.ts';

/**
 * Every call to AWS that a step makes, or that Lambda makes with its role. The role must be allowed these calls and no others, so
 * an adapter's new call needs an entry here and a right in the stack.
 */
export const tableActions = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'BatchWriteItem', 'DeleteItem'] as const;
type TableAction = (typeof tableActions)[number];

/** Partitions of the table, each with an example or two out of `everything` in a-template.ts. */
export const partitions = {
  check: [checkPartition('website/page-load:/prices@mobile'), checkPartition('facebook/responses')],
  touchpoint: [touchpointPartition('website')],
  digest: [digestPartition('2026-W47')],
  confirmations: [confirmationPartition],
  registry: [registryPartition],
  operations: [operationsPartition],
  board: [boardPartition],
  channel: [channelPartition('telegram')],
  plan: [planPartition],
  spending: [spendingPartitionOf(null)],
} as const;
type Partition = keyof typeof partitions;

interface TableUse {
  readonly in: Partition;
  readonly by: Partial<Readonly<Record<TableAction, readonly Step[]>>>;
}

/** Which step makes which call for which kind of item. IAM sees only partitions, so all items of one partition share their rights. */
export const tableUse: Readonly<Record<ItemType, TableUse>> = {
  result: { in: 'check', by: { PutItem: ['evaluate'], BatchWriteItem: ['evaluate'], Query: ['digest', 'page'] } },
  conversation: { in: 'check', by: { PutItem: ['probe-social'], Query: ['probe-social', 'digest', 'page'] } },
  saying: { in: 'check', by: { PutItem: ['probe-social'], Query: ['probe-social', 'digest'] } },
  poll: { in: 'check', by: { PutItem: ['probe-social'], GetItem: ['probe-social', 'digest', 'page'] } },
  enquiry: { in: 'check', by: { PutItem: ['probe-social'], GetItem: ['probe-social'], Query: ['probe-social'] } },
  status: {
    in: 'touchpoint',
    by: { GetItem: ['evaluate', 'page'], PutItem: ['evaluate'], Query: ['notify', 'digest', 'page'] },
  },
  day: { in: 'touchpoint', by: { BatchWriteItem: ['evaluate'], Query: ['notify', 'digest', 'page'] } },
  incident: { in: 'touchpoint', by: { BatchWriteItem: ['evaluate'], Query: ['notify', 'digest', 'page'] } },
  sent: { in: 'touchpoint', by: { PutItem: ['notify'], Query: ['notify', 'digest', 'page'] } },
  // Also written at the command line, with a person's own rights.
  acknowledgement: { in: 'touchpoint', by: { PutItem: ['page'], Query: ['notify', 'page'] } },
  maintenance: { in: 'touchpoint', by: { PutItem: ['page'], Query: ['notify', 'page'] } },
  digest: { in: 'digest', by: { PutItem: ['digest'], GetItem: ['digest'], Query: ['notify'] } },
  turn: { in: 'registry', by: { PutItem: ['notify'], DeleteItem: ['notify'] } },
  touchpoint: {
    in: 'registry',
    by: { GetItem: ['notify', 'digest', 'page'], Query: ['notify'], PutItem: ['notify'], DeleteItem: ['notify'] },
  },
  operation: { in: 'operations', by: { GetItem: ['notify'], PutItem: ['notify'] } },
  'digest-plan': { in: 'operations', by: { GetItem: ['notify'], PutItem: ['notify'] } },
  confirmation: { in: 'confirmations', by: { PutItem: ['evaluate'], Query: ['dispatch'], DeleteItem: ['dispatch'] } },
  health: { in: 'operations', by: { PutItem: ['notify'] } },
  board: {
    in: 'board',
    by: { Query: ['page'], GetItem: ['notify', 'page'], PutItem: ['notify'], DeleteItem: ['notify'] },
  },
  // Each channel's function has its own partition, and is no step of the flow: see channels.test.ts.
  'channel-post': { in: 'channel', by: {} },
  'channel-report': { in: 'channel', by: {} },
  'plan-step': { in: 'plan', by: { PutItem: ['digest', 'page'], Query: ['digest', 'page'] } },
  // What further regions saw, for evaluate alone.
  'region-view': { in: 'touchpoint', by: { GetItem: ['evaluate'], PutItem: ['evaluate'] } },
  // Only where the file names a model for themes: see probe-social.test.ts.
  'model-spending': { in: 'spending', by: {} },
  'plan-memory': { in: 'plan', by: { PutItem: ['digest'], Query: ['digest', 'page'] } },
};

/** The role of probe-social is held to the partitions of its own checks. */
export const ownPartition: Partial<Readonly<Record<Step, string>>> = {
  'probe-social': checkPartition('facebook/responses'),
};

/** Constructs are named by the beginning of their logical ids. */
export interface StepCalls {
  readonly SendMessage?: readonly string[];
  readonly ReceiveMessage?: readonly string[];
  readonly DeleteMessage?: readonly string[];
  readonly ChangeMessageVisibility?: readonly string[];
  /** Also before Lambda sends to or reads from a queue. */
  readonly GetQueueAttributes?: readonly string[];
  readonly InvokeFunction?: readonly Step[];
  readonly Publish?: readonly string[];
  readonly ListSubscriptionsByTopic?: readonly string[];
  /** CloudWatch knows no right to read some metrics only. */
  readonly GetMetricData?: boolean;
  readonly PutObject?: readonly string[];
  readonly GetObject?: readonly string[];
  /** Prefixes that are listed; `null` is the bucket as a whole. */
  readonly ListBucket?: readonly (string | null)[];
  readonly GetSecretValue?: readonly string[];
  readonly PutSecretValue?: readonly string[];
  readonly SendRawEmail?: readonly string[];
}

/** Lambda reads a queue of visits with the role of its probe. */
const visitsOf = (probe: string): StepCalls => ({
  ReceiveMessage: [`${probe}Visits`],
  DeleteMessage: [`${probe}Visits`],
  ChangeMessageVisibility: [`${probe}Visits`],
  GetQueueAttributes: [`${probe}Visits`],
});
/** Where Lambda puts aside what failed. */
const putsAside = { GetQueueAttributes: ['DeadLettersWork'] };
const results = ['ProbeAvailabilityResults', 'ProbePageResults', 'ProbeLighthouseResults', 'ProbeSocialResults'];
const evidence = 'evidence/website/page-load/2026-11-22T10:00:00.000Z/screenshot.jpeg';
const submission = 'submissions/shop/form/2026-11-22T10:00:00.000Z.json';
const calls = 'calls/phone/2026-11/calls.csv';
const visits = 'scorecards/floor/visits.csv';
const report = 'reports/2026-W47.html';
const prefixes = [
  null,
  'evidence/',
  'submissions/',
  'submissions/shop/form/',
  'reports/',
  'calls/',
  'calls/phone/',
  'scorecards/',
  'scorecards/floor/',
] as const;

export const stepCalls: Readonly<Record<Step, StepCalls>> = {
  dispatch: {
    ...putsAside,
    SendMessage: ['ProbePageVisits', 'ProbeSocialVisits', 'DeadLettersWork'],
    InvokeFunction: ['probe-availability', 'probe-lighthouse', 'evaluate', 'notify'],
  },
  'probe-availability': {
    ...putsAside,
    SendMessage: ['ProbeAvailabilityResults', 'DeadLettersWork'],
    InvokeFunction: ['evaluate'],
    PutObject: [evidence],
  },
  'probe-page': {
    ...visitsOf('ProbePage'),
    SendMessage: ['ProbePageResults'],
    InvokeFunction: ['evaluate'],
    PutObject: [evidence, submission],
    GetObject: [submission],
    ListBucket: ['submissions/shop/form/'],
  },
  'probe-lighthouse': {
    ...putsAside,
    SendMessage: ['ProbeLighthouseResults', 'DeadLettersWork'],
    InvokeFunction: ['evaluate'],
    PutObject: [evidence],
  },
  'probe-social': {
    ...visitsOf('ProbeSocial'),
    SendMessage: ['ProbeSocialResults'],
    InvokeFunction: ['evaluate'],
    PutObject: [evidence],
    GetObject: [calls, visits],
    ListBucket: ['calls/phone/', 'scorecards/floor/'],
    GetSecretValue: ['facebook-page-token', 'x-grant'],
    PutSecretValue: ['x-grant'],
  },
  evaluate: { ReceiveMessage: results, DeleteMessage: results },
  notify: {
    SendMessage: ['DeadLettersWork'],
    Publish: ['TopicsAlerts', 'TopicsOperations'],
    // Its weekly look counts and lists, and reads no message.
    GetQueueAttributes: ['DeadLettersWork', 'DeadLettersVisits'],
    ListSubscriptionsByTopic: ['TopicsAlerts', 'TopicsOperations'],
    GetMetricData: true,
    GetSecretValue: ['page-links'],
  },
  digest: {
    ...putsAside,
    SendMessage: ['DeadLettersWork'],
    Publish: ['TopicsAlerts'],
    PutObject: [report],
    GetObject: [evidence],
    // S3 asks for this right, without a prefix, before it says that a picture has expired.
    ListBucket: [...prefixes],
    SendRawEmail: ['mail.coffeelab.example', 'coffeelab.example', 'owner@coffeelab.example'],
    GetSecretValue: ['page-links'],
  },
  page: {
    SendMessage: ['ProbePageVisits', 'ProbeSocialVisits'],
    // It waits for notify, which sends what is due and keeps the board.
    InvokeFunction: ['probe-availability', 'probe-lighthouse', 'notify'],
    GetObject: [evidence, report],
    // A scorecard that is filled in there.
    PutObject: [visits],
    ListBucket: ['reports/'],
    GetSecretValue: ['page-links', 'page-sign-in'],
  },
};

/** The objects, secrets and mail identities that are used, and others next to them. */
export const neighbours = {
  objects: [
    evidence,
    submission,
    report,
    calls,
    'calls/phone-of-the-shop/calls.csv',
    visits,
    'scorecards/floor-2/visits.csv',
    'submissions/website/form/2026-11-22T10:00:00.000Z.json',
    'evidence.json',
    'x',
  ],
  prefixes,
  secrets: ['facebook-page-token', 'x-grant', 'facebook-page-token-old', 'another', 'page-links', 'page-sign-in'],
  identities: ['mail.coffeelab.example', 'coffeelab.example', 'owner@coffeelab.example', 'example', 'shop.example'],
} as const;

/** The adapters' folders that steps use, and the right that each of the SDK's commands in them needs. */
export const adapters = [
  'bedrock',
  'evidence-bucket',
  'health',
  'mail',
  'queues',
  'secrets',
  'steps',
  'table',
  'topics',
] as const;
export const rightOf: Readonly<Record<string, string>> = {
  BatchWriteCommand: 'dynamodb:BatchWriteItem',
  DeleteCommand: 'dynamodb:DeleteItem',
  GetCommand: 'dynamodb:GetItem',
  PutCommand: 'dynamodb:PutItem',
  QueryCommand: 'dynamodb:Query',
  UpdateCommand: 'dynamodb:UpdateItem',
  ConverseCommand: 'bedrock:InvokeModel',
  InvokeCommand: 'lambda:InvokeFunction',
  GetMetricDataCommand: 'cloudwatch:GetMetricData',
  GetObjectCommand: 's3:GetObject',
  PutObjectCommand: 's3:PutObject',
  paginateListObjectsV2: 's3:ListBucket',
  GetSecretValueCommand: 'secretsmanager:GetSecretValue',
  PutSecretValueCommand: 'secretsmanager:PutSecretValue',
  // Its mails are raw MIME; SES has a right of its own for those.
  SendEmailCommand: 'ses:SendRawEmail',
  ListSubscriptionsByTopicCommand: 'sns:ListSubscriptionsByTopic',
  PublishCommand: 'sns:Publish',
  ChangeMessageVisibilityCommand: 'sqs:ChangeMessageVisibility',
  DeleteMessageBatchCommand: 'sqs:DeleteMessage',
  GetQueueAttributesCommand: 'sqs:GetQueueAttributes',
  ReceiveMessageCommand: 'sqs:ReceiveMessage',
  SendMessageBatchCommand: 'sqs:SendMessage',
};

/** Calls that no step makes. Each is tried on every resource of the stack. */
export const neverMade = [
  'cloudwatch:DeleteAlarms',
  'cloudwatch:PutMetricData',
  'cloudwatch:SetAlarmState',
  'dynamodb:DeleteTable',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLSelect',
  'dynamodb:Scan',
  'iam:PassRole',
  'kms:Decrypt',
  'lambda:AddPermission',
  'lambda:GetFunction',
  'lambda:UpdateFunctionCode',
  'logs:DeleteLogGroup',
  'logs:FilterLogEvents',
  's3:DeleteObject',
  's3:GetBucketPolicy',
  's3:PutBucketPolicy',
  'scheduler:UpdateSchedule',
  'secretsmanager:DeleteSecret',
  'secretsmanager:ListSecrets',
  'ses:CreateEmailIdentity',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
  'sqs:PurgeQueue',
  'sqs:SetQueueAttributes',
  'sqs:StartMessageMoveTask',
  'ssm:GetParameter',
  'sts:AssumeRole',
] as const;
