import { expect, it } from 'vitest';
import { anUncheckedTemplate, everything, onlyAvailability } from './a-template.ts';

it('a scorecard that lands wakes dispatch, through one rule that no other file matches', () => {
  const { ofType } = anUncheckedTemplate(everything);
  const [bucket] = ofType('AWS::S3::Bucket');
  expect(bucket?.Properties['NotificationConfiguration']).toEqual({
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  const rules = ofType('AWS::Events::Rule');
  expect(rules.map(({ Properties }) => Properties['EventPattern'])).toEqual([
    {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [{ Ref: bucket?.id }] }, object: { key: [{ prefix: 'scorecards/' }] } },
    },
  ]);
  expect(rules[0]?.Properties['Targets']).toMatchObject([
    { InputTransformer: { InputPathsMap: { 'detail-object-key': '$.detail.object.key' } } },
  ]);
});

it('only that rule may invoke dispatch', () => {
  const { ofType } = anUncheckedTemplate(everything);
  const [rule] = ofType('AWS::Events::Rule');
  const invoking = ofType('AWS::Lambda::Permission').filter(
    ({ Properties }) => Properties['Principal'] === 'events.amazonaws.com',
  );
  expect(invoking.map(({ Properties }) => [Properties['Action'], Properties['SourceArn']])).toEqual([
    ['lambda:InvokeFunction', { 'Fn::GetAtt': [rule?.id, 'Arn'] }],
  ]);
});

it('what reads files has the memory for a hundred thousand rows, and nothing else has more than before', () => {
  const memoryOf = (yaml: string, step: string) =>
    anUncheckedTemplate(yaml)
      .ofType('AWS::Lambda::Function')
      .find(({ Properties }) => Properties['FunctionName'] === `Touchlight-${step}`)?.Properties['MemorySize'];
  expect(memoryOf(everything, 'probe-social')).toBe(512);
  expect(memoryOf(everything, 'dispatch')).toBe(256);
  const pages = `business: A\ntimeZone: UTC\ntouchpoints: [{ id: x, kind: x, page: "2", secret: x-grant }]\n`;
  expect(memoryOf(pages, 'probe-social')).toBe(256);
});

it('a stack in which nobody assesses anything has no such rule, and its bucket tells nobody', () => {
  const { ofType } = anUncheckedTemplate(onlyAvailability);
  expect(ofType('AWS::Events::Rule')).toEqual([]);
  expect(ofType('AWS::S3::Bucket')[0]?.Properties['NotificationConfiguration']).toBeUndefined();
});
