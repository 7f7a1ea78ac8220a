import { beforeAll, describe, expect, test } from 'vitest';
import { aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf, policiesOf } from './permissions.ts';

const file = `
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: enquiries
    kind: shopper
    to: hello@coffeelab.example
    address: shopper@probe.example
    server: "imap.probe.example:993"
    smtp: "smtp.probe.example:587"
    secret: shopper-mailbox
    smtpSecret: shopper-smtp
`;

describe('a stack with a mystery shopper', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(file);
  });

  test('reads the secrets with which it reads and sends, and changes none', () => {
    const granted = permissionsOf(stack, 'ProbeSocial');
    expect(granted['secretsmanager:GetSecretValue']).toEqual([
      'secretsmanager:secret:touchlight/Touchlight/shopper-mailbox-??????',
      'secretsmanager:secret:touchlight/Touchlight/shopper-smtp-??????',
    ]);
    expect(granted).not.toHaveProperty('secretsmanager:PutSecretValue');
    expect(Object.keys(granted).filter((action) => action.startsWith('ses:'))).toEqual([]);
  });

  test('writes its enquiries down beside the results of its own check only', () => {
    const policies = JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole'));
    expect(policies).toContain('"dynamodb:LeadingKeys":["CHECK#enquiries/shopper"]');
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});

describe('a stack with a shopper that asks through a form, and whose mail SES receives', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(`
business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound }
`);
  });

  test('has the probe with the browser send it, and reads what that has written down', () => {
    const social = permissionsOf(stack, 'ProbeSocial');
    const page = permissionsOf(stack, 'ProbePage');
    const list = 'Evidence/submissions/enquiries/form/*';
    expect(social['s3:GetObject']).toEqual(expect.arrayContaining([list, 'Evidence/inbox/enquiries/*']));
    expect(social['s3:PutObject']).toEqual(['Evidence/evidence/*']);
    expect(page['s3:PutObject']).toContain(list);
    const queues = JSON.stringify(social['sqs:SendMessage']);
    expect(queues).toMatch(/ProbePage\w*Visits/);
    expect(JSON.stringify(page['sqs:SendMessage'])).not.toMatch(/Visits/);
    expect(social).not.toHaveProperty('secretsmanager:GetSecretValue');
  });

  test('receives mail at an address of its own, also with what stands behind a plus', () => {
    const [rule] = stack.ofType('AWS::SES::ReceiptRule');
    expect(rule?.Properties['Rule']).toMatchObject({
      Recipients: ['enquiries@inbox.coffeelab.example'],
      Actions: [{ S3Action: { ObjectKeyPrefix: 'inbox/enquiries/' } }],
    });
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});

describe('a stack that asks a question in a live chat', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(`
business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { live-chat: { chat: tawk, ask: weekly } } }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound }
`);
  });

  test('has the probe with the browser ask it, which writes it down under a name of its own', () => {
    const social = permissionsOf(stack, 'ProbeSocial');
    const page = permissionsOf(stack, 'ProbePage');
    const list = 'Evidence/submissions/website/chat-question/*';
    expect(social['s3:GetObject']).toContain(list);
    expect(page['s3:PutObject']).toContain(list);
    expect(JSON.stringify(social['sqs:SendMessage'])).toMatch(/ProbePage\w*Visits/);
  });

  test('sees announced maintenance of the site and of the shopper, and may change none', () => {
    const statements = policiesOf(stack, 'ProbeSocialStepRole');
    const text = JSON.stringify(statements);
    expect(text).toContain('"dynamodb:LeadingKeys":["TOUCHPOINT#website","TOUCHPOINT#enquiries"]');
    const quiet = /\{"Action":"dynamodb:Query","Condition":\{[^{]*\{"dynamodb:LeadingKeys":\["TOUCHPOINT#website"/;
    expect(text).toMatch(quiet);
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});
