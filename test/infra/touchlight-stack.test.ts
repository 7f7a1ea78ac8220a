import { Match } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { probeSteps, steps } from '../../shared/model/stack-names.ts';
import { aTemplate, aTemplateWith, everyTwoHours, type Resource, type SynthesizedTemplate } from './a-template.ts';
import { named, permissionsOf, policiesOf, roleNames, statementsOf } from './permissions.ts';

let stack: SynthesizedTemplate;
beforeAll(() => {
  stack = aTemplate();
});

describe('synthesis', () => {
  test('warns of nothing', () => {
    expect(stack.warnings).toEqual([]);
    expect(aTemplate(everyTwoHours).warnings).toEqual([]);
  });

  test('warns when pages under test may reach private addresses', () => {
    expect(aTemplate(undefined, 'any').warnings).toEqual([
      expect.stringContaining('That is for tests on one machine only.'),
    ]);
  });

  test('fails for what AwsSolutions objects to, so that this stack has nothing of it without a reason', () => {
    expect(() => aTemplateWith((open) => void new Topic(open, 'Open'))).toThrow('AwsSolutions-SNS3');
  });
});

describe('queues', () => {
  test('each working queue has a dead-letter queue, each dead-letter queue keeps its messages for two weeks', () => {
    const queues = stack.ofType('AWS::SQS::Queue');
    const working = queues.filter(({ id }) => !id.includes('DeadLetters'));
    const dead = queues.filter(({ id }) => id.includes('DeadLetters'));
    expect(working.map(({ id }) => id.replace(/Queue[0-9A-F]{8}$/, '')).sort()).toEqual([
      'DispatchConfirmations',
      'ProbeLighthouseVisits',
      'ProbePageVisits',
      'ProbeSocialVisits',
      'Results',
    ]);
    for (const { id, Properties } of working)
      expect(Properties['RedrivePolicy'], id).toHaveProperty('deadLetterTargetArn');
    for (const { id, Properties } of dead) expect(Properties['MessageRetentionPeriod'], id).toBe(14 * 24 * 3600);
    expect(dead).toHaveLength(8);
  });

  test('what functions, schedules and the stream give up lands in a dead-letter queue', () => {
    const schedules = stack.ofType('AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(2);
    for (const { Properties } of schedules) expect(Properties['Target']).toHaveProperty('DeadLetterConfig');
    const asynchronous = stack.ofType('AWS::Lambda::EventInvokeConfig');
    expect(asynchronous).toHaveLength(2);
    for (const { Properties } of asynchronous)
      expect(Properties).toHaveProperty('DestinationConfig.OnFailure.Destination');
    stack.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'LATEST',
      MaximumBatchingWindowInSeconds: 60,
      BatchSize: 1000,
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"type":{"S":["status"]},"tell":{"BOOL":[true]}}}}' }],
      },
    });
  });

  test('visits are FIFO, one per batch and limited in number; every source reports single failures', () => {
    const sources = stack.ofType('AWS::Lambda::EventSourceMapping');
    expect(sources).toHaveLength(6);
    for (const { Properties } of sources)
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    const limited = sources.filter(({ Properties }) => Properties['ScalingConfig'] !== undefined);
    expect(limited.map(({ Properties }) => [Properties['BatchSize'], Properties['ScalingConfig']])).toEqual([
      [1, { MaximumConcurrency: 5 }],
      [1, { MaximumConcurrency: 2 }],
      [1, { MaximumConcurrency: 2 }],
    ]);
    expect(
      stack
        .ofType('AWS::SQS::Queue')
        .filter(({ id, Properties }) => id.includes('VisitsQueue') && Properties['FifoQueue'] === true),
    ).toHaveLength(3);
  });

  test('a confirmation waits for five minutes', () => {
    stack.template.hasResourceProperties('AWS::SQS::Queue', { DelaySeconds: 300 });
  });

  test('a visibility timeout is six times that of the function behind it', () => {
    const timeouts = {
      ProbePageVisits: 240,
      ProbeLighthouseVisits: 600,
      ProbeSocialVisits: 180,
      Results: 60,
      DispatchConfirmations: 60,
    };
    for (const [name, seconds] of Object.entries(timeouts)) {
      const queue = stack.ofType('AWS::SQS::Queue').find(({ id }) => id.startsWith(`${name}Queue`));
      expect(queue?.Properties['VisibilityTimeout'], name).toBe(6 * seconds);
    }
  });
});

describe('least privilege', () => {
  test('the browser roles read their own queue, write their own log, send results and put evidence: nothing else', () => {
    for (const probe of ['ProbePage', 'ProbeLighthouse']) {
      const granted = permissionsOf(stack, probe);
      expect(granted, probe).toEqual({
        'logs:CreateLogStream': [`${probe}StepLogs`],
        'logs:PutLogEvents': [`${probe}StepLogs`],
        's3:PutObject': ['Evidence/evidence/*'],
        'sqs:ChangeMessageVisibility': [`${probe}VisitsQueue`],
        'sqs:DeleteMessage': [`${probe}VisitsQueue`],
        'sqs:GetQueueAttributes': [`${probe}VisitsQueue`],
        'sqs:GetQueueUrl': [`${probe}VisitsQueue`],
        'sqs:ReceiveMessage': [`${probe}VisitsQueue`],
        'sqs:SendMessage': ['ResultsQueue'],
      });
    }
  });

  test('where a form is really sent, probe-page keeps the list of what was sent, of that check and no other', () => {
    const sending = aTemplate(
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: shop, kind: website, url: "https://a.example", checks: { form: { mode: submit } } }]',
    );
    expect(permissionsOf(sending, 'ProbePage')).toMatchObject({
      's3:GetObject': ['Evidence/submissions/shop/form/*'],
      's3:ListBucket': ['Evidence'],
      's3:PutObject': ['Evidence/evidence/*', 'Evidence/submissions/shop/form/*'],
    });
    expect(JSON.stringify(policiesOf(sending, 'ProbePage'))).toContain(
      '{"StringLike":{"s3:prefix":["submissions/shop/form/*"]}}',
    );
    expect(permissionsOf(sending, 'ProbeLighthouse')['s3:PutObject']).toEqual(['Evidence/evidence/*']);
    expect(sending.warnings).toEqual([]);
  });

  test('only probe-social reads secrets, and only those that are configured', () => {
    const readers = roleNames(stack).filter((role) => 'secretsmanager:GetSecretValue' in permissionsOf(stack, role));
    expect(readers).toEqual(['ProbeSocial']);
    expect(JSON.stringify(policiesOf(stack, 'ProbeSocial'))).toContain(':secret:touchlight/facebook-page-token-??????');
    const without = aTemplate(
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    );
    expect(JSON.stringify(policiesOf(without, 'ProbeSocial'))).not.toContain('secretsmanager');
    // Only what changes by being renewed may be overwritten.
    expect(permissionsOf(stack, 'ProbeSocial')['secretsmanager:PutSecretValue']).toBeUndefined();
    const renewing = aTemplate(`business: A
timeZone: UTC
touchpoints:
  - { id: facebook, kind: facebook, page: "1", secret: page-token }
  - { id: x, kind: x, page: "2", secret: x-grant }`);
    const written = permissionsOf(renewing, 'ProbeSocial')['secretsmanager:PutSecretValue'];
    expect(JSON.stringify(written)).toContain('touchlight/x-grant-??????');
    expect(JSON.stringify(written)).not.toContain('page-token');
  });

  test('probe-social keeps conversations in the partitions of its own checks, and touches nothing else of the table', () => {
    const statements = JSON.stringify(policiesOf(stack, 'ProbeSocial'));
    expect(permissionsOf(stack, 'ProbeSocial')).toMatchObject({
      'dynamodb:GetItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'dynamodb:Query': ['Table'],
    });
    expect(statements).toContain('{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["CHECK#facebook/responses"]}}');
  });

  test('no action is a wildcard, and no resource but two prefixes of the evidence bucket, whose reasons stand beside them', () => {
    const wildcards = stack.ofType('AWS::IAM::Policy').flatMap(({ Properties }) =>
      statementsOf(Properties).flatMap(({ Action, Resource }) => {
        for (const action of Action) expect(action).not.toContain('*');
        return Resource.map(named)
          .filter((resource) => resource.includes('*'))
          .map((resource) => `${Action.join()} ${resource}`);
      }),
    );
    expect([...new Set(wildcards)].sort()).toEqual([
      's3:GetObject Evidence/evidence/*',
      's3:PutObject Evidence/evidence/*',
      's3:PutObject Evidence/reports/*',
    ]);
  });

  test('no role carries one of the account-wide managed policies', () => {
    for (const { id, Properties } of stack.ofType('AWS::IAM::Role'))
      expect(Properties['ManagedPolicyArns'], id).toBeUndefined();
  });

  test('evaluate and notify touch the one table with the calls they make; digest reads, and writes only who got which mail', () => {
    const tableCalls = (role: string): string[] =>
      Object.keys(permissionsOf(stack, role)).filter((action) =>
        /^dynamodb:(?!.*Stream|GetRecords|GetShard)/.test(action),
      );
    expect(tableCalls('Evaluate')).toEqual(['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem']);
    expect(tableCalls('Notify')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
    expect(tableCalls('Digest')).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    expect(JSON.stringify(policiesOf(stack, 'Digest'))).toContain(
      '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["DIGEST#*"]}}',
    );
    expect(tableCalls('Dispatch')).toEqual([]);
  });
});

describe('what holds data', () => {
  test('the table is on demand, recoverable, protected, expiring, streaming, and outlives the stack', () => {
    stack.template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: false }, // AWS's own key: DynamoDB encrypts always
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
      },
    });
  });

  test('the evidence bucket is private, encrypted, expiring, TLS only, and outlives the stack', () => {
    stack.template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: {
          Rules: [
            Match.objectLike({ ExpirationInDays: 90, Prefix: 'evidence/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 400, Prefix: 'submissions/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 400, Prefix: 'reports/', Status: 'Enabled' }),
          ],
        },
      },
    });
  });

  test.each([
    ['AWS::S3::BucketPolicy', 1],
    ['AWS::SQS::QueuePolicy', 13],
    ['AWS::SNS::TopicPolicy', 2],
  ])('every %s refuses what is not TLS', (type, count) => {
    const policies = stack.ofType(type);
    expect(policies).toHaveLength(count);
    for (const { id, Properties } of policies) {
      expect(JSON.stringify(Properties), id).toContain(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
      );
    }
  });

  test('queues are encrypted, the alerts topic too', () => {
    for (const { id, Properties } of stack.ofType('AWS::SQS::Queue'))
      expect(Properties['SqsManagedSseEnabled'], id).toBe(true);
    const [alerts] = stack.ofType('AWS::SNS::Topic').filter(({ id }) => id.startsWith('TopicsAlerts'));
    expect(JSON.stringify(alerts?.Properties['KmsMasterKeyId'])).toContain('alias/aws/sns');
  });

  test('logs are kept for a month and go with the stack', () => {
    const groups = stack.ofType('AWS::Logs::LogGroup');
    expect(groups.map(({ Properties }) => Properties['LogGroupName']).sort()).toEqual(
      steps.map((step) => `/aws/lambda/Touchlight-${step}`).sort(),
    );
    for (const { id, Properties, DeletionPolicy } of groups) {
      expect(Properties['RetentionInDays'], id).toBe(30);
      expect(DeletionPolicy, id).toBe('Delete');
    }
  });
});

describe('functions', () => {
  test('there are seven, on Node 24; those with a browser are x64 with 2 GB and 1 GB of /tmp', () => {
    const functions = stack.ofType('AWS::Lambda::Function');
    expect(functions.map(({ Properties }) => Properties['FunctionName']).sort()).toEqual(
      steps.map((step) => `Touchlight-${step}`).sort(),
    );
    for (const { id, Properties } of functions) {
      const browser = /ProbePage|ProbeLighthouse/.test(id);
      expect(Properties['Runtime'], id).toBe('nodejs24.x');
      expect(Properties['Architectures'], id).toEqual([browser ? 'x86_64' : 'arm64']);
      expect(Properties['MemorySize'], id).toBe(browser ? 2048 : id.startsWith('Digest') ? 512 : 256);
      expect(Properties['EphemeralStorage'], id).toEqual(browser ? { Size: 1024 } : undefined);
    }
  });

  test('pages under test reach public addresses only; another choice is for tests and must be made', () => {
    const networks = (template: SynthesizedTemplate): unknown[] =>
      template
        .ofType('AWS::Lambda::Function')
        .map(({ Properties }) => variablesOf(Properties)['NETWORK'])
        .filter(Boolean);
    expect(networks(stack)).toEqual(probeSteps.map(() => 'public'));
    expect(networks(aTemplate(undefined, 'any'))).toEqual(probeSteps.map(() => 'any'));
  });

  test('the digest runs by the business’s own clock; without a digest none is built', () => {
    stack.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 8 ? * MON *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
    });
    const without = aTemplate(
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    );
    expect(without.ofType('AWS::Scheduler::Schedule')).toHaveLength(1);
    expect(without.ofType('AWS::Lambda::Function')).toHaveLength(6);
  });

  test('the digest mails as its own identities in its own configuration set, which counts what bounces', () => {
    const { 'ses:SendEmail': mayMail = [] } = permissionsOf(stack, 'Digest');
    expect(mayMail.filter((resource) => resource.includes(':identity/'))).toHaveLength(3);
    expect(mayMail.filter((resource) => resource.includes(':configuration-set/'))).toHaveLength(1);
    stack.template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] },
    });
  });

  test('the digest reads evidence and writes reports, and touches nothing else in the bucket', () => {
    const permissions = permissionsOf(stack, 'Digest');
    const objects = (action: string): string[] =>
      (permissions[action] ?? []).map((resource) => resource.slice(resource.lastIndexOf('/') - 'evidence'.length));
    expect(objects('s3:GetObject')).toEqual(['evidence/*']);
    expect(permissions['s3:PutObject']).toEqual([expect.stringMatching(/\/reports\/\*/)]);
    expect(
      Object.keys(permissions)
        .filter((action) => action.startsWith('s3:'))
        .toSorted(),
    ).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
  });

  test('dispatch runs every minute and is told which', () => {
    stack.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(* * * * ? *)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({ Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}' }),
    });
  });
});

function variablesOf(properties: Resource['Properties']): Record<string, unknown> {
  return z
    .object({ Variables: z.record(z.string(), z.unknown()) })
    .catch({ Variables: {} })
    .parse(properties['Environment']).Variables;
}
