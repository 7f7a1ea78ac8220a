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
