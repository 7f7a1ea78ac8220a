import { describe, expect, it } from 'vitest';
import type { Status } from '../../../shared/model/status.ts';
import { aSent, checkId, deadSite, now, openedAt, plan, redPage } from '../../support/a-plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';

describe('an outage of the whole site', () => {
  it('is sent once, and its notice names the others', () => {
    const { notification, decisions } = plan({ statuses: [redPage, deadSite] });
    expect(notification?.notices).toHaveLength(1);
    expect(notification?.notices[0]).toMatchObject({
      ...{ checkId: deadSite.checkId, alsoAffected: ['website/page-load@mobile'] },
    });
    expect(decisions).toContainEqual({ checkId, reason: 'muted', notice: null });
  });

  it('names the other checks that are bad, suspected or unmeasurable, and none that is healthy', () => {
    const suspected = aStatus({
      ...{ checkId: 'website/form', light: 'red', badStreak: 1, goodStreak: 0 },
      incident: anIncident({ checkId: 'website/form', state: 'suspected', openedAt: null }),
    });
    const grey = aStatus({ light: 'unknown', unknownSince: now });
    const named = (...others: (typeof grey)[]) =>
      plan({ statuses: [deadSite, ...others] }).notification?.notices[0]?.alsoAffected;
    expect(named(suspected, grey)).toEqual(['website/form', checkId]);
    expect(named(aStatus({ checkId: 'website/form' }), redPage)).toEqual([checkId]);
    expect(plan({ statuses: [deadSite, aStatus()] }).notification?.notices[0]).not.toHaveProperty('alsoAffected');
  });

  it('speaks through the plain request, be it not the first to have found it', () => {
    const incident = anIncident({ cause: 'unreachable', openedAt: '2026-11-23T09:01:00.000Z' });
    const deadPage = aStatus({ ...redPage, incident });
    expect(plan({ statuses: [deadPage, deadSite] }).notification?.notices[0]?.checkId).toBe('website/availability');
  });

  it('goes on speaking through the check the reader has heard of', () => {
    const deadPage = aStatus({ ...redPage, incident: anIncident({ cause: 'unreachable' }) });
    expect(plan({ statuses: [deadPage, deadSite], sent: [aSent()] }).notification).toBeNull();
  });

  it('mutes nobody once a run has seen the site answer', () => {
    const answers = aStatus({
      ...deadSite,
      light: 'green',
      goodStreak: 1,
      badStreak: 0,
      lastRunAt: '2026-11-23T09:30:00.000Z',
    });
    const redAfterwards = aStatus({ ...redPage, lastRunAt: '2026-11-23T09:40:00.000Z' });
    expect(plan({ statuses: [redAfterwards, answers] }).notification?.notices[0]).toMatchObject({ checkId });
    const sent = [aSent({ checkId: 'website/availability' })];
    expect(plan({ statuses: [redAfterwards, answers], sent }).notification?.notices[0]).toMatchObject({ checkId });
  });

  it('a secondary incident does not last: until the check has run by itself, what went bad within the outage waits', () => {
    const answers = aStatus({
      ...deadSite,
      light: 'green',
      goodStreak: 1,
      badStreak: 0,
      lastRunAt: '2026-11-23T09:30:00.000Z',
    });
    const { decisions } = plan({ statuses: [redPage, answers] });
    expect(decisions).toContainEqual({ checkId, reason: 'after-outage', notice: null });
  });
});

describe('whom an outage speaks through', () => {
  const dead = (id: string, openedAt: string) =>
    aStatus({
      ...{ checkId: id, light: 'red', badStreak: 2, goodStreak: 0 },
      incident: anIncident({ checkId: id, cause: 'unreachable', openedAt }),
    });
  const speaker = (...statuses: Status[]) => plan({ statuses }).notification?.notices[0]?.checkId;

  it('of several visits the first to find it, and of those the first by name, in whatever order they are read', () => {
    const [early, late] = ['2026-11-23T09:03:00.000Z', '2026-11-23T09:05:00.000Z'] as const;
    expect(speaker(dead('website/form', late), dead(checkId, early))).toBe(checkId);
    expect(speaker(dead(checkId, late), dead('website/form', late))).toBe('website/form');
  });

  it('nobody while it is only suspected: what is confirmed is sent', () => {
    const incident = anIncident({ ...deadSite.incident, state: 'suspected', openedAt: null });
    expect(speaker({ ...deadSite, badStreak: 1, incident }, redPage)).toBe(checkId);
  });

  it('the check that reported it stays in charge until its own next run, though another one has seen the site answer', () => {
    const page = { ...dead(checkId, '2026-11-23T09:05:00.000Z'), lastRunAt: '2026-11-23T09:20:00.000Z' };
    const site = aStatus({ ...deadSite, light: 'green', goodStreak: 1, lastRunAt: '2026-11-23T09:30:00.000Z' });
    const incident = anIncident({ checkId: 'website/form' });
    const form = aStatus({ ...redPage, checkId: 'website/form', lastRunAt: '2026-11-23T09:40:00.000Z', incident });
    expect(plan({ statuses: [page, site, form], sent: [aSent()] }).notification).toBeNull();
  });
});

describe('the end of an outage', () => {
  it('is reported by the check that reported it first, though another one found it answering later', () => {
    const over = { state: 'resolved', cause: 'unreachable' } as const;
    const page = aStatus({
      lastRunAt: '2026-11-23T09:30:00.000Z',
      incident: anIncident({ ...over, resolvedAt: '2026-11-23T09:30:00.000Z' }),
    });
    const site = aStatus({
      ...{ checkId: 'website/availability', lastRunAt: '2026-11-23T09:32:00.000Z' },
      incident: anIncident({ ...deadSite.incident, ...over, resolvedAt: '2026-11-23T09:32:00.000Z' }),
    });
    const { notification } = plan({ statuses: [page, site], sent: [aSent()] });
    expect(notification?.notices).toMatchObject([{ checkId, reason: 'resolved' }]);
  });
});

describe('a secondary incident of an outage that is over', () => {
  const over = anIncident({ ...deadSite.incident, state: 'resolved', resolvedAt: '2026-11-23T09:30:00.000Z' });
  const well = aStatus({ checkId: 'website/availability' });
  /** Went bad after the outage was first seen and before it was confirmed. */
  const incident = anIncident({ openedAt: '2026-11-23T09:02:00.000Z' });
  const page = aStatus({ ...redPage, incident, lastRunAt: '2026-11-23T09:30:00.000Z' });

  it('waits for a run behind the end, whether the status or only the history still knows it', () => {
    const waits = { checkId, reason: 'after-outage', notice: null };
    expect(plan({ statuses: [page, { ...well, incident: over }] }).decisions).toContainEqual(waits);
    expect(plan({ statuses: [page, well], incidents: [over] }).decisions).toContainEqual(waits);
  });

  it('is sent when such a run finds it bad, too', () => {
    const ranSince = { ...page, lastRunAt: '2026-11-23T09:31:00.000Z' };
    expect(plan({ statuses: [ranSince, well], incidents: [over] }).notification).toMatchObject({ reason: 'opened' });
  });
});

describe('an outage that no longer explains anything', () => {
  it.each(['2026-11-24T09:30:00.000Z', '2027-11-23T09:30:00.000Z'])(
    'one that a clock that stood ahead has ended at %s mutes nobody until then',
    (resolvedAt) => {
      const incident = anIncident({ ...deadSite.incident, state: 'resolved', resolvedAt });
      const well = aStatus({ checkId: 'website/availability', incident });
      expect(plan({ statuses: [redPage, well] }).notification?.notices[0]).toMatchObject({ checkId });
      expect(plan({ statuses: [redPage], incidents: [incident] }).notification?.notices[0]).toMatchObject({ checkId });
    },
  );

  it('a check that went bad before it is not secondary', () => {
    const incident = anIncident({
      ...deadSite.incident,
      suspectedAt: '2026-11-23T09:10:00.000Z',
      openedAt: '2026-11-23T09:15:00.000Z',
    });
    const answers = aStatus({
      ...deadSite,
      incident,
      light: 'green',
      goodStreak: 1,
      lastRunAt: '2026-11-23T09:30:00.000Z',
    });
    expect(plan({ statuses: [redPage, answers] }).notification?.notices[0]).toMatchObject({ checkId });
  });

  it('a check that has gone blind since mutes nobody', () => {
    const unmeasurable = aStatus({ ...deadSite, light: 'unknown', unknownSince: '2026-11-23T05:00:00.000Z' });
    const sent = [aSent({ checkId: 'website/availability' })];
    const { notification } = plan({ statuses: [redPage, unmeasurable], sent });
    expect(notification?.notices.map(({ reason }) => reason)).toEqual(['opened', 'blind']);
  });
});

describe('a site that cannot be reached from one region only', () => {
  /** A Monday, 21:00 in Kyiv: nobody is at work. */
  const atNight = '2026-11-23T19:00:00.000Z';
  const ranAtNight = { lastRunAt: '2026-11-23T18:55:00.000Z' };
  const incident = anIncident({ ...deadSite.incident, light: 'yellow', worstLight: 'yellow' });
  const downFromHere = aStatus({ ...deadSite, light: 'yellow', lightSince: openedAt, incident });
  const redForm = aStatus({
    ...{ ...redPage, checkId: 'website/form', lastRunAt: '2026-11-23T09:50:00.000Z' },
    incident: anIncident({ checkId: 'website/form', cause: 'http-error' }),
  });

  it('waits for business hours, and hides no form that is broken everywhere meanwhile', () => {
    const statuses = [downFromHere, redForm].map((status) => ({ ...status, ...ranAtNight }));
    const { notification, decisions } = plan({ statuses, now: atNight });
    expect(notification?.notices).toMatchObject([{ checkId: 'website/form', reason: 'opened', light: 'red' }]);
    const waits = { checkId: 'website/availability', reason: 'waiting-for-business-hours', notice: null };
    expect(decisions).toContainEqual(waits);
  });

  it('once it was sent, still mutes what is yellow, and neither what is red nor what gets red', () => {
    const sent = [aSent({ checkId: 'website/availability', light: 'yellow' })];
    const yellowPage = aStatus({ ...redPage, light: 'yellow', incident: anIncident({ light: 'yellow' }) });
    const { notification } = plan({ statuses: [downFromHere, redForm, yellowPage], sent });
    expect(notification?.notices.map((notice) => notice.checkId)).toEqual(['website/form']);
    const formWasYellow = aSent({ checkId: 'website/form', light: 'yellow' });
    expect(plan({ statuses: [downFromHere, redForm], sent: [...sent, formWasYellow] }).notification).toMatchObject({
      ...{ reason: 'worsened', notices: [{ checkId: 'website/form' }] },
    });
  });

  it('lets a recovery from red be reported, and not a recovery from yellow', () => {
    const ended = (worstLight: 'red' | 'yellow') =>
      aStatus({
        ...{ ...redForm, light: 'green', badStreak: 0, goodStreak: 2, lastRunAt: '2026-11-23T09:55:00.000Z' },
        incident: anIncident({
          ...{ checkId: 'website/form', state: 'resolved', resolvedAt: '2026-11-23T09:55:00.000Z' },
          ...{ light: worstLight, worstLight },
        }),
      });
    const told = (light: 'red' | 'yellow') => {
      const rootSent = aSent({ checkId: 'website/availability', light: 'yellow' });
      const sent = [rootSent, aSent({ checkId: 'website/form', light })];
      return plan({ statuses: [downFromHere, ended(light)], sent }).notification?.notices;
    };
    expect(told('red')).toMatchObject([{ checkId: 'website/form', reason: 'resolved' }]);
    expect(told('yellow')).toBeUndefined();
  });

  it('names what it mutes, and not what has a notice of its own', () => {
    const yellowPage = aStatus({ ...redPage, light: 'yellow', incident: anIncident({ light: 'yellow' }) });
    const notices = plan({ statuses: [downFromHere, redForm, yellowPage] }).notification?.notices;
    expect(notices).toMatchObject([
      { checkId: 'website/form', light: 'red' },
      { checkId: 'website/availability', light: 'yellow', alsoAffected: [checkId] },
    ]);
  });

  it('is listed as affected by an outage that is red', () => {
    const sent = [aSent({ checkId: 'website/availability', light: 'yellow' })];
    const deadPage = aStatus({ ...redPage, incident: anIncident({ cause: 'unreachable' }) });
    const { notification } = plan({ statuses: [downFromHere, deadPage], sent });
    expect(notification?.notices).toMatchObject([{ checkId, light: 'red', alsoAffected: ['website/availability'] }]);
  });

  it('was down from everywhere before: what went red then waits for a run of its own', () => {
    const lightSince = '2026-11-23T09:40:00.000Z';
    const eased = {
      ...downFromHere,
      lightSince,
      lastRunAt: lightSince,
      incident: { ...incident, worstLight: 'red' as const },
    };
    const sent = [aSent({ checkId: 'website/availability' })];
    const { notification, decisions } = plan({ statuses: [eased, redPage], sent });
    expect(notification).toBeNull();
    expect(decisions).toContainEqual({ checkId, reason: 'after-outage', notice: null });
    const ranSince = { ...redPage, lastRunAt: '2026-11-23T09:45:00.000Z' };
    expect(plan({ statuses: [eased, ranSince], sent }).notification?.notices).toMatchObject([{ checkId }]);
  });
});
