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

it('a stack in which nobody assesses anything has no such rule, and its bucket tells nobody', () => {
  const { ofType } = anUncheckedTemplate(onlyAvailability);
  expect(ofType('AWS::Events::Rule')).toEqual([]);
  expect(ofType('AWS::S3::Bucket')[0]?.Properties['NotificationConfiguration']).toBeUndefined();
});
