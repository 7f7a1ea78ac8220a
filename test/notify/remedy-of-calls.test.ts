import { expect, test } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { aNotification } from '../support/a-notification.ts';

const wait = {
  ...{ link: 'Phone', waitedMinutes: 90, dueAt: '2026-11-23T08:00:00.000Z', others: 0, timeZone: 'Europe/Kyiv' },
};

/** An alert about one customer who waits too long. */
function alertOf(of: { readonly calledAt?: string; readonly mail?: true; readonly link?: string }): string {
  const notification = aNotification();
  const notices = notification.notices.map((notice) => ({
    ...notice,
    checkId: 'phone/responses',
    incident: notice.incident && {
      ...notice.incident,
      checkId: 'phone/responses',
      finding: {
        ...{
          kind: 'measurement' as const,
          id: 'overdue',
          value: 1,
          bound: 0,
          side: 'at-most' as const,
          unit: 'count' as const,
        },
        because: sayResponses('responses/overdue', { ...wait, ...of }),
      },
    },
  }));
  return renderNotification({ ...notification, notices }, { language: 'en', timeZone: 'Europe/Kyiv' }).text;
}

test('a missed call is to be called back, and anything else to be answered', () => {
  expect(alertOf({ calledAt: '2026-11-23T07:00:00.000Z' })).toContain(
    'What to do: Call back the waiting customers now',
  );
  expect(alertOf({})).toContain('What to do: Reply to the waiting customers now');
});

test('a mail is named as one, with its folder and subject', () => {
  expect(alertOf({ mail: true, link: 'INBOX: “Order 4711”' })).toContain(
    'No answer for 1 h 30 min of business time to the mail in INBOX: “Order 4711”',
  );
});
