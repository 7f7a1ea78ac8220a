import { beforeAll, describe, expect, test } from 'vitest';
import { anUncheckedTemplate, aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf, policiesOf, roleNames } from './permissions.ts';

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

const price = 'pricePerMillion: { input: 0.06, output: 0.24 }';

const fileWith = (themes: string): string => `
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token }
${themes}
`;
const stackWith = (themes: string) => anUncheckedTemplate(fileWith(themes));
const policiesIn = (stack: ReturnType<typeof stackWith>): string =>
  JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole').map(({ Properties }) => Properties));

describe('a stack that asks a model for themes', () => {
  const own = () => stackWith(`themes: { model: "bedrock/amazon.nova-lite-v1:0", region: eu-north-1, ${price} }`);

  test('lets the social probe ask this model in this region, and nobody else any', () => {
    const stack = own();
    const asking = roleNames(stack).filter((name) => 'bedrock:InvokeModel' in permissionsOf(stack, name));
    expect(asking).toEqual(['ProbeSocial']);
    expect(permissionsOf(stack, 'ProbeSocial')['bedrock:InvokeModel']).toEqual([
      'arn:Partition:bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0',
    ]);
  });

  test('lets it keep account of the cost, in that partition only', () => {
    const stack = own();
    expect(permissionsOf(stack, 'ProbeSocial')['dynamodb:UpdateItem']).toEqual(['Table']);
    expect(policiesIn(stack)).toMatch(
      /"dynamodb:UpdateItem".*?"dynamodb:LeadingKeys":\["MODEL"\]|"dynamodb:LeadingKeys":\["MODEL"\].*?"dynamodb:UpdateItem"/,
    );
  });

  test('lets an inference profile be used, and the model behind it by that profile only', () => {
    // Checked by cdk-nag, too.
    const stack = aTemplate(
      fileWith(`themes: { model: "bedrock/eu.amazon.nova-lite-v1:0", region: eu-central-1, ${price} }`),
    );
    expect(permissionsOf(stack, 'ProbeSocial')['bedrock:InvokeModel']).toEqual([
      'arn:Partition:bedrock:*::foundation-model/amazon.nova-lite-v1:0',
      'arn:Partition:bedrock:eu-central-1:AccountId:inference-profile/eu.amazon.nova-lite-v1:0',
    ]);
    const [behind] = policiesIn(stack).match(/\{"Action":"bedrock:InvokeModel","Condition".*?foundation-model/) ?? [];
    expect(behind).toContain('"StringEquals":{"bedrock:InferenceProfileArn"');
    expect(stack.warnings).toEqual([]);
  });
});

test('a stack without a model may ask none', () => {
  const stack = stackWith('');
  const granted = permissionsOf(stack, 'ProbeSocial');
  expect(granted).not.toHaveProperty('bedrock:InvokeModel');
  expect(granted).not.toHaveProperty('dynamodb:UpdateItem');
});
