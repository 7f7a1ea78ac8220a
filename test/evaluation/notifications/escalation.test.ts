import { describe, expect, it } from 'vitest';
import { notificationSchema, type Sent } from '../../../shared/model/notification.ts';
import type { WatchedTouchpoint } from '../../../shared/model/watched-touchpoint.ts';
import { aCheck } from '../../support/a-check.ts';
import { aSent, checkId, openedAt, plan, redPage } from '../../support/a-plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const red = { minutes: 30, inBusinessHours: false };
const checks = [aCheck({ policy: { acknowledge: { red } } })];
/** The alert was sent at 09:06. */
const due = '2026-11-23T09:36:00.000Z';

function reasonsAt(now: string, sent: readonly Sent[] = [aSent()], acknowledged: readonly object[] = []): string[] {
  const acknowledgements = acknowledged.map((one) => ({
    ...{ checkId, subjectAt: openedAt, acknowledgedAt: '2026-11-23T09:10:00.000Z' },
    ...one,
  }));
  const { notification } = plan({ statuses: [{ ...redPage, lastRunAt: now }], checks, sent, acknowledgements, now });
  return notification?.notices.map(({ reason, n }) => `${reason} ${n}`) ?? [];
}

const escalated = aSent({ reason: 'escalated', sentAt: '2026-11-23T09:45:00.000Z' });

describe('an incident that nobody acknowledges', () => {
  it('is escalated when its time is over, and says which time that was', () => {
    expect(reasonsAt('2026-11-23T09:35:59.000Z')).toEqual([]);
    const { notification } = plan({ statuses: [redPage], checks, sent: [aSent()], now: due });
    expect(notificationSchema.parse(notification)).toEqual({
      ...{ touchpointId: 'website', light: 'red', reason: 'escalated', createdAt: due },
      notices: [
        {
          ...{ checkId, reason: 'escalated', light: 'red', subjectAt: openedAt, n: 1 },
          incident: redPage.incident,
          overdue: red,
        },
      ],
    });
  });

  it('is escalated once', () => {
    expect(reasonsAt('2026-11-23T11:00:00.000Z', [aSent(), escalated])).toEqual([]);
  });

  it('is not escalated once it is acknowledged, and is again when that is withdrawn', () => {
    expect(reasonsAt(due, [aSent()], [{}])).toEqual([]);
    const withdrawn = { withdrawnAt: '2026-11-23T10:00:00.000Z' };
    expect(reasonsAt('2026-11-23T10:29:00.000Z', [aSent()], [withdrawn])).toEqual([]);
    expect(reasonsAt('2026-11-23T10:30:00.000Z', [aSent()], [withdrawn])).toEqual(['escalated 1']);
    expect(reasonsAt('2026-11-23T10:30:00.000Z', [aSent(), escalated], [withdrawn])).toEqual(['escalated 2']);
  });

  it('is not helped by the acknowledgement of another incident', () => {
    expect(reasonsAt(due, [aSent()], [{ subjectAt: '2026-11-22T09:05:00.000Z' }])).toEqual(['escalated 1']);
    expect(reasonsAt(due, [aSent()], [{ checkId: 'website/form' }])).toEqual(['escalated 1']);
  });

  it('is not escalated before an alert was sent about it', () => {
    expect(reasonsAt('2026-11-23T12:00:00.000Z', [])).toEqual(['opened 1']);
  });

  it('is escalated before it is reminded of', () => {
    expect(reasonsAt('2026-11-24T09:06:00.000Z')).toEqual(['escalated 1']);
    expect(reasonsAt('2026-11-24T09:46:00.000Z', [aSent(), escalated])).toEqual(['reminder 1']);
  });

  it('is escalated rather than forgotten where its alert is dated in the future', () => {
    const sent = [aSent({ sentAt: '2027-11-23T09:06:00.000Z' })];
    expect(reasonsAt(due, sent)).toEqual(['escalated 1']);
    const again = { ...escalated, sentAt: due, clockTurn: 1 };
    expect(reasonsAt('2026-11-23T10:30:00.000Z', [...sent, again])).toEqual([]);
  });

  it('stays quiet while it is yellow and only red was promised', () => {
    const incident = anIncident({ light: 'yellow', worstLight: 'yellow' });
    const now = '2026-11-23T14:00:00.000Z';
    const statuses = [{ ...redPage, light: 'yellow' as const, incident, lastRunAt: now }];
    const { notification } = plan({ statuses, checks, sent: [aSent({ light: 'yellow' })], now });
    expect(notification).toBeNull();
  });

  it('has the whole time once more after a pause, but not after a change of cadence', () => {
    const watched = { since: openedAt, cadence: '15m', cadenceSince: '2026-11-23T10:00:00.000Z' };
    const entry = { touchpointId: 'website', checks: { [checkId]: watched }, openSince: openedAt };
    const reasonAt = (now: string, watch: WatchedTouchpoint) =>
      plan({ statuses: [{ ...redPage, lastRunAt: now }], checks, sent: [aSent()], watch, now }).notification?.reason;
    const paused = { ...entry, pausedUntil: '2026-11-23T10:00:00.000Z' };
    expect(reasonAt('2026-11-23T10:29:00.000Z', paused)).toBeUndefined();
    expect(reasonAt('2026-11-23T10:30:00.000Z', paused)).toBe('escalated');
    expect(reasonAt('2026-11-23T10:05:00.000Z', entry)).toBe('escalated');
  });

  it('counts all hours as business time where the business has none', () => {
    const shifts = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const inHours = [aCheck({ policy: { acknowledge: { red: { ...red, inBusinessHours: true } } } })];
    const calendar = { ...weekdaysNineToSix, shifts };
    const { notification } = plan({ statuses: [redPage], checks: inHours, sent: [aSent()], calendar, now: due });
    expect(notification?.reason).toBe('escalated');
  });
});

describe('the end of an incident', () => {
  const resolved = aStatus({
    incident: anIncident({ state: 'resolved', resolvedAt: '2026-11-23T11:30:00.000Z' }),
    lastRunAt: '2026-11-23T11:30:00.000Z',
  });
  const ended = (sent: readonly Sent[]) =>
    plan({ statuses: [resolved], checks, sent, now: '2026-11-23T11:31:00.000Z' }).notification?.notices[0];

  it('says when it was escalated, so that it reaches those who heard of it then', () => {
    expect(ended([aSent(), escalated])).toMatchObject({ reason: 'resolved', escalatedAt: escalated.sentAt });
  });

  it('says nothing of that where it never was, or where its readers know of the end already', () => {
    expect(ended([aSent()])).not.toHaveProperty('escalatedAt');
    const closed = aSent({ reason: 'resolved', light: 'unknown', sentAt: '2026-11-23T10:00:00.000Z' });
    const reopened = aSent({ n: 2, sentAt: '2026-11-23T10:30:00.000Z' });
    expect(ended([aSent(), escalated, closed, reopened])).not.toHaveProperty('escalatedAt');
  });

  it('says so too when the check is removed', () => {
    const { notification } = plan({ statuses: [redPage], checks: [], sent: [aSent(), escalated] });
    expect(notification?.notices[0]).toMatchObject({
      ...{ reason: 'resolved', light: 'unknown', escalatedAt: escalated.sentAt },
    });
  });
});
