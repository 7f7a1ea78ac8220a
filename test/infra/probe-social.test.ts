import { beforeAll, describe, expect, test } from 'vitest';
import { aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf, policiesOf } from './permissions.ts';

describe('a stack with a survey and orders', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(`
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: nps, kind: survey }
  - { id: shop, kind: orders }
`);
  });

  test('reads what is put below their own prefixes, and writes nothing there', () => {
    const granted = permissionsOf(stack, 'ProbeSocial');
    expect(granted['s3:GetObject']).toEqual(['Evidence/orders/shop/*', 'Evidence/surveys/nps/*']);
    expect(granted['s3:PutObject']).toEqual(['Evidence/evidence/*']);
    expect(granted).not.toHaveProperty('secretsmanager:GetSecretValue');
    const policies = JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole'));
    expect(policies).toContain('"s3:prefix":["surveys/nps/*","orders/shop/*"]');
  });

  test('keeps comments in the partition of the survey, like the words of reviews', () => {
    const actions = Object.keys(permissionsOf(stack, 'ProbeSocial')).filter((each) => each.startsWith('dynamodb:'));
    expect(actions.toSorted()).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    const policies = JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole'));
    expect(policies).toContain('"dynamodb:LeadingKeys":["CHECK#nps/survey","CHECK#shop/orders"]');
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});

describe('a stack that asks Google about real visitors', () => {
  let stack: SynthesizedTemplate;
  beforeAll(() => {
    stack = aTemplate(`
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { field-speed: { secret: crux-key } } }
`);
  });

  test('lets one function read the key, which opens no page', () => {
    const readers = ['ProbeSocial', 'ProbePage', 'ProbeLighthouse', 'ProbeAvailability'].filter(
      (name) => 'secretsmanager:GetSecretValue' in permissionsOf(stack, name),
    );
    expect(readers).toEqual(['ProbeSocial']);
    const granted = permissionsOf(stack, 'ProbeSocial');
    expect(granted['secretsmanager:GetSecretValue']).toEqual([
      'secretsmanager:secret:touchlight/Touchlight/crux-key-??????',
    ]);
    expect(granted).not.toHaveProperty('secretsmanager:PutSecretValue');
    expect(granted['s3:PutObject']).toEqual(['Evidence/evidence/*']);
    expect(granted).not.toHaveProperty('s3:GetObject');
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(stack.warnings).toEqual([]);
  });
});
