import { expect, test } from 'vitest';
import { anUncheckedTemplate, aTemplate, type SynthesizedTemplate } from './a-template.ts';
import { permissionsOf } from './permissions.ts';

const onlyRequests = `
business: A
timeZone: UTC
touchpoints:
  - id: website
    kind: website
    url: "https://a.example"
    checks: { page-load: false, contacts: false, form: false, lighthouse: false }
`;

const counted = (stack: SynthesizedTemplate): string[] => [
  ...new Set(permissionsOf(stack, 'Notify')['sqs:GetQueueAttributes']),
];

test('for its weekly look notify may count and list, and read no message', () => {
  const rights = permissionsOf(aTemplate(), 'Notify');
  expect(rights['cloudwatch:GetMetricData']).toEqual(['*']);
  expect(rights['sns:ListSubscriptionsByTopic']).toEqual([
    expect.stringContaining('TopicsAlerts'),
    expect.stringContaining('TopicsOperations'),
  ]);
  expect(counted(aTemplate()).toSorted()).toEqual(['DeadLettersVisits', 'DeadLettersWork']);
  expect(
    Object.keys(rights).filter((action) => /ReceiveMessage|DeleteMessage|PurgeQueue|Subscribe$/.test(action)),
  ).toEqual([]);
});

test('where no visit comes out of a queue there are no dead visits to count', () => {
  expect(counted({ ...anUncheckedTemplate(onlyRequests), warnings: [] })).toEqual(['DeadLettersWork']);
});
