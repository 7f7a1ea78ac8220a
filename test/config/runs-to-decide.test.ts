import { expect, test } from 'vitest';
import type { Policy } from '../../shared/model/check.ts';
import { read, smallest } from './reading.ts';

const others = `  - { id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail }
  - { id: phone, kind: phone, source: csv, numbers: ["+380441234567"] }
  - { id: facebook, kind: facebook, page: "1", secret: fb }
  - { id: enquiries, kind: shopper, to: info@coffeelab.example, address: s@probe.example, server: "imap.probe.example:993", smtp: "smtp.probe.example:587", secret: s }
`;

/** How many runs open and end an incident of each check. */
function runsToDecide(form: string, alerts = ''): Record<string, readonly number[]> {
  const text = `${alerts}${smallest}    checks: { form: { mode: submit, arrivesIn: inbox${form} } }\n${others}`;
  const checks = read(text).touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const runs = ({ failuresToOpen, successesToResolve }: Policy): number[] => [failuresToOpen, successesToResolve];
  return Object.fromEntries(checks.map(({ id, policy }) => [id, runs(policy)]));
}

test('what is counted needs no second look; what a page did once does', () => {
  expect(runsToDecide('')).toMatchObject({
    'website/availability': [2, 2],
    'website/form': [2, 2],
    'website/lighthouse': [2, 2],
    'website/form-arrival': [1, 1],
    'inbox/responses': [1, 1],
    'phone/responses': [1, 1],
    'facebook/responses': [1, 1],
    'enquiries/shopper': [1, 1],
  });
});

test('what the file says holds for both', () => {
  expect(runsToDecide(', failuresToOpen: 4', 'alerts: { failuresToOpen: 3 }\n')).toMatchObject({
    'website/availability': [3, 2],
    'website/form-arrival': [4, 1],
    'inbox/responses': [3, 1],
  });
});
