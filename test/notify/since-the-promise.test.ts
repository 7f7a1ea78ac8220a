import { expect, test } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { anIncident } from '../support/a-status.ts';

const incident = anIncident({
  ...{ touchpointId: 'mailbox', checkId: 'mailbox/responses' },
  ...{ suspectedAt: '2026-11-23T09:10:00.000Z', openedAt: '2026-11-23T09:10:00.000Z' },
  finding: {
    ...{ kind: 'measurement', id: 'overdue', value: 1, bound: 0, side: 'at-most', unit: 'count' },
    because: sayResponses('responses/overdue', {
      ...{ link: 'INBOX: “Wholesale”', mail: true, waitedMinutes: 250, dueAt: '2026-11-23T09:00:00.000Z' },
      ...{ others: 0, timeZone: 'Europe/Kyiv' },
    }),
  },
});

test('a promise is broken since it ended, and not since a poll has seen that', () => {
  const notice = {
    checkId: incident.checkId,
    reason: 'opened',
    light: 'red',
    subjectAt: '2026-11-23T09:10:00.000Z',
  } as const;
  const { subject, text } = renderNotification(
    {
      ...{ touchpointId: 'mailbox', light: 'red', reason: 'opened', createdAt: '2026-11-23T09:11:00.000Z' },
      notices: [{ ...notice, n: 1, incident }],
    },
    { language: 'en', timeZone: 'Europe/Kyiv' },
  );
  expect(subject).toBe('RED mailbox: no answer for 4 h 10 min of business time, due today at 11:00 (since 11:00)');
  expect(text).toContain(
    'No answer for 4 h 10 min of business time to the mail in INBOX: “Wholesale”, due today at 11:00.',
  );
  expect(text).toContain('Since: Monday, 23 November 2026 at 11:00 (Europe/Kyiv)');
});
