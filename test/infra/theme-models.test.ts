import { describe, expect, test } from 'vitest';
import { aTemplate } from './a-template.ts';
import { permissionsOf, policiesOf, roleNames } from './permissions.ts';

const price = 'pricePerMillion: { input: 0.06, output: 0.24 }';

function stackWith(themes: string) {
  return aTemplate(`
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token }
${themes}
`);
}
const policiesIn = (stack: ReturnType<typeof stackWith>): string =>
  JSON.stringify(policiesOf(stack, 'ProbeSocialStepRole').map(({ Properties }) => Properties));

describe('a stack that asks a model for themes', () => {
  const own = () => stackWith(`themes: { model: "bedrock/amazon.nova-lite-v1:0", region: eu-north-1, ${price} }`);

  test('lets the social probe ask this model in this region, and nobody else any', () => {
    const stack = own();
    const asking = roleNames(stack).filter((name) => 'bedrock:InvokeModel' in permissionsOf(stack, name));
    expect(asking).toEqual(['ProbeSocial']);
    expect(permissionsOf(stack, 'ProbeSocial')['bedrock:InvokeModel']).toEqual([
      'bedrock:foundation-model/amazon.nova-lite-v1:0',
    ]);
    expect(policiesIn(stack)).toContain('":bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0"');
  });

  test('lets it keep account of the cost, in that partition only', () => {
    const stack = own();
    expect(permissionsOf(stack, 'ProbeSocial')['dynamodb:UpdateItem']).toEqual(['Table']);
    expect(policiesIn(stack)).toMatch(
      /"dynamodb:UpdateItem".*?"dynamodb:LeadingKeys":\["MODEL"\]|"dynamodb:LeadingKeys":\["MODEL"\].*?"dynamodb:UpdateItem"/,
    );
  });

  test('lets an inference profile be used, and the model behind it by that profile only', () => {
    const stack = stackWith(`themes: { model: "bedrock/eu.amazon.nova-lite-v1:0", region: eu-central-1, ${price} }`);
    expect(permissionsOf(stack, 'ProbeSocial')['bedrock:InvokeModel']).toEqual([
      expect.stringMatching(/^bedrock:foundation-model\/amazon\.nova-lite-v1:0|arn:.*bedrock:\*::foundation-model/),
      expect.stringContaining('inference-profile/eu.amazon.nova-lite-v1:0'),
    ]);
    expect(policiesIn(stack)).toContain('"bedrock:InferenceProfileArn"');
    expect(stack.warnings).toEqual([]);
  });

  test('has nothing to complain about for cdk-nag', () => {
    expect(own().warnings).toEqual([]);
  });
});

test('a stack without a model may ask none', () => {
  const stack = stackWith('');
  const granted = permissionsOf(stack, 'ProbeSocial');
  expect(granted).not.toHaveProperty('bedrock:InvokeModel');
  expect(granted).not.toHaveProperty('dynamodb:UpdateItem');
});
