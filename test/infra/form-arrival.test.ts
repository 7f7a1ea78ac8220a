import { beforeAll, describe, expect, test } from 'vitest';
import { aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf, policiesOf } from './permissions.ts';

const file = (form: string, mailbox: string): string => `
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { form: ${form} } }
${mailbox}
`;
const inbox =
  '  - { id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: info-mailbox }';

describe('a stack that follows what a form sends', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(file('{ mode: submit, arrivesIn: inbox }', inbox));
  });

  test('reads that form’s list and the mailbox’s secret, and writes neither', () => {
    const granted = permissionsOf(stack, 'ProbeSocial');
    expect(granted['s3:GetObject']).toEqual(['Evidence/submissions/website/form/*']);
    expect(granted['s3:ListBucket']).toEqual(['Evidence']);
    expect(granted['s3:PutObject']).toEqual(['Evidence/evidence/*']);
    expect(granted['secretsmanager:GetSecretValue']).toEqual([
      'secretsmanager:secret:touchlight/Touchlight/info-mailbox-??????',
    ]);
    expect(granted).not.toHaveProperty('secretsmanager:PutSecretValue');
  });

  test('lists that form’s runs only, and keeps what it has seen beside the mailbox’s conversations', () => {
    const policies = JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole'));
    expect(policies).toContain('{"StringLike":{"s3:prefix":["submissions/website/form/*"]}}');
    expect(policies).toContain('"dynamodb:LeadingKeys":["CHECK#website/form-arrival","CHECK#inbox/responses"]');
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});

describe('a stack with a mailbox', () => {
  test('knows test messages of forms wherever they are said to arrive', () => {
    const granted = permissionsOf(aTemplate(file('{ mode: submit }', inbox)), 'ProbeSocial');
    expect(granted['s3:GetObject']).toEqual(['Evidence/submissions/website/form/*']);
  });

  test('reads no list where forms are rehearsed', () => {
    expect(permissionsOf(aTemplate(file('{}', inbox)), 'ProbeSocial')).not.toHaveProperty('s3:GetObject');
  });
});
