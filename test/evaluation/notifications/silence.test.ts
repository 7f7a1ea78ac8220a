import { describe, expect, it } from 'vitest';
import type { Situation } from '../../../shared/evaluation/notifications/plan-notifications.ts';
import { watchTouchpoint } from '../../../shared/evaluation/notifications/watched-touchpoint.ts';
import { quoted } from '../../../shared/model/finding.ts';
import type { Notice, Sent } from '../../../shared/model/notification.ts';
import { notificationSchema } from '../../../shared/model/notification.ts';
import type { WatchedTouchpoint } from '../../../shared/model/watched-touchpoint.ts';
import { aCheck, type CheckOverrides } from '../../support/a-check.ts';
import { aSent, checkId, deadSite, openedAt, plan, redPage } from '../../support/a-plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

/** 25 days after the last run of every status here. */
const late = '2026-12-18T09:00:00.000Z';
const lastRunAt = '2026-11-23T09:00:00.000Z';

function planned(situation: Partial<Situation>, overrides: CheckOverrides = {}) {
  const checks = [aCheck(overrides)];
  const { notification, decisions } = plan({ checks, now: late, ...situation });
  if (notification !== null) expect(notificationSchema.parse(notification)).toEqual(notification);
  return { notices: notification?.notices ?? [], decisions };
}

const about = ({ reason, light, measuredAt }: Notice) => ({ reason, light, measuredAt });
const unmeasurable: Sent = aSent({
  reason: 'blind',
  light: 'unknown',
  subjectAt: lastRunAt,
  sentAt: '2026-11-23T12:15:00.000Z',
});

/** Configured since then, with the cadence that the check has. */
function watchedSince(at: string, overrides: CheckOverrides = {}, known: WatchedTouchpoint | null = null) {
  return watchTouchpoint('website', [aCheck(overrides)], known, at);
}

describe('a check that has gone silent', () => {
  it('is sent once, as blind, with when it was last measured', () => {
    const { notices } = planned({ statuses: [aStatus()] });
    expect(notices).toEqual([
      {
        ...{ checkId, reason: 'blind', light: 'unknown', subjectAt: lastRunAt, n: 1, incident: null },
        measuredAt: lastRunAt,
        blindness: { cause: 'not-measured', finding: null },
      },
    ]);
    expect(planned({ statuses: [aStatus()], sent: [unmeasurable] }).notices).toEqual([]);
  });

  it('is measured again with its next run, and only then', () => {
    const runs = [aStatus({ lastRunAt: '2026-12-18T08:55:00.000Z' })];
    expect(planned({ statuses: runs, sent: [unmeasurable] }).notices.map(about)).toEqual([
      { reason: 'sighted', light: 'green', measuredAt: undefined },
    ]);
    // A longer cadence makes the old light count again; nothing was measured.
    const longer = { everyMinutes: 7 * 1440 };
    expect(
      planned({ statuses: [aStatus()], sent: [unmeasurable], now: '2026-11-24T09:00:00.000Z' }, longer).notices,
    ).toEqual([]);
  });

  it('is not sent while its hours are closed', () => {
    const onlyWithin = weekdaysNineToSix;
    const inHours = { everyMinutes: 240, onlyWithin };
    const statuses = [aStatus({ lastRunAt: '2026-11-27T12:00:00.000Z' })];
    const at = (now: string) => planned({ statuses, now }, inHours).notices.map(({ reason }) => reason);
    expect(at('2026-11-29T12:00:00.000Z')).toEqual([]);
    expect(at('2026-11-30T11:00:00.000Z')).toEqual([]);
    expect(at('2026-11-30T11:01:00.000Z')).toEqual(['blind']);
  });

  it('waits for two intervals when its interval was changed, and is sent once they are over', () => {
    const statuses = [aStatus()];
    const slow = watchedSince('2026-11-01T09:00:00.000Z', { everyMinutes: 7 * 1440 });
    const quick = { everyMinutes: 5 };
    const watch = watchedSince('2026-11-24T09:00:00.000Z', quick, slow);
    const at = (now: string) => planned({ statuses, watch, now }, quick);
    expect(at('2026-11-24T12:00:00.000Z').notices).toEqual([]);
    expect(at('2026-11-24T12:00:00.000Z').decisions.map(({ reason }) => reason)).toContain('newly-configured');
    expect(at('2026-11-24T12:00:00.001Z').notices.map(about)).toEqual([
      { reason: 'blind', light: 'unknown', measuredAt: lastRunAt },
    ]);
  });

  it('mutes nobody, though it found the site dead', () => {
    const page = { ...redPage, lastRunAt: '2026-12-18T08:55:00.000Z' };
    const checks = [aCheck(), aCheck({ id: 'website/availability' })];
    const { notices } = planned({ statuses: [deadSite, page], checks });
    expect(notices.map((notice) => `${notice.checkId} ${notice.reason} ${notice.light}`)).toEqual([
      'website/page-load@mobile opened red',
      'website/availability opened unknown',
      'website/availability blind unknown',
    ]);
  });

  it('leaves an open incident open: it is sent with a grey light, and what was last known', () => {
    const { notices } = planned({ statuses: [redPage] });
    expect(notices.map(about)).toEqual([
      { reason: 'opened', light: 'unknown', measuredAt: lastRunAt },
      { reason: 'blind', light: 'unknown', measuredAt: lastRunAt },
    ]);
    expect(notices[0]).toMatchObject({
      incident: { light: 'red' },
    });
  });

  it('is reminded of in the same way, and a resolution that comes late does not say that it is green today', () => {
    const { notices } = planned({ statuses: [redPage], sent: [aSent(), unmeasurable] });
    expect(notices.map(about)).toEqual([{ reason: 'reminder', light: 'unknown', measuredAt: lastRunAt }]);
    const resolved = anIncident({ state: 'resolved', resolvedAt: lastRunAt });
    const end = planned({ statuses: [aStatus({ incident: resolved })], sent: [aSent(), unmeasurable] });
    expect(end.notices.map(about)).toEqual([{ reason: 'resolved', light: 'unknown', measuredAt: lastRunAt }]);
  });

  it('is not said to be stable again, and its nudges have become too late', () => {
    const nudges = [{ at: '2026-11-23T08:00:00.000Z', says: quoted('Answer Ann K. by 15:00.') }];
    const flapping = aSent({ reason: 'flapping', subjectAt: '2026-11-23T05:00:00.000Z' });
    expect(planned({ statuses: [aStatus({ nudges })], sent: [flapping, unmeasurable] }).notices).toEqual([]);
  });
});

describe('a status that is dated in the future', () => {
  const ahead = aStatus({ lastRunAt: '2026-12-19T09:00:00.000Z' });

  it('is no green light: it is sent once as blind', () => {
    const { notices } = planned({ statuses: [ahead] });
    expect(notices.map(about)).toEqual([{ reason: 'blind', light: 'unknown', measuredAt: ahead.lastRunAt }]);
    expect(notices[0]?.blindness).toEqual({ cause: 'clock-ahead', finding: null });
    const sent = [{ ...unmeasurable, subjectAt: ahead.lastRunAt }];
    expect(planned({ statuses: [ahead], sent }).notices).toEqual([]);
    // The future has come, but still nothing has run.
    expect(planned({ statuses: [ahead], sent, now: '2026-12-19T09:30:00.000Z' }).notices).toEqual([]);
  });
});

describe('a check that was never measured', () => {
  it('is sent once two of its intervals have passed since it was configured', () => {
    const watch = watchedSince(lastRunAt);
    const at = (now: string, sent: readonly Sent[] = []) => planned({ watch, now, sent }).notices;
    expect(at('2026-11-23T12:00:00.000Z')).toEqual([]);
    expect(at('2026-11-23T12:00:00.001Z')).toMatchObject([
      {
        reason: 'blind',
        subjectAt: lastRunAt,
        measuredAt: null,
      },
    ]);
    expect(at(late, [unmeasurable])).toEqual([]);
    const first = aStatus({ lastRunAt: '2026-12-18T08:55:00.000Z' });
    expect(planned({ watch, statuses: [first], sent: [unmeasurable] }).notices.map(about)).toEqual([
      { reason: 'sighted', light: 'green', measuredAt: undefined },
    ]);
  });

  it('concerns no other touchpoint', () => {
    const watch = watchedSince(lastRunAt);
    const checks = [aCheck({ id: 'shop/form' })];
    const both = { ...watch, checks: { 'shop/form': { since: lastRunAt, cadence: '240m', cadenceSince: lastRunAt } } };
    expect(plan({ watch: both, checks, now: late }).decisions).toEqual([]);
  });
});

describe('a check that was removed', () => {
  it('ends whatever was sent about it, once', () => {
    const flapping = aSent({ reason: 'flapping', subjectAt: '2026-11-23T05:00:00.000Z' });
    const closed = planned({ statuses: [aStatus()], sent: [flapping, unmeasurable], checks: [] }).notices;
    expect(closed.map(about)).toEqual([
      { reason: 'resolved', light: 'unknown', measuredAt: undefined },
      { reason: 'sighted', light: 'unknown', measuredAt: undefined },
    ]);
    const sent = [
      flapping,
      unmeasurable,
      ...closed.map(({ subjectAt, reason }) => aSent({ subjectAt, reason, light: 'unknown', sentAt: late })),
    ];
    expect(planned({ statuses: [aStatus()], sent, checks: [] }).notices).toEqual([]);
  });

  it('also when it never had a status', () => {
    expect(planned({ sent: [unmeasurable], checks: [] }).notices).toMatchObject([
      { reason: 'sighted', light: 'unknown' },
    ]);
  });

  it('also the end of an earlier incident of a check that was restless when it was removed', () => {
    const past = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T08:30:00.000Z' });
    const restless = aStatus({ flappingSince: '2026-11-23T08:00:00.000Z', goodStreak: 1 });
    const { notices } = planned({ statuses: [restless], incidents: [past], sent: [aSent()], checks: [] });
    expect(notices).toMatchObject([{ reason: 'resolved', subjectAt: openedAt }]);
  });

  it('and comes back: what was open then is sent again after a run, not by its return', () => {
    const closed = [aSent(), aSent({ reason: 'resolved', light: 'unknown', sentAt: '2026-11-24T09:00:00.000Z' })];
    const watch = watchedSince(late);
    expect(planned({ statuses: [redPage], sent: closed, watch }).notices).toEqual([]);
    const seenAgain = { ...redPage, lastRunAt: '2026-12-18T08:55:00.000Z' };
    expect(planned({ statuses: [seenAgain], sent: closed, watch }).notices.map(about)).toEqual([
      { reason: 'opened', light: 'red', measuredAt: undefined },
    ]);
  });
});
