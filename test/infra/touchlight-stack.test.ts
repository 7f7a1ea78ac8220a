import { Match } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { probeSteps, steps } from '../../shared/model/stack-names.ts';
import {
  anUncheckedTemplate,
  aTemplate,
  aTemplateWith,
  everyTwoHours,
  everything,
  onlyAvailability,
  type Resource,
  type SynthesizedTemplate,
} from './a-template.ts';
import { Deployment } from './iam/deployment.ts';

let stack: SynthesizedTemplate;
beforeAll(() => {
  stack = aTemplate(everything);
});

describe('synthesis', () => {
  test('warns of nothing', () => {
    expect(stack.warnings).toEqual([]);
    expect(aTemplate(everyTwoHours).warnings).toEqual([]);
    expect(aTemplate(onlyAvailability).warnings).toEqual([]);
  });

  test('warns when pages under test may reach private addresses', () => {
    expect(aTemplate(everything, 'any').warnings).toEqual([
      expect.stringContaining('That is for tests on one machine only.'),
    ]);
  });

  test('fails for what AwsSolutions objects to, so that this stack has nothing of it without a reason', () => {
    expect(() => aTemplateWith((open) => void new Topic(open, 'Open'))).toThrow('AwsSolutions-SNS3');
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
            Match.objectLike({ ExpirationInDays: 400, Prefix: 'scorecards/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 400, Prefix: 'surveys/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 400, Prefix: 'orders/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 14, Prefix: 'calls/', Status: 'Enabled' }),
            Match.objectLike({ ExpirationInDays: 14, Prefix: 'inbox/', Status: 'Enabled' }),
          ],
        },
      },
    });
  });

  test.each([
    ['AWS::S3::BucketPolicy', 1],
    ['AWS::SQS::QueuePolicy', 8],
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
  test('are the nine steps, on Node 24; those with a browser are x64 with 2 GB and 1 GB of /tmp', () => {
    const functions = stack.ofType('AWS::Lambda::Function');
    expect(functions.map(({ Properties }) => Properties['FunctionName']).sort()).toEqual(
      steps.map((step) => `Touchlight-${step}`).sort(),
    );
    for (const { id, Properties } of functions) {
      const browser = /ProbePage|ProbeLighthouse/.test(id);
      expect(Properties['Runtime'], id).toBe('nodejs24.x');
      expect(Properties['Architectures'], id).toEqual([browser ? 'x86_64' : 'arm64']);
      expect(Properties['MemorySize'], id).toBe(browser ? 2048 : /^(Digest|PageStep|ProbeSocial)/.test(id) ? 512 : 256);
      expect(Properties['EphemeralStorage'], id).toEqual(browser ? { Size: 1024 } : undefined);
    }
  });

  test.each([
    ['a website that is only asked whether it is there', onlyAvailability, ['probe-availability']],
    [
      'a website with all defaults',
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
      ['probe-availability', 'probe-page', 'probe-lighthouse'],
    ],
    [
      'a social page',
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: facebook, kind: facebook, page: "1", secret: page-token }]',
      ['probe-social'],
    ],
  ])('only the probes that some check needs are built: %s', (_, yaml, probes) => {
    const { ofType } = anUncheckedTemplate(yaml);
    expect(
      ofType('AWS::Lambda::Function')
        .map(({ Properties }) => Properties['FunctionName'])
        .sort(),
    ).toEqual(['dispatch', ...probes, 'evaluate', 'notify'].map((step) => `Touchlight-${step}`).sort());
    expect(ofType('AWS::Scheduler::Schedule')).toHaveLength(1);
    expect(ofType('AWS::SES::ConfigurationSet')).toEqual([]);
  });

  test('pages under test reach public addresses only; another choice is for tests and must be made', () => {
    const networks = (template: SynthesizedTemplate): unknown[] =>
      template
        .ofType('AWS::Lambda::Function')
        .map(({ Properties }) => variablesOf(Properties)['NETWORK'])
        .filter(Boolean);
    expect(networks(stack)).toEqual(probeSteps.map(() => 'public'));
    expect(networks(aTemplate(everything, 'any'))).toEqual(probeSteps.map(() => 'any'));
  });

  test('dispatch runs every minute and is told which; a confirmation waits for five minutes', () => {
    stack.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(* * * * ? *)',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({ Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}' }),
    });
    const dispatch = stack.ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('Dispatch'));
    expect(variablesOf(dispatch?.Properties ?? {})['CONFIRMATION_DELAY_SECONDS']).toBe('300');
  });

  test('the digest runs by the business’s own clock, mails in its own configuration set, and counts what bounces', () => {
    stack.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 8 ? * MON *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
    });
    const digest = stack.ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith('Digest'));
    expect(variablesOf(digest?.Properties ?? {})['MAIL_CONFIGURATION_SET']).toEqual({
      Ref: expect.stringMatching(/^DigestMails/),
    });
    stack.template.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
    stack.template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] },
    });
  });
});

describe('two stacks side by side', () => {
  /** Of these the stack chooses the name; CloudFormation names everything else, with the stack's name in it. */
  const namedByUs: Readonly<Record<string, string>> = {
    'AWS::Lambda::Function': 'FunctionName',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::CloudWatch::Alarm': 'AlarmName',
    'AWS::CloudWatch::Dashboard': 'DashboardName',
    'AWS::SecretsManager::Secret': 'Name',
  };
  const namesOf = (name: string): string[] => {
    const { resources } = new Deployment(anUncheckedTemplate(everything, true, name).template, name);
    return resources.flatMap(({ type, properties }) => {
      const own = namedByUs[type];
      return own === undefined ? [] : [`${type} ${String(properties[own])}`];
    });
  };

  test('share no name', () => {
    const [ours, theirs] = [namesOf('Touchlight'), namesOf('Touchlight-Test')];
    expect(new Set(ours).size).toBe(ours.length);
    expect(ours.length).toBe(9 + 9 + 10 + 1 + 1);
    expect(ours.filter((name) => theirs.includes(name))).toEqual([]);
  });

  test('leave all other names to CloudFormation', () => {
    const { template } = anUncheckedTemplate(everything, true);
    const nameOf = /^(?:Queue|Topic|Table|Bucket|Role|Policy|Group|Rule)?Name$/;
    const { Resources } = z
      .object({
        Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.json()) })),
      })
      .parse(template.toJSON());
    const fixed = Object.entries(Resources).flatMap(([id, { Type, Properties }]) =>
      Object.keys(Properties).flatMap((key) =>
        nameOf.test(key) && namedByUs[Type] !== key ? [`${Type} ${key} ${id}`] : [],
      ),
    );
    // The name of an inline policy is its role's affair.
    expect(fixed.filter((each) => !each.startsWith('AWS::IAM::Policy PolicyName'))).toEqual([]);
  });

  test('watch none of each other’s metrics', () => {
    const metrics = (name: string) => {
      const { resources } = new Deployment(anUncheckedTemplate(everything, true, name).template, name);
      return resources.flatMap(({ type, properties }) =>
        type === 'AWS::CloudWatch::Alarm' ? JSON.stringify([properties['Dimensions'], properties['Metrics']]) : [],
      );
    };
    const theirs = metrics('Touchlight-Test');
    expect(metrics('Touchlight').filter((metric) => theirs.includes(metric))).toEqual([]);
  });

  test('may have names of 40 characters: function names then stay within Lambda’s 64', () => {
    const longest = 'T'.repeat(40);
    const { resources } = new Deployment(anUncheckedTemplate(everything, true, longest).template, longest);
    for (const { type, name } of resources)
      if (type === 'AWS::Lambda::Function') expect(name.length, name).toBeLessThanOrEqual(64);
  });
});

test('resources with fixed names keep their logical ids: otherwise CloudFormation would create a second one and fail', () => {
  const { resources } = new Deployment(anUncheckedTemplate(everything).template);
  const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
  const idOf = (type: string, name: string): string =>
    withoutHash(resources.find((each) => each.type === type && each.name === name)?.id ?? 'none');
  for (const step of steps) {
    const construct = step.replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase());
    expect(idOf('AWS::Lambda::Function', `Touchlight-${step}`)).toBe(`${construct}StepFunction`);
    expect(idOf('AWS::Logs::LogGroup', `/aws/lambda/Touchlight-${step}`)).toBe(`${construct}StepLogs`);
  }
  const alarms = resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
  for (const { id, name } of alarms)
    expect(withoutHash(id)).toBe(`SelfWatchAlarms${name.replace(/^Touchlight/, '').replaceAll('-', '')}`);
  // And what holds data would otherwise be a new, empty one.
  const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SNS::Topic'];
  expect(resources.filter(({ type }) => kept.includes(type)).map(({ id }) => id)).toEqual([
    'TableCD117FA1',
    'Evidence4CC26D68',
    'TopicsAlerts790CC8DD',
    'TopicsOperations73808476',
  ]);
});

function variablesOf(properties: Resource['Properties']): Record<string, unknown> {
  return z
    .object({ Variables: z.record(z.string(), z.unknown()) })
    .catch({ Variables: {} })
    .parse(properties['Environment']).Variables;
}
