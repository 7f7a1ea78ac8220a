import { beforeAll, describe, expect, test } from 'vitest';
import { anUncheckedTemplate, aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf, policiesOf, roleNames } from './permissions.ts';

const yaml = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts:
  email: [ops@coffeelab.example]
  telegram: [{ chat: "-1001234567890", secret: telegram-bot, touchpoints: [website] }, { chat: "@open", secret: telegram-bot, name: open, pictures: false }]
  webhook: { urlSecret: hook-address, secret: hook-signing }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: shop, kind: website, url: "https://shop.example" }
`;

let stack: Omit<SynthesizedTemplate, 'warnings'>;
beforeAll(() => {
  stack = anUncheckedTemplate(yaml);
});

const secret = (name: string) => `secretsmanager:secret:touchlight/Touchlight/${name}-??????`;

const each = (construct: string) => ({
  'dynamodb:GetItem': ['Table'],
  'dynamodb:PutItem': ['Table'],
  'logs:CreateLogStream': [`${construct}StepLogs`],
  'logs:PutLogEvents': [`${construct}StepLogs`],
  'sns:Publish': ['TopicsOperations'],
  'sqs:GetQueueAttributes': ['DeadLettersWork'],
  'sqs:GetQueueUrl': ['DeadLettersWork'],
  'sqs:SendMessage': ['DeadLettersWork'],
});

describe('each channel', () => {
  test('has a function of its own name', () => {
    const names = stack.ofType('AWS::Lambda::Function').map(({ Properties }) => String(Properties['FunctionName']));
    expect(names.filter((name) => name.includes('-channel-')).sort()).toEqual([
      ...['Touchlight-channel-telegram', 'Touchlight-channel-telegram-open', 'Touchlight-channel-webhook'],
    ]);
  });

  test.each([
    ['ChannelTelegram', { 's3:GetObject': ['Evidence/evidence/*'] }, ['telegram-bot']],
    ['ChannelTelegramOpen', {}, ['telegram-bot']],
    ['ChannelWebhook', {}, ['hook-address', 'hook-signing']],
  ])('%s may do this and nothing else', (construct, more, secrets) => {
    expect(permissionsOf(stack, construct)).toEqual({
      ...each(construct),
      ...more,
      'secretsmanager:GetSecretValue': secrets.map(secret),
    });
  });

  test('knows its own posts only', () => {
    const policies = JSON.stringify(policiesOf(stack, 'ChannelTelegramOpen'));
    expect(policies).toContain('"dynamodb:LeadingKeys":["CHANNEL#telegram-open"]');
    expect(policies).not.toContain('TOUCHPOINT#');
  });

  test('is subscribed to alerts, not to text for people, and to the touchpoints that it is for', () => {
    const subscriptions = stack
      .ofType('AWS::SNS::Subscription')
      .filter(({ Properties }) => Properties['Protocol'] === 'lambda');
    expect(subscriptions.map(({ Properties }) => Properties['FilterPolicy'])).toEqual(
      expect.arrayContaining([
        { reason: [{ exists: true }], touchpoint: ['website'] },
        { reason: [{ exists: true }] },
        { reason: [{ exists: true }] },
      ]),
    );
    for (const { Properties } of subscriptions)
      expect(JSON.stringify(Properties['RedrivePolicy'])).toContain('DeadLettersWork');
  });

  test('puts aside what it could not deliver', () => {
    const configs = stack.ofType('AWS::Lambda::EventInvokeConfig').filter(({ id }) => id.startsWith('Channel'));
    expect(configs).toHaveLength(3);
    for (const { Properties } of configs) {
      expect(Properties).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 21_600 });
      expect(JSON.stringify(Properties['DestinationConfig'])).toContain('DeadLettersWork');
    }
  });
});

test('a stack without channels has none of it', () => {
  const without = anUncheckedTemplate();
  expect(roleNames(without).filter((name) => name.startsWith('Channel'))).toEqual([]);
});

test('cdk-nag and CDK’s own rules find nothing', () => {
  expect(aTemplate(yaml).warnings).toEqual([]);
});
