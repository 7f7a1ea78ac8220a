import { expect, test } from 'vitest';
import { anUncheckedTemplate, onlyAvailability } from './a-template.ts';
import { permissionsOf } from './permissions.ts';

test('where no visit comes out of a queue, notify has no dead visits to count', () => {
  const counted = permissionsOf(anUncheckedTemplate(onlyAvailability), 'Notify')['sqs:GetQueueAttributes'];
  expect([...new Set(counted)]).toEqual(['DeadLettersWork']);
});
