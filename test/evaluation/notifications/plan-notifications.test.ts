import { describe, expect, it } from 'vitest';
import { historySince } from '../../../shared/evaluation/notifications/plan-notifications.ts';
import { quoted } from '../../../shared/model/finding.ts';
import { notificationSchema } from '../../../shared/model/notification.ts';
import { aCheck } from '../../support/a-check.ts';
import { aSent, checkId, now, openedAt, plan, redPage } from '../../support/a-plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';
import { aCause } from '../../support/said.ts';

describe('a notification', () => {
  it('is a valid one, about its touchpoint, made now', () => {
    const { notification } = plan({ statuses: [redPage] });
    expect(notificationSchema.parse(notification)).toEqual({
      touchpointId: 'website',
      light: 'red',
      reason: 'opened',
      createdAt: now,
      notices: [
        {
          checkId,
          reason: 'opened',
          light: 'red',
          subjectAt: openedAt,
          n: 1,
          incident: redPage.incident,
        },
      ],
    });
  });

  it('is none when there is nothing to say, and every check says why', () => {
    const { notification, decisions } = plan({
      statuses: [redPage, aStatus({ checkId: 'website/form' })],
      sent: [aSent()],
    });
    expect(notification).toBeNull();
    expect(decisions).toEqual([
      { checkId, reason: 'already-sent', notice: null },
      { checkId, reason: 'measured', notice: null },
      { checkId: 'website/form', reason: 'no-incident', notice: null },
      { checkId: 'website/form', reason: 'measured', notice: null },
    ]);
  });

  it('says of an end what it was, and from when to when', () => {
    const incident = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T11:30:00.000Z' });
    const { notification } = plan({ statuses: [aStatus({ incident })], sent: [aSent()] });
    expect(notification).toMatchObject({ reason: 'resolved', light: 'green' });
    expect(notification?.notices[0]?.incident).toEqual(incident);
  });

  it('counts reminders', () => {
    const ofAnother = aSent({
      reason: 'reminder',
      subjectAt: '2026-11-01T09:05:00.000Z',
      sentAt: '2026-11-02T09:05:00.000Z',
    });
    const sent = [ofAnother, aSent(), aSent({ reason: 'reminder', n: 1, sentAt: '2026-11-24T09:06:00.000Z' })];
    const statuses = [{ ...redPage, lastRunAt: '2026-11-25T09:00:00.000Z' }];
    const { notification } = plan({ statuses, sent, now: '2026-11-25T09:06:00.000Z' });
    expect(notification?.notices[0]).toMatchObject({ reason: 'reminder', n: 2 });
  });

  it('counts the time between reminders from the last one, in whatever order the log is read', () => {
    const sent = [aSent({ reason: 'reminder', sentAt: '2026-11-24T09:06:00.000Z' }), aSent()];
    const statuses = [{ ...redPage, lastRunAt: '2026-11-24T09:30:00.000Z' }];
    expect(plan({ statuses, sent, now: '2026-11-24T10:00:00.000Z' }).notification).toBeNull();
  });

  it('reminds again when it got worse a second time after the acknowledgement', () => {
    const sent = [
      aSent({ light: 'yellow' }),
      aSent({ reason: 'worsened', sentAt: '2026-11-23T10:00:00.000Z' }),
      aSent({ reason: 'reminder', light: 'yellow', sentAt: '2026-11-24T10:00:00.000Z' }),
      aSent({ reason: 'worsened', n: 2, sentAt: '2026-11-24T12:00:00.000Z' }),
    ];
    const noticed = (acknowledgedAt: string) =>
      plan({
        ...{ statuses: [redPage], sent, now: '2026-11-25T12:00:00.000Z' },
        acknowledgements: [{ checkId, subjectAt: openedAt, acknowledgedAt }],
      }).decisions[0]?.reason;
    expect(noticed('2026-11-23T11:00:00.000Z')).toBe('reminder');
    expect(noticed('2026-11-24T13:00:00.000Z')).toBe('acknowledged');
  });

  it('about measurability is not about an incident, whatever the check had before', () => {
    const unmeasurable = aStatus({
      light: 'unknown',
      unknownSince: '2026-11-23T05:00:00.000Z',
      lastFinding: aCause('A bot wall stood before it.', 'bot-wall'),
      lastCause: 'bot-wall',
      incident: anIncident({ state: 'resolved', resolvedAt: '2026-11-23T04:00:00.000Z' }),
    });
    expect(plan({ statuses: [unmeasurable] }).notification?.notices).toEqual([
      {
        checkId,
        reason: 'blind',
        light: 'unknown',
        subjectAt: '2026-11-23T05:00:00.000Z',
        n: 1,
        incident: null,
        blindness: { cause: 'bot-wall', finding: aCause('A bot wall stood before it.', 'bot-wall') },
      },
    ]);
  });

  it('about being measurable again refers to the alert that was sent; a short grey spell since is none', () => {
    const unmeasurable = { reason: 'blind', light: 'unknown', subjectAt: '2026-11-23T05:00:00.000Z' } as const;
    const sent = [aSent(unmeasurable)];
    expect(plan({ statuses: [aStatus()], sent }).notification?.notices).toMatchObject([
      { reason: 'sighted', light: 'green', subjectAt: unmeasurable.subjectAt },
    ]);
    const greyAgain = aStatus({ light: 'unknown', unknownSince: '2026-11-23T09:00:00.000Z' });
    expect(plan({ statuses: [greyAgain], sent }).decisions[1]).toMatchObject({ reason: 'briefly-grey', notice: null });
  });

  it('says nothing of a check of another touchpoint', () => {
    expect(plan({ touchpointId: 'facebook', statuses: [redPage] }).notification).toBeNull();
  });
});

describe('maintenance', () => {
  const window = { touchpointId: 'website', from: '2026-11-23T09:30:00.000Z', to: '2026-11-23T10:30:00.000Z', why: '' };
  const reasonAt = (at: string, maintenance = window) =>
    plan({ statuses: [redPage], maintenance: [maintenance], now: at }).decisions[0]?.reason;

  it('holds from its first moment on and up to its last', () => {
    expect(reasonAt('2026-11-23T09:29:59.999Z')).toBe('opened');
    expect(reasonAt(window.from)).toBe('maintenance');
    expect(reasonAt('2026-11-23T10:29:59.999Z')).toBe('maintenance');
    expect(reasonAt(window.to)).toBe('opened');
  });

  it('of another touchpoint silences nobody here', () => {
    expect(reasonAt(now, { ...window, touchpointId: 'shop' })).toBe('opened');
  });
});

describe('customers who wait', () => {
  const checks = [aCheck({ id: 'website/responses' })];
  const waiting = anIncident({
    ...{ checkId: 'website/responses', light: 'yellow', worstLight: 'yellow' },
    finding: {
      ...{ kind: 'measurement', id: 'oldestWaitingMinutes', value: 200, bound: 180, side: 'at-most', unit: 'minutes' },
    },
  });
  const yellow = aStatus({
    checkId: 'website/responses',
    light: 'yellow',
    badStreak: 2,
    goodStreak: 0,
    incident: waiting,
  });
  const nudges = [
    { at: '2026-11-23T09:30:00.000Z', says: quoted('Answer by 13:00: https://a.example/1') },
    { at: '2026-11-23T09:40:00.000Z', says: quoted('Answer by 13:10: https://a.example/2') },
  ];
  const firstSent = aSent({
    checkId: 'website/responses',
    reason: 'nudge',
    subjectAt: nudges[0]?.at ?? '',
    light: 'yellow',
  });

  const opened = { ...firstSent, reason: 'opened', subjectAt: nudges[1]?.at ?? '' } as const;

  it('are sent one by one, each once, and not again as the yellow incident that they are', () => {
    const { notification, decisions } = plan({ checks, statuses: [{ ...yellow, nudges }], sent: [firstSent, opened] });
    expect(notification?.notices).toMatchObject([{ reason: 'nudge', n: 1, says: nudges[1]?.says }]);
    expect(decisions.map(({ reason }) => reason)).toEqual(['nudged', 'measured', 'already-sent', 'nudge']);
  });

  it('longer than promised are red, and sent as that', () => {
    const red = { ...yellow, light: 'red', incident: { ...waiting, light: 'red', worstLight: 'red' } } as const;
    expect(plan({ checks, statuses: [red] }).notification).toMatchObject({ reason: 'opened', light: 'red' });
  });
});

describe('the order of a message', () => {
  it('has what is new before what is only reminded of, at the same light', () => {
    const old = anIncident({ checkId: 'website/form', openedAt: '2026-11-20T09:05:00.000Z' });
    const form = aStatus({ checkId: 'website/form', light: 'red', badStreak: 9, goodStreak: 0, incident: old });
    const sent = [
      aSent({ checkId: 'website/form', subjectAt: old.openedAt ?? '', sentAt: '2026-11-20T09:06:00.000Z' }),
    ];
    const { notification } = plan({ statuses: [form, redPage], sent });
    expect(notification?.notices.map(({ reason }) => reason)).toEqual(['opened', 'reminder']);
    expect(notification?.reason).toBe('opened');
    const yellow = { ...old, light: 'yellow', openedAt } as const;
    const both = plan({ statuses: [aStatus({ ...form, light: 'yellow', incident: yellow }), redPage] }).notification;
    expect(both).toMatchObject({ light: 'red', notices: [{ light: 'red' }, { light: 'yellow' }] });
  });
});

describe('a business without hours', () => {
  it('hears of yellow at any hour, for it would never hear of it else', () => {
    const never = { ...weekdaysNineToSix, shifts: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    const yellow = anIncident({ light: 'yellow', worstLight: 'yellow' });
    const lastRunAt = '2026-11-23T22:30:00.000Z';
    const status = aStatus({ light: 'yellow', badStreak: 2, goodStreak: 0, incident: yellow, lastRunAt });
    const { notification } = plan({ statuses: [status], calendar: never, now: '2026-11-23T23:00:00.000Z' });
    expect(notification).toMatchObject({ reason: 'opened', light: 'yellow' });
  });
});

describe('what the caller must load', () => {
  it('thirty days of history, or more for what has lasted longer', () => {
    expect(historySince([aStatus()], now)).toBe('2026-10-24T10:00:00.000Z');
    const old = aStatus({ incident: anIncident({ openedAt: '2026-01-01T00:00:00.000Z' }) });
    expect(historySince([aStatus(), old], now)).toBe('2026-01-01T00:00:00.000Z');
    // An alert about flapping or a check that cannot be measured is filed under its beginning, and must be found, so that it is sent only once.
    expect(historySince([aStatus({ unknownSince: '2026-01-02T00:00:00.000Z' })], now)).toBe('2026-01-02T00:00:00.000Z');
    expect(historySince([aStatus({ flappingSince: '2026-01-03T00:00:00.000Z' })], now)).toBe(
      '2026-01-03T00:00:00.000Z',
    );
  });
});

describe('a history that is ahead of the status', () => {
  it('sends nothing before the status itself has moved, so that a repeated run sends it once', () => {
    const resolved = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T09:50:00.000Z' });
    expect(plan({ statuses: [redPage], incidents: [resolved], sent: [aSent()] }).notification).toBeNull();
    expect(plan({ statuses: [aStatus()], incidents: [anIncident()] }).notification).toBeNull();
    expect(plan({ statuses: [aStatus()], incidents: [anIncident()], sent: [aSent()] }).notification).toBeNull();
  });
});

describe('an end that was not sent yet', () => {
  it('is not sent for a check because an alert about another one that broke in the same minute was sent', () => {
    const past = anIncident({ checkId: 'website/form', state: 'resolved', resolvedAt: '2026-11-23T09:50:00.000Z' });
    const form = aStatus({ checkId: 'website/form' });
    expect(plan({ statuses: [redPage, form], incidents: [past], sent: [aSent()] }).notification).toBeNull();
  });
});
