import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anUncheckedTemplate, everything } from './a-template.ts';
import type { Context } from './iam/conditions.ts';
import { account, arnIn, type Deployed, Deployment } from './iam/deployment.ts';

/**
 * What AWS's services do with the stack's resources: an alarm publishes, a schedule assumes a role and invokes, Lambda reads queues
 * and streams and puts aside what failed. The emulator checks no permission. Here each call is evaluated with the context that the
 * service sends, and must be allowed; the same call from outside the stack must not be.
 */
let stack: Deployment;
beforeAll(() => {
  stack = new Deployment(anUncheckedTemplate(everything).template);
});

const stranger = '444455556666';
const cloudWatch = { service: 'cloudwatch.amazonaws.com' };
const scheduler = { service: 'scheduler.amazonaws.com' };
const plainHttp = { 'aws:SecureTransport': 'false' };

test('each type of resource is either tested below, or neither calls anything nor lets anyone in', () => {
  const walked = [
    'AWS::CloudWatch::Alarm',
    // Invokes dispatch: landed-files.test.ts.
    'AWS::Events::Rule',
    'AWS::IAM::Role',
    'AWS::Lambda::EventInvokeConfig',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Lambda::Function',
    // Everybody may call the live page: live-page.test.ts. The rule may invoke dispatch: landed-files.test.ts.
    'AWS::Lambda::Permission',
    'AWS::Lambda::Url',
    'AWS::SES::ConfigurationSetEventDestination',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    'AWS::Scheduler::Schedule',
  ];
  const policies = ['AWS::IAM::Policy', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'];
  const passive = [
    'AWS::DynamoDB::GlobalTable',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
    'AWS::SES::ConfigurationSet',
    // SNS writes the mails itself; the subscriber confirms.
    'AWS::SNS::Subscription',
  ];
  const types = new Set(stack.resources.map(({ type }) => type));
  expect([...types].sort()).toEqual([...walked, ...policies, ...passive].sort());
});

describe('an alarm', () => {
  const publishes = (alarm: Pick<Deployed, 'arn'>, topic: string, context: Context = {}) =>
    stack.decide({
      caller: cloudWatch,
      action: 'sns:Publish',
      resource: topic,
      context: { 'aws:SourceArn': alarm.arn, 'aws:SourceAccount': account, ...context },
    });
  const actions = (): [Deployed, string][] =>
    stack
      .ofType('AWS::CloudWatch::Alarm')
      .flatMap((alarm) => actionsOf(alarm).map((topic): [Deployed, string] => [alarm, topic]));

  test('may publish to each of its topics, when it rings and when it is over', () => {
    expect(actions().length).toBeGreaterThan(10);
    for (const [alarm, topic] of actions()) expect(publishes(alarm, topic), alarm.name).toBe('allowed');
  });

  test('publishes to no topic with a key that CloudWatch may not use', () => {
    // alias/aws/sns is AWS's own key: its policy serves callers in the account, and no service.
    for (const [alarm, topic] of actions())
      expect(stack.byArn(topic).properties['KmsMasterKeyId'], alarm.name).toBeUndefined();
  });

  test('may not publish over plain HTTP', () => {
    for (const [alarm, topic] of actions()) expect(publishes(alarm, topic, plainHttp)).toBe('explicitly denied');
  });

  const foreign = ({ arn }: Deployed): string => arn.replace(account, stranger);
  test.each<[string, (alarm: Deployed) => Context]>([
    ['another account, which names an alarm of ours', () => ({ 'aws:SourceAccount': stranger })],
    ['another account, of the same name', (one) => ({ 'aws:SourceAccount': stranger, 'aws:SourceArn': foreign(one) })],
    ['another account, which names our account', (one) => ({ 'aws:SourceArn': foreign(one) })],
    ['another stack', () => ({ 'aws:SourceArn': arnIn('cloudwatch', 'alarm:Shop-no-results') })],
    [
      'a stack whose name begins as this one’s',
      () => ({ 'aws:SourceArn': arnIn('cloudwatch', 'alarm:Touchlight-Test-no-results') }),
    ],
  ])('of %s may not publish', (_, says) => {
    for (const [alarm, topic] of actions())
      expect(publishes(alarm, topic, says(alarm)), alarm.name).toBe('not allowed');
  });

  test('without a source, and any service but CloudWatch, may not publish', () => {
    for (const [alarm, resource] of actions()) {
      const sayings = { 'aws:SourceArn': alarm.arn, 'aws:SourceAccount': account };
      expect(stack.decide({ caller: cloudWatch, action: 'sns:Publish', resource })).toBe('not allowed');
      const events = { service: 'events.amazonaws.com' };
      expect(stack.decide({ caller: events, action: 'sns:Publish', resource, context: sayings })).toBe('not allowed');
      const rule = { ...sayings, 'aws:SourceArn': arnIn('events', `rule/${alarm.name}`) };
      expect(stack.decide({ caller: cloudWatch, action: 'sns:Publish', resource, context: rule })).toBe('not allowed');
    }
  });

  test('may not publish to the alerts about the business', () => {
    const alerts = stack.the('AWS::SNS::Topic', 'TopicsAlerts');
    for (const [alarm] of actions()) expect(publishes(alarm, alerts.arn)).toBe('not allowed');
  });
});

describe('a schedule', () => {
  const assumes = (role: string, context: Context, caller = scheduler) =>
    stack.decide({ caller, action: 'sts:AssumeRole', resource: role, context });
  const schedules = () =>
    stack.ofType('AWS::Scheduler::Schedule').map(({ name, properties }) => ({
      name,
      ...z
        .object({ Arn: z.string(), RoleArn: z.string(), DeadLetterConfig: z.object({ Arn: z.string() }) })
        .parse(properties['Target']),
    }));
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
  const own = { 'aws:SourceAccount': account, 'aws:SourceArn': arnIn('scheduler', 'schedule-group/default') };

  test('may assume its role, invoke its step, and put aside what failed', () => {
    expect(schedules()).toHaveLength(2);
    for (const { name, Arn, RoleArn, DeadLetterConfig } of schedules()) {
      expect(assumes(RoleArn, own), name).toBe('allowed');
      const caller = { role: RoleArn };
      expect(stack.decide({ caller, action: 'lambda:InvokeFunction', resource: Arn }), name).toBe('allowed');
      const aside = { caller, action: 'sqs:SendMessage', resource: DeadLetterConfig.Arn };
      expect(stack.decide(aside), name).toBe('allowed');
      expect(stack.decide({ ...aside, context: plainHttp }), name).toBe('explicitly denied');
    }
  });

  test('of another account, and any other service, may not assume its role', () => {
    const foreign = {
      'aws:SourceAccount': stranger,
      'aws:SourceArn': own['aws:SourceArn'].replace(account, stranger),
    };
    for (const { name, RoleArn } of schedules()) {
      expect(assumes(RoleArn, foreign), name).toBe('not allowed');
      expect(assumes(RoleArn, {}), name).toBe('not allowed');
      for (const service of ['lambda.amazonaws.com', 'events.amazonaws.com', 'sns.amazonaws.com'])
        expect(assumes(RoleArn, own, { service }), name).toBe('not allowed');
    }
  });

  test('may invoke only its own step, and send only to the dead letters', () => {
    for (const { name, Arn, RoleArn, DeadLetterConfig } of schedules()) {
      const caller = { role: RoleArn };
      const others = stack.ofType('AWS::Lambda::Function').filter(({ arn }) => arn !== Arn);
      for (const { arn } of others)
        expect(stack.decide({ caller, action: 'lambda:InvokeFunction', resource: arn }), name).toBe('not allowed');
      const queues = stack.ofType('AWS::SQS::Queue').filter(({ arn }) => arn !== DeadLetterConfig.Arn);
      for (const { arn } of queues)
        expect(stack.decide({ caller, action: 'sqs:SendMessage', resource: arn }), name).toBe('not allowed');
    }
  });
});

describe('Lambda', () => {
  const roleOf = (functionName: unknown): string => {
    const found = stack.ofType('AWS::Lambda::Function').find(({ name }) => name === functionName);
    return String(found?.properties['Role']);
  };
  const sources = () =>
    stack.ofType('AWS::Lambda::EventSourceMapping').map(({ id, properties }) => ({
      id,
      source: String(properties['EventSourceArn']),
      caller: { role: roleOf(properties['FunctionName']) },
      properties,
    }));

  test('may assume the role of each function, and no other service may', () => {
    for (const { name, properties } of stack.ofType('AWS::Lambda::Function')) {
      const assume = { action: 'sts:AssumeRole', resource: String(properties['Role']) };
      expect(stack.decide({ caller: { service: 'lambda.amazonaws.com' }, ...assume }), name).toBe('allowed');
      for (const service of ['scheduler.amazonaws.com', 'ec2.amazonaws.com', 'sns.amazonaws.com'])
        expect(stack.decide({ caller: { service }, ...assume }), name).toBe('not allowed');
    }
  });

  test('may read each event source with the role of its function, and no other queue', () => {
    expect(sources()).toHaveLength(3);
    for (const { id, source, caller } of sources()) {
      const reading = source.includes(':sqs:')
        ? ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
        : ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'];
      for (const action of reading) {
        expect(stack.decide({ caller, action, resource: source }), `${id} ${action}`).toBe('allowed');
        const others = stack.ofType('AWS::SQS::Queue').filter(({ arn }) => arn !== source);
        for (const { arn } of others)
          if (action === 'sqs:ReceiveMessage')
            expect(stack.decide({ caller, action, resource: arn }), id).toBe('not allowed');
      }
      if (source.includes(':sqs:'))
        expect(stack.decide({ caller, action: 'sqs:ReceiveMessage', resource: source, context: plainHttp }), id).toBe(
          'explicitly denied',
        );
    }
  });

  test('may put aside what failed, with the role of the function that failed', () => {
    const destination = z.object({ OnFailure: z.object({ Destination: z.string() }) });
    const failing = [
      ...stack.ofType('AWS::Lambda::EventInvokeConfig'),
      ...stack.ofType('AWS::Lambda::EventSourceMapping'),
    ]
      .filter(({ properties }) => properties['DestinationConfig'] !== undefined)
      .map(({ id, properties }) => ({
        id,
        role: roleOf(properties['FunctionName']),
        resource: destination.parse(properties['DestinationConfig']).OnFailure.Destination,
      }));
    expect(failing).toHaveLength(6);
    for (const { id, role, resource } of failing) {
      expect(stack.decide({ caller: { role }, action: 'sqs:SendMessage', resource }), id).toBe('allowed');
      // Lambda writes to no FIFO queue.
      expect(stack.byArn(resource).properties['FifoQueue'], id).toBeUndefined();
    }
  });

  test('finds these rights when a mapping or a destination is made: each function waits for its role’s policies', () => {
    for (const { id, properties, dependsOn } of stack.ofType('AWS::Lambda::Function')) {
      const role = stack.byArn(String(properties['Role'])).name;
      const policies = [...stack.ofType('AWS::IAM::Policy'), ...stack.ofType('AWS::IAM::ManagedPolicy')].filter(
        (policy) => JSON.stringify(policy.properties['Roles']).includes(role),
      );
      expect(policies.length, id).toBeGreaterThan(0);
      for (const policy of policies) expect(dependsOn, id).toContain(policy.id);
    }
  });
});

describe('SQS', () => {
  test('moves what failed to a dead-letter queue of the same kind', () => {
    const redrive = z.object({ deadLetterTargetArn: z.string() });
    const sources = stack
      .ofType('AWS::SQS::Queue')
      .filter(({ properties }) => properties['RedrivePolicy'] !== undefined);
    expect(sources).toHaveLength(6);
    for (const { id, properties } of sources) {
      const target = stack.byArn(redrive.parse(properties['RedrivePolicy']).deadLetterTargetArn);
      expect(target.properties['FifoQueue'], id).toBe(properties['FifoQueue']);
      // By default a queue takes the dead letters of every queue of its account.
      expect(target.properties['RedriveAllowPolicy'], id).toBeUndefined();
    }
  });
});

describe('SES', () => {
  test('counts bounces as a metric, which needs no permission', () => {
    for (const { properties } of stack.ofType('AWS::SES::ConfigurationSetEventDestination')) {
      const { EventDestination } = z.object({ EventDestination: z.record(z.string(), z.unknown()) }).parse(properties);
      const kinds = Object.keys(EventDestination).filter((key) => key.endsWith('Destination'));
      expect(kinds).toEqual(['CloudWatchDestination']);
    }
  });
});

describe('everyone else', () => {
  test('no service is allowed anything without naming the account it acts for, except Lambda assuming its functions’ roles', () => {
    const services = ['cloudwatch', 'events', 'lambda', 's3', 'scheduler', 'ses', 'sns', 'sqs'];
    for (const { id, type, arn } of stack.resources) {
      if (stack.policiesOn(arn).length === 0) continue;
      for (const name of services) {
        const caller = { service: `${name}.amazonaws.com` };
        for (const action of [
          'sts:AssumeRole',
          'sns:Publish',
          'sqs:SendMessage',
          'sqs:ReceiveMessage',
          's3:GetObject',
          's3:PutObject',
        ]) {
          const decision = stack.decide({ caller, action, resource: arn });
          const isFunctionRole = type === 'AWS::IAM::Role' && id.includes('StepRole') && action === 'sts:AssumeRole';
          expect(decision, `${name} ${action} ${id}`).toBe(
            isFunctionRole && name === 'lambda' ? 'allowed' : 'not allowed',
          );
        }
      }
    }
  });

  test('no resource allows anyone but an AWS service', () => {
    for (const { id, arn } of stack.resources) {
      const statements = stack.policiesOn(arn).filter(({ Effect }) => Effect === 'Allow');
      for (const { Principal } of statements) expect(Principal, id).toEqual({ Service: [expect.any(String)] });
    }
  });
});

function actionsOf({ properties }: Deployed): string[] {
  const topics = z.array(z.string()).default([]);
  return [...topics.parse(properties['AlarmActions']), ...topics.parse(properties['OKActions'])];
}
