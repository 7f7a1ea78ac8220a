import type { Incident } from '../../shared/model/incident.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

/** Sent on Monday at noon in Kyiv, about a check that ran on Friday for the last time, never, or tomorrow. */
const aSilence = (cause: 'not-measured' | 'never-measured' | 'clock-ahead', measuredAt: string | null) =>
  aNotification({
    createdAt: '2026-11-23T10:00:00.000Z',
    notices: [
      aNotice({
        ...{ reason: 'blind', light: 'unknown', subjectAt: measuredAt ?? lastFriday, incident: null, measuredAt },
        blindness: { cause, finding: null },
      }),
    ],
  });
const lastFriday = '2026-11-20T14:00:00.000Z';
const tomorrow = '2026-11-24T14:00:00.000Z';
/** What is sent about a check that does not run. */
export function unmeasured(resolved: Incident): Readonly<Record<string, Notification>> {
  return {
    silent: aSilence('not-measured', lastFriday),
    'never-measured': aSilence('never-measured', null),
    'clock-ahead': aSilence('clock-ahead', tomorrow),
    'last-known': aNotification({
      createdAt: '2026-11-23T14:00:00.000Z',
      notices: [
        aNotice({
          ...{ reason: 'reminder', light: 'unknown', measuredAt: '2026-11-23T10:05:00.000Z' },
        }),
      ],
    }),
    'last-known-escalated': aNotification({
      createdAt: '2026-11-23T14:00:00.000Z',
      notices: [
        aNotice({
          ...{ reason: 'escalated', light: 'unknown', measuredAt: '2026-11-23T10:05:00.000Z' },
          overdue: { minutes: 60, inBusinessHours: true },
        }),
      ],
    }),
    'resolved-long-ago': aNotification({
      createdAt: '2026-11-24T11:06:00.000Z',
      notices: [
        aNotice({
          ...{ reason: 'resolved', light: 'unknown', incident: resolved, measuredAt: '2026-11-23T11:05:00.000Z' },
        }),
      ],
    }),
    'removed-while-silent': aNotification({
      notices: [aNotice({ reason: 'sighted', light: 'unknown', incident: null })],
    }),
  };
}
