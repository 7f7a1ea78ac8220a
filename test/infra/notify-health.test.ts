import { expect, test } from 'vitest';
import { anUncheckedTemplate } from './a-template.ts';
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

test('where no visit comes out of a queue, notify has no dead visits to count', () => {
  const counted = permissionsOf(anUncheckedTemplate(onlyRequests), 'Notify')['sqs:GetQueueAttributes'];
  expect([...new Set(counted)]).toEqual(['DeadLettersWork']);
});
