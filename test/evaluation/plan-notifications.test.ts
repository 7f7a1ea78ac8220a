import { describe, expect, it } from 'vitest';
import { historySince, planNotifications, type Situation } from '../../shared/evaluation/plan-notifications.ts';
import type { Sent } from '../../shared/model/notification.ts';
import { notificationSchema } from '../../shared/model/notification.ts';
import { aCheck } from '../support/a-check.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

const now = '2026-11-23T10:00:00.000Z';
const openedAt = '2026-11-23T09:05:00.000Z';
const checkId = 'website/page-load@mobile';

const redPage = aStatus({ light: 'red', badStreak: 3, goodStreak: 0, incident: anIncident() });
const down = anIncident({
  checkId: 'website/availability',
  cause: 'unreachable',
  reason: 'The website does not answer.',
});
const deadSite = aStatus({
  checkId: 'website/availability',
  light: 'red',
  badStreak: 3,
  goodStreak: 0,
  incident: down,
});

function plan(situation: Partial<Situation>) {
  return planNotifications({
    touchpointId: 'website',
    statuses: [],
    incidents: [],
    sent: [],
    checks: [aCheck(), aCheck({ id: 'website/availability' }), aCheck({ id: 'website/form' })],
    calendar: weekdaysNineToSix,
    maintenance: [],
    now,
    ...situation,
  });
}

function told(overrides: Partial<Sent> = {}): Sent {
  return {
    touchpointId: 'website',
    checkId,
    subjectAt: openedAt,
    reason: 'opened',
    n: 1,
    light: 'red',
    sentAt: '2026-11-23T09:06:00.000Z',
    ...overrides,
  };
}

describe('a notification', () => {
  it('is a valid one, about its touchpoint, made now', () => {
    const { notification } = plan({ statuses: [redPage] });
    expect(notificationSchema.parse(notification)).toEqual({
      version: 1,
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
          text: 'The main content is visible after 6.1 s (expected at most 2.5 s).',
        },
      ],
    });
  });

  it('is none when there is nothing to say, and every check says why', () => {
    const { notification, decisions } = plan({
      statuses: [redPage, aStatus({ checkId: 'website/form' })],
      sent: [told()],
    });
    expect(notification).toBeNull();
    expect(decisions).toEqual([
      { checkId, reason: 'already-told', notice: null },
      { checkId, reason: 'measured', notice: null },
      { checkId: 'website/form', reason: 'no-incident', notice: null },
      { checkId: 'website/form', reason: 'measured', notice: null },
    ]);
  });

  it('says of an end how long it lasted and what it was', () => {
    const incident = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T11:30:00.000Z' });
    const { notification } = plan({ statuses: [aStatus({ incident })], sent: [told()] });
    expect(notification).toMatchObject({ reason: 'resolved', light: 'green' });
    expect(notification?.notices[0]?.text).toBe(
      'Good again after 3 h. It was: The main content is visible after 6.1 s (expected at most 2.5 s).',
    );
  });

  it('counts reminders', () => {
    const sent = [told(), told({ reason: 'reminder', n: 1, sentAt: '2026-11-24T09:06:00.000Z' })];
    const { notification } = plan({ statuses: [redPage], sent, now: '2026-11-25T09:06:00.000Z' });
    expect(notification?.notices[0]).toMatchObject({ reason: 'reminder', n: 2 });
    expect(notification?.notices[0]?.text).toMatch(/^For 48 h now: /);
  });

  it('about our sight is not about an incident, whatever the check had before', () => {
    const blind = aStatus({
      light: 'unknown',
      unknownSince: '2026-11-23T05:00:00.000Z',
      lastReason: 'A bot wall stood before it.',
      lastCause: 'bot-wall',
      incident: anIncident({ state: 'resolved', resolvedAt: '2026-11-23T04:00:00.000Z' }),
    });
    expect(plan({ statuses: [blind] }).notification?.notices).toEqual([
      {
        checkId,
        reason: 'blind',
        light: 'unknown',
        subjectAt: '2026-11-23T05:00:00.000Z',
        n: 1,
        incident: null,
        text: 'Could not be measured for 4 h: A bot wall stood before it.',
        blindness: { cause: 'bot-wall', reason: 'A bot wall stood before it.' },
      },
    ]);
  });

  it('says nothing of a check of another touchpoint', () => {
    expect(plan({ touchpointId: 'facebook', statuses: [redPage] }).notification).toBeNull();
  });
});

describe('an outage of the whole site', () => {
  it('is told once, and its notice names the others', () => {
    const { notification, decisions } = plan({ statuses: [redPage, deadSite] });
    expect(notification?.notices).toHaveLength(1);
    expect(notification?.notices[0]?.text).toBe(
      'The website does not answer. Also affected: website/page-load@mobile.',
    );
    expect(decisions).toContainEqual({ checkId, reason: 'muted', notice: null });
  });

  it('speaks through the plain request when several found it at once', () => {
    const deadPage = aStatus({ ...redPage, incident: anIncident({ cause: 'unreachable' }) });
    expect(plan({ statuses: [deadPage, deadSite] }).notification?.notices[0]?.checkId).toBe('website/availability');
  });

  it('goes on speaking through the check the reader has heard of', () => {
    const deadPage = aStatus({ ...redPage, incident: anIncident({ cause: 'unreachable' }) });
    expect(plan({ statuses: [deadPage, deadSite], sent: [told()] }).notification).toBeNull();
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
  });

  it('is no echo that lasts: until it has run by itself, what went bad within the outage waits', () => {
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

describe('an outage that no longer explains anything', () => {
  it('a check that went bad before it is no echo of it', () => {
    const incident = { ...down, suspectedAt: '2026-11-23T09:10:00.000Z', openedAt: '2026-11-23T09:15:00.000Z' };
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
    const blind = aStatus({ ...deadSite, light: 'unknown', unknownSince: '2026-11-23T05:00:00.000Z' });
    const sent = [told({ checkId: 'website/availability' })];
    const { notification } = plan({ statuses: [redPage, blind], sent });
    expect(notification?.notices.map(({ reason }) => reason)).toEqual(['opened', 'blind']);
  });
});

describe('flapping', () => {
  const flapped = told({
    reason: 'flapping',
    subjectAt: '2026-11-23T09:20:00.000Z',
    sentAt: '2026-11-23T09:21:00.000Z',
  });
  const over = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T09:50:00.000Z' });

  it('ends in one word when an incident that was told ended within it', () => {
    const { notification } = plan({ statuses: [aStatus({ incident: over })], sent: [told(), flapped] });
    expect(notification?.notices).toMatchObject([{ reason: 'resolved', subjectAt: openedAt, incident: over }]);
  });

  it('ends in a word of its own when there was no incident that was told', () => {
    const { notification } = plan({ statuses: [aStatus()], sent: [flapped] });
    expect(notification?.notices).toMatchObject([{ reason: 'resolved', subjectAt: flapped.subjectAt, incident: null }]);
  });

  it('has not ended in green while a new suspicion is red', () => {
    const suspected = anIncident({ state: 'suspected', openedAt: null });
    const status = aStatus({ light: 'red', badStreak: 1, goodStreak: 0, incident: suspected });
    const { notification, decisions } = plan({ statuses: [status], sent: [flapped] });
    expect(notification).toBeNull();
    expect(decisions[0]?.reason).toBe('not-confirmed');
  });

  it('holds back the end of an earlier incident until the check is stable', () => {
    const unstable = aStatus({ goodStreak: 1, flappingSince: flapped.subjectAt });
    const { notification, decisions } = plan({ statuses: [unstable], incidents: [over], sent: [told(), flapped] });
    expect(notification).toBeNull();
    expect(decisions.map(({ reason }) => reason)).toEqual(['unstable', 'measured', 'unstable']);
  });

  it('is not about the incident that is over', () => {
    const restless = aStatus({
      ...{ goodStreak: 1, flappingSince: '2026-11-23T09:20:00.000Z', incident: over },
      lastLights: ['green', 'red', 'green'],
    });
    expect(plan({ statuses: [restless] }).notification?.notices).toMatchObject([
      { reason: 'flapping', incident: null },
    ]);
  });

  it('between green and yellow waits for business hours like every yellow', () => {
    const restless = aStatus({
      goodStreak: 1,
      flappingSince: '2026-11-23T09:20:00.000Z',
      lastLights: ['green', 'yellow'],
    });
    const reasonAt = (at: string) => plan({ statuses: [restless], now: at }).decisions[0]?.reason;
    expect(reasonAt('2026-11-23T22:00:00.000Z')).toBe('waiting-for-business-hours');
    expect(reasonAt('2026-11-23T10:00:00.000Z')).toBe('flapping');
  });
});

describe('the order of a message', () => {
  it('has what is new before what is only reminded of, at the same light', () => {
    const old = anIncident({ checkId: 'website/form', openedAt: '2026-11-20T09:05:00.000Z' });
    const form = aStatus({ checkId: 'website/form', light: 'red', badStreak: 9, goodStreak: 0, incident: old });
    const sent = [told({ checkId: 'website/form', subjectAt: old.openedAt ?? '', sentAt: '2026-11-20T09:06:00.000Z' })];
    const { notification } = plan({ statuses: [form, redPage], sent });
    expect(notification?.notices.map(({ reason }) => reason)).toEqual(['opened', 'reminder']);
  });
});

describe('a business without hours', () => {
  it('hears of yellow at any hour, for it would never hear of it else', () => {
    const never = { ...weekdaysNineToSix, shifts: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    const yellow = anIncident({ light: 'yellow', worstLight: 'yellow' });
    const status = aStatus({ light: 'yellow', badStreak: 2, goodStreak: 0, incident: yellow });
    const { notification } = plan({ statuses: [status], calendar: never, now: '2026-11-23T23:00:00.000Z' });
    expect(notification).toMatchObject({ reason: 'opened', light: 'yellow' });
  });
});

describe('what the caller must load', () => {
  it('thirty days of history, or more for what has lasted longer', () => {
    expect(historySince([aStatus()], now)).toBe('2026-10-24T10:00:00.000Z');
    const old = aStatus({ incident: anIncident({ openedAt: '2026-01-01T00:00:00.000Z' }) });
    expect(historySince([aStatus(), old], now)).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('a history that is ahead of the status', () => {
  it('tells nothing before the status itself has moved, so that a repeated run tells it once', () => {
    const resolved = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T09:50:00.000Z' });
    expect(plan({ statuses: [redPage], incidents: [resolved], sent: [told()] }).notification).toBeNull();
    expect(plan({ statuses: [aStatus()], incidents: [anIncident()] }).notification).toBeNull();
  });
});
