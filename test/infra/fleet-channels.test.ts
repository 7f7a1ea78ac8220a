import { describe, expect, test } from 'vitest';
import { channelSecrets } from '../../infra/channel-secrets.ts';
import { fleetProblem } from '../../infra/fleet-limits.ts';
import { readFleet } from '../../shared/config/fleet/read-fleet.ts';
import { type StackBusiness, withoutUnsupported } from '../../shared/config/fleet/without-unsupported.ts';
import { purposeOfQueue, workerOfTrigger } from '../../shared/model/stack-resources.ts';
import { anUncheckedFleetTemplate } from './a-template.ts';
import { permissionsOf, policiesOf } from './permissions.ts';

const telegram = 'alerts: { telegram: { chat: "@chat", secret: telegram-bot, pictures: false } }';
const hook = 'alerts: { email: [a@cafe.example], webhook: { urlSecret: hook-address, secret: hook-signing } }';
const { businesses } = aFolder({ bakery: telegram, cafe: hook, salon: '' });
const stack = anUncheckedFleetTemplate(businesses);

const secret = (name: string) => `secretsmanager:secret:touchlight/Touchlight/${name}-??????`;

describe('the chats of a fleet', () => {
  test('have one function, which may read the secrets that they name and no other', () => {
    expect(permissionsOf(stack, 'Channels')).toMatchObject({
      'dynamodb:GetItem': ['Table'],
      'dynamodb:PutItem': ['Table'],
      'secretsmanager:GetSecretValue': [
        secret('bakery/telegram-bot'),
        secret('cafe/hook-address'),
        secret('cafe/hook-signing'),
      ],
      'sns:Publish': ['TopicsOperations'],
    });
    expect(permissionsOf(stack, 'Channels')['sqs:SendMessage']).toEqual(['ChannelsPosts', 'DeadLettersWork']);
    expect(JSON.stringify(policiesOf(stack, 'Channels'))).toContain('"dynamodb:LeadingKeys":["CHANNEL#*"]');
    const names = stack.ofType('AWS::Lambda::Function').map(({ Properties }) => String(Properties['FunctionName']));
    expect(names.filter((name) => name.includes('-channel'))).toEqual(['Touchlight-channel']);
  });

  test('have the configuration read by their function, as the other steps do', () => {
    expect(JSON.stringify(functionOf('Touchlight-channel'))).toMatch(/"FLEET_KEY":"[0-9a-f]{64}\.gz"/);
    expect(JSON.stringify(permissionsOf(stack, 'Channels')['s3:GetObject'])).toMatch(/[0-9a-f]{64}\.gz/);
  });

  test('get what is about a business, and no text for people', () => {
    const policies = stack
      .ofType('AWS::SNS::Subscription')
      .filter(({ Properties }) => Properties['Protocol'] === 'lambda')
      .map(({ Properties }) => Properties['FilterPolicy']);
    expect(policies).toEqual([{ reason: [{ exists: true }], business: [{ exists: true }] }]);
  });

  test('wait in lines of their own: what fails is tried three times, then put aside', () => {
    const [posts] = stack.ofType('AWS::SQS::Queue').filter(({ id }) => id.startsWith('ChannelsPosts'));
    expect(posts?.Properties).toMatchObject({ FifoQueue: true, RedrivePolicy: { maxReceiveCount: 3 } });
    expect(JSON.stringify(posts?.Properties['RedrivePolicy'])).toContain('DeadLettersVisits');
    const [taking] = stack
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => JSON.stringify(Properties['EventSourceArn']).includes('ChannelsPosts'));
    expect(taking?.Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    const timeout = Number(functionOf('Touchlight-channel')?.['Timeout']);
    expect(Number(posts?.Properties['VisibilityTimeout'])).toBeGreaterThan(timeout);
  });

  test('ring when a post has waited for half an hour', () => {
    const [alarm] = stack
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties['AlarmName'] === 'Touchlight-chat-posts-waiting');
    expect(alarm?.Properties).toMatchObject({
      MetricName: 'ApproximateAgeOfOldestMessage',
      Threshold: 1800,
      EvaluationPeriods: 2,
      TreatMissingData: 'notBreaching',
      AlarmDescription: expect.stringMatching(/docs\/runbook\.md#alarm-chat-posts-waiting$/),
    });
    expect(JSON.stringify(alarm?.Properties['Dimensions'])).toContain('ChannelsPosts');
  });

  test('keep their queue while the only business that has some is paused, and may read no secret meanwhile', () => {
    const without = businesses.filter(({ id }) => id === 'salon');
    const queues = ({ ofType }: typeof stack) => ofType('AWS::SQS::Queue').map(({ id }) => id);
    const [posts = ''] = queues(stack).filter((id) => id.startsWith('ChannelsPosts'));
    const paused = anUncheckedFleetTemplate(without, true);
    expect(queues(paused)).toContain(posts);
    expect(permissionsOf(paused, 'Channels')).not.toHaveProperty('secretsmanager:GetSecretValue');
    expect(queues(anUncheckedFleetTemplate(without))).not.toContain(posts);
  });

  test('have a queue and a trigger that the doctor knows by name', () => {
    const purposes = stack.ofType('AWS::SQS::Queue').map(({ id }) => purposeOfQueue(id));
    expect(purposes).toContainEqual({ kind: 'posts', step: 'channel' });
    expect(purposes).not.toContain(null);
    const triggers = stack.ofType('AWS::Lambda::EventSourceMapping').map(({ id }) => workerOfTrigger(id));
    expect(triggers).toContain('channel');
    expect(triggers).not.toContain(null);
  });

  test('of three hundred businesses have one function, whose role AWS accepts', () => {
    const names = Array.from({ length: 300 }, (_, n) => `coffee-house-number-${n}`);
    const many = aFolder(Object.fromEntries(names.map((name) => [name, telegram]))).businesses;
    expect(fleetProblem(many)).toBeNull();
    const large = anUncheckedFleetTemplate(many);
    const policies = policiesOf(large, 'Channels');
    expect(policies.length).toBeLessThanOrEqual(11);
    const sizes = policies.map(({ Properties }) => asWritten(Properties['PolicyDocument']).length);
    expect(Math.max(...sizes.slice(1))).toBeLessThan(6144);
    expect(permissionsOf(large, 'Channels')['secretsmanager:GetSecretValue']).toHaveLength(300);
    expect(large.ofType('AWS::Lambda::EventSourceMapping').length).toBeLessThan(6);
  }, 60_000);
});

describe('what does not fit', () => {
  test('is refused with the number of secrets, what fits, and what to do', () => {
    const names = Array.from({ length: 400 }, (_, n) => `shop-${n}`);
    const many = aFolder(Object.fromEntries(names.map((name) => [name, telegram]))).businesses;
    expect(fleetProblem(many)).toBe(
      'The chats of this fleet (alerts: telegram, slack, teams, webhook, pagerduty) name 400 secrets, and the role that posts to them has room for 380 of these names. Split the folder, and deploy each part as a stack of its own (-c stack=...).',
    );
  });

  test('is counted by its length, too: long names fill a policy sooner', () => {
    const names = Array.from({ length: 60 }, (_, n) => `${'b'.repeat(37)}-${n + 10}`);
    const long = `alerts: { teams: { secret: ${'a'.repeat(72)} } }`;
    const { businesses: many } = aFolder(Object.fromEntries(names.map((name) => [name, long])));
    const channels = many.flatMap(({ configuration }) => configuration.alerts.channels);
    const policies = channelSecrets(channels, 's'.repeat(40));
    expect(policies.flat()).toHaveLength(60);
    for (const names of policies) {
      const arns = names.map(
        (name) =>
          `"arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:touchlight/${'s'.repeat(40)}/${name}-??????"`,
      );
      expect(arns.join(',').length).toBeLessThan(5900);
    }
  });

  test('is refused where live pages have more sign-ins than the role of the page can name', () => {
    const signIn = (n: number): StackBusiness[] => {
      const [bakery] = aFolder({
        bakery:
          'page: { signIn: { issuer: "https://id.example", clientId: page, secret: sign-in, operators: [a@x.example] } }',
      }).businesses;
      const page = bakery?.configuration.page ?? null;
      const own = page?.signIn ?? null;
      if (bakery === undefined || page === null || own === null) throw new Error('The bakery has no sign-in.');
      const { configuration } = bakery;
      return Array.from({ length: n }, (_, at) => ({
        id: `shop-${at}`,
        configuration: {
          ...configuration,
          page: { ...page, signIn: { ...own, secret: `shop-${at}/sign-in` } },
        },
      }));
    };
    expect(fleetProblem(signIn(200))).toBeNull();
    expect(fleetProblem(signIn(201))).toBe(
      'The live pages of this fleet name 201 secrets of sign-ins (page: signIn) and scorecards, and the role of the page has room for 200. Split the folder, and deploy each part as a stack of its own (-c stack=...).',
    );
  });

  test('of addresses with filters, the chats take one', () => {
    const readers = Array.from({ length: 200 }, (_, n) => `reader-${n}@bakery.example`);
    const { businesses: without } = aFolder({ bakery: `alerts: { email: [${readers.join(', ')}] }` });
    expect(fleetProblem(without)).toBeNull();
    const { businesses: beside } = aFolder({
      bakery: `alerts: { email: [${readers.join(', ')}], teams: { secret: flow } }`,
    });
    expect(fleetProblem(beside)).toContain('SNS can filter for at most 199 in one stack beside its chats.');
  });
});

test('a business with chats is deployed without a word about them', () => {
  expect(aFolder({ bakery: telegram }).notes).toEqual([]);
});

test('a fleet without chats has none of it', () => {
  const without = anUncheckedFleetTemplate(aFolder({ bakery: '' }).businesses);
  expect(policiesOf(without, 'Channel')).toEqual([]);
});

function functionOf(name: string) {
  return stack.ofType('AWS::Lambda::Function').find(({ Properties }) => Properties['FunctionName'] === name)
    ?.Properties;
}

/** A policy as IAM counts it: without white space, and with the names of an account in place of CloudFormation's. */
function asWritten(document: unknown): string {
  return JSON.stringify(document)
    .replaceAll(/\{"Fn::Join":\["",\[(.*?)\]\]\}/g, (_, parts: string) => `"${parts.replaceAll(/[",]/g, '')}"`)
    .replaceAll('{Ref:AWS::Partition}', 'aws')
    .replaceAll('{Ref:AWS::Region}', 'ap-southeast-1')
    .replaceAll('{Ref:AWS::AccountId}', '123456789012');
}

/** @param files further lines of each business */
function aFolder(files: Readonly<Record<string, string>>) {
  const fleet = readFleet(
    Object.entries(files).map(([business, more]) => ({
      business,
      fileName: `${business}.yaml`,
      content: {
        text: `business: ${business}\ntimeZone: UTC\n${more}\ntouchpoints: [{ id: website, kind: website, url: "https://${business}.example" }]\n`,
      },
    })),
    '2026-11-22',
  );
  expect(fleet.broken).toEqual([]);
  return withoutUnsupported(fleet.businesses);
}
