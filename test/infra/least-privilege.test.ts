import { beforeAll, describe, expect, test } from 'vitest';
import { anUncheckedTemplate, everything, type SynthesizedTemplate } from './a-template.ts';
import { Deployment } from './iam/deployment.ts';
import { named, permissionsOf, policiesOf, roleNames, statementsOf } from './permissions.ts';

/** The actions of each role. step-calls.test.ts asks about concrete items, objects and conditions. */
let stack: Omit<SynthesizedTemplate, 'warnings'>;
beforeAll(() => {
  stack = anUncheckedTemplate(everything);
});

const ownLog = (construct: string) => ({
  'logs:CreateLogStream': [`${construct}StepLogs`],
  'logs:PutLogEvents': [`${construct}StepLogs`],
});
/** Every probe may send its own results, wake evaluate and put evidence. */
const aProbe = (construct: string) => ({
  ...ownLog(construct),
  'lambda:InvokeFunction': ['EvaluateStepFunction'],
  's3:PutObject': ['Evidence/evidence/*'],
  'sqs:SendMessage': [`${construct}Results`],
});
/** Lambda reads a queue with the role of its function. */
const reading = (queue: string) => ({
  'sqs:ChangeMessageVisibility': [queue],
  'sqs:DeleteMessage': [queue],
  'sqs:GetQueueAttributes': [queue],
  'sqs:GetQueueUrl': [queue],
  'sqs:ReceiveMessage': [queue],
});
/** Lambda puts aside what failed with the role of its function. */
const putsAside = {
  'sqs:GetQueueAttributes': ['DeadLettersWork'],
  'sqs:GetQueueUrl': ['DeadLettersWork'],
};
const results = ['ProbeAvailabilityResults', 'ProbeLighthouseResults', 'ProbePageResults', 'ProbeSocialResults'];
const submissions = 'Evidence/submissions/shop/form/*';
const pageKey = 'secretsmanager:secret:touchlight/Touchlight/page-links-??????';
const mailIdentities = [
  'ses:configuration-set/DigestMails',
  'ses:identity/coffeelab.example',
  'ses:identity/mail.coffeelab.example',
  'ses:identity/owner@coffeelab.example',
  'ses:identity/touchlight@mail.coffeelab.example',
];

const permissions: Readonly<Record<string, Record<string, string[]>>> = {
  ProbeAvailability: {
    ...aProbe('ProbeAvailability'),
    ...putsAside,
    'sqs:SendMessage': ['DeadLettersWork', 'ProbeAvailabilityResults'],
  },
  ProbePage: {
    ...aProbe('ProbePage'),
    ...reading('ProbePageVisits'),
    's3:GetObject': [submissions],
    's3:ListBucket': ['Evidence'],
    's3:PutObject': ['Evidence/evidence/*', submissions],
  },
  ProbeLighthouse: {
    ...aProbe('ProbeLighthouse'),
    ...putsAside,
    'sqs:SendMessage': ['DeadLettersWork', 'ProbeLighthouseResults'],
  },
  ProbeSocial: {
    ...aProbe('ProbeSocial'),
    ...reading('ProbeSocialVisits'),
    'dynamodb:GetItem': ['Table'],
    'dynamodb:PutItem': ['Table'],
    'dynamodb:Query': ['Table'],
    's3:GetObject': ['Evidence/calls/phone/*', 'Evidence/scorecards/floor/*'],
    's3:ListBucket': ['Evidence'],
    'secretsmanager:GetSecretValue': [
      'secretsmanager:secret:touchlight/Touchlight/facebook-page-token-??????',
      'secretsmanager:secret:touchlight/Touchlight/x-grant-??????',
    ],
    // Only what changes by being renewed may be overwritten.
    'secretsmanager:PutSecretValue': ['secretsmanager:secret:touchlight/Touchlight/x-grant-??????'],
  },
  Evaluate: {
    ...ownLog('Evaluate'),
    'dynamodb:BatchWriteItem': ['Table'],
    'dynamodb:GetItem': ['Table'],
    'dynamodb:PutItem': ['Table'],
    'sqs:DeleteMessage': results,
    'sqs:ReceiveMessage': results,
  },
  Notify: {
    ...ownLog('Notify'),
    ...putsAside,
    'cloudwatch:GetMetricData': ['*'],
    'dynamodb:DeleteItem': ['Table'],
    'dynamodb:DescribeStream': ['Table.StreamArn'],
    'dynamodb:GetItem': ['Table'],
    'dynamodb:GetRecords': ['Table.StreamArn'],
    'dynamodb:GetShardIterator': ['Table.StreamArn'],
    'dynamodb:ListStreams': ['Table.StreamArn'],
    'dynamodb:PutItem': ['Table'],
    'dynamodb:Query': ['Table'],
    'secretsmanager:GetSecretValue': [pageKey],
    'sns:ListSubscriptionsByTopic': ['TopicsAlerts', 'TopicsOperations'],
    'sns:Publish': ['TopicsAlerts', 'TopicsOperations'],
    'sqs:GetQueueAttributes': ['DeadLettersVisits', 'DeadLettersWork'],
    'sqs:SendMessage': ['DeadLettersWork'],
  },
  Dispatch: {
    ...ownLog('Dispatch'),
    ...putsAside,
    'dynamodb:DeleteItem': ['Table'],
    'dynamodb:Query': ['Table'],
    'lambda:InvokeFunction': [
      'EvaluateStepFunction',
      'NotifyStepFunction',
      'ProbeAvailabilityStepFunction',
      'ProbeLighthouseStepFunction',
    ],
    'sqs:SendMessage': ['DeadLettersWork', 'ProbePageVisits', 'ProbeSocialVisits'],
  },
  Digest: {
    ...ownLog('Digest'),
    ...putsAside,
    'dynamodb:GetItem': ['Table'],
    'dynamodb:PutItem': ['Table'],
    'dynamodb:Query': ['Table'],
    's3:GetObject': ['Evidence/evidence/*'],
    's3:ListBucket': ['Evidence'],
    's3:PutObject': ['Evidence/reports/*'],
    'secretsmanager:GetSecretValue': [pageKey],
    'ses:SendEmail': mailIdentities,
    'ses:SendRawEmail': mailIdentities,
    'sns:Publish': ['TopicsAlerts'],
    'sqs:SendMessage': ['DeadLettersWork'],
  },
  Page: {
    ...ownLog('Page'),
    'dynamodb:GetItem': ['Table'],
    'dynamodb:PutItem': ['Table'],
    'dynamodb:Query': ['Table'],
    'lambda:InvokeFunction': [
      'ProbeAvailabilityStepFunction',
      'ProbeLighthouseStepFunction',
      'lambda:function:Touchlight-notify',
    ],
    's3:GetObject': ['Evidence/evidence/*', 'Evidence/reports/*'],
    's3:ListBucket': ['Evidence'],
    's3:PutObject': ['Evidence/scorecards/floor/*'],
    'secretsmanager:GetSecretValue': [pageKey, 'secretsmanager:secret:touchlight/Touchlight/page-sign-in-??????'],
    'sqs:SendMessage': ['ProbePageVisits', 'ProbeSocialVisits'],
  },
};

describe('each role is granted exactly what is listed here', () => {
  test('there are no other roles but those of the two schedules', () => {
    expect(roleNames(stack).sort()).toEqual(Object.keys(permissions).sort());
    const roles = stack.ofType('AWS::IAM::Role').filter(({ id }) => !id.includes('StepRole'));
    expect(roles.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'DigestWeeklyRole',
      'DispatchEveryMinuteRole',
    ]);
  });

  test.each(Object.entries(permissions))('%s', (construct, expected) => {
    const sorted = Object.fromEntries(Object.entries(expected).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    expect(permissionsOf(stack, construct)).toEqual(sorted);
  });

  test.each(['DispatchEveryMinute', 'DigestWeekly'])('the schedule %s invokes its step and puts aside', (schedule) => {
    const [policy, ...more] = policiesOf(stack, `${schedule}Role`);
    expect(more).toEqual([]);
    expect(statementsOf(policy?.Properties ?? {}).map(({ Action, Resource }) => [Action, Resource.map(named)])).toEqual(
      [
        [['lambda:InvokeFunction'], [`${schedule.replace(/EveryMinute|Weekly/, '')}StepFunction`]],
        [['sqs:SendMessage'], ['DeadLettersWork']],
      ],
    );
  });

  test('without a submitted form, a token or a digest, their rights are not granted', () => {
    const without = anUncheckedTemplate(
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    );
    expect(roleNames(without).sort()).toEqual([
      'Dispatch',
      'Evaluate',
      'Notify',
      'ProbeAvailability',
      'ProbeLighthouse',
      'ProbePage',
    ]);
    expect(permissionsOf(without, 'ProbePage')).toEqual({ ...aProbe('ProbePage'), ...reading('ProbePageVisits') });
    expect(JSON.stringify(policiesOf(without))).not.toMatch(/secretsmanager|ses:/);
  });
});

describe('no role', () => {
  test('has a wildcard for an action, nor for a resource except below prefixes and for all metrics, with a stated reason', () => {
    const wildcards = policiesOf(stack).flatMap(({ Properties }) =>
      statementsOf(Properties).flatMap(({ Action, Resource }) => {
        for (const action of Action) expect(action).not.toContain('*');
        return Resource.map(named)
          .filter((resource) => resource.includes('*'))
          .map((resource) => `${Action.join()} ${resource}`);
      }),
    );
    expect([...new Set(wildcards)].sort()).toEqual([
      'cloudwatch:GetMetricData *',
      's3:GetObject Evidence/calls/phone/*',
      's3:GetObject Evidence/evidence/*',
      's3:GetObject Evidence/reports/*',
      's3:GetObject Evidence/scorecards/floor/*',
      's3:GetObject,s3:PutObject Evidence/submissions/shop/form/*',
      's3:PutObject Evidence/evidence/*',
      's3:PutObject Evidence/reports/*',
      's3:PutObject Evidence/scorecards/floor/*',
    ]);
  });

  test('carries an account-wide managed policy of AWS', () => {
    for (const { id, Properties } of stack.ofType('AWS::IAM::Role'))
      expect(Properties['ManagedPolicyArns'], id).toBeUndefined();
  });
});

describe('IAM’s own limits', () => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html; white space is not counted.
  const limits = { inline: 10_240, managed: 6_144, managedPerRole: 10 };

  test.each([1, 40, 200])('are kept with %d social pages, each with a token of its own', (count) => {
    const pages = Array.from(
      { length: count },
      (_, n) =>
        `  - { id: facebook-page-of-shop-number-${n}, kind: facebook, page: "${n}", secret: facebook-page-token-of-shop-${n} }`,
    );
    const template = anUncheckedTemplate(`business: A\ntimeZone: UTC\ntouchpoints:\n${pages.join('\n')}`).template;
    const deployment = new Deployment(template);
    const sizes = (type: string) =>
      deployment.ofType(type).map(({ properties }) => JSON.stringify(properties['PolicyDocument']).length);
    expect(Math.max(...sizes('AWS::IAM::Policy'))).toBeLessThanOrEqual(limits.inline);
    expect(Math.max(0, ...sizes('AWS::IAM::ManagedPolicy'))).toBeLessThanOrEqual(limits.managed);
    expect(sizes('AWS::IAM::ManagedPolicy').length).toBeLessThanOrEqual(limits.managedPerRole);
    // And each page's conversations and token can still be read.
    const role = String(deployment.the('AWS::Lambda::Function', 'ProbeSocial').properties['Role']);
    const table = deployment.the('AWS::DynamoDB::GlobalTable', 'Table').arn;
    const keys = [`CHECK#facebook-page-of-shop-number-${count - 1}/responses`];
    const context = { 'dynamodb:LeadingKeys': keys };
    expect(deployment.decide({ caller: { role }, action: 'dynamodb:Query', resource: table, context })).toBe('allowed');
  });
});
