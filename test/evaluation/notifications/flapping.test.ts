import { describe, expect, it } from 'vitest';
import type { Light } from '../../../shared/model/light.ts';
import { aCheck } from '../../support/a-check.ts';
import { aSent, openedAt, plan, redPage } from '../../support/a-plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';

describe('flapping', () => {
  const flapped = aSent({
    reason: 'flapping',
    subjectAt: '2026-11-23T09:20:00.000Z',
    sentAt: '2026-11-23T09:21:00.000Z',
  });
  const over = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T09:50:00.000Z' });

  it('ends in one alert when an incident that was sent ended within it', () => {
    const { notification } = plan({ statuses: [aStatus({ incident: over })], sent: [aSent(), flapped] });
    expect(notification?.notices).toMatchObject([{ reason: 'resolved', subjectAt: openedAt, incident: over }]);
  });

  it('ends in an alert of its own when no incident was sent', () => {
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

  it('has not ended while an incident that was never sent is open, be its last run good', () => {
    const yellow = anIncident({ light: 'yellow', worstLight: 'yellow', openedAt: '2026-11-23T09:40:00.000Z' });
    const { notification, decisions } = plan({
      statuses: [aStatus({ goodStreak: 1, incident: yellow })],
      sent: [flapped],
    });
    expect(notification).toBeNull();
    expect(decisions[0]?.reason).toBe('recovering');
  });

  it('holds back the end of an earlier incident until the check is stable', () => {
    const unstable = aStatus({ goodStreak: 1, flappingSince: flapped.subjectAt });
    const { notification, decisions } = plan({ statuses: [unstable], incidents: [over], sent: [aSent(), flapped] });
    expect(notification).toBeNull();
    expect(decisions.map(({ reason }) => reason)).toEqual(['unstable', 'measured', 'unstable']);
  });

  it('is not about the incident that is over', () => {
    const restless = aStatus({
      ...{ light: 'red', badStreak: 1, goodStreak: 0, flappingSince: '2026-11-23T09:20:00.000Z', incident: over },
      lastLights: ['red', 'green', 'red'],
    });
    expect(plan({ statuses: [restless] }).notification?.notices).toMatchObject([
      { reason: 'flapping', incident: null },
    ]);
  });

  it('is sent again when it is a new one', () => {
    const again = { light: 'red', badStreak: 1, goodStreak: 0, flappingSince: '2026-11-23T09:45:00.000Z' } as const;
    const { notification } = plan({
      statuses: [aStatus({ ...again, lastLights: ['green', 'red'] })],
      sent: [flapped],
    });
    expect(notification?.notices).toMatchObject([{ reason: 'flapping', subjectAt: again.flappingSince }]);
  });

  it('that began with the very run that opened an incident does not stand for that incident', () => {
    const lasting = { ...redPage, badStreak: 5, flappingSince: openedAt };
    const sent = [aSent({ reason: 'flapping' })];
    expect(plan({ statuses: [lasting], sent }).notification?.notices).toMatchObject([{ reason: 'opened' }]);
  });

  it('up to red, or of a check whose yellow may be sent at any hour, does not wait', () => {
    const night = '2026-11-23T22:00:00.000Z';
    const restless = (light: Light) =>
      aStatus({
        ...{ light, badStreak: 1, goodStreak: 0, flappingSince: '2026-11-23T09:20:00.000Z' },
        ...{ lastRunAt: night, lastLights: ['green', light] },
      });
    const atAnyHour = [aCheck({ policy: { yellowInBusinessHours: false } })];
    expect(plan({ statuses: [restless('red')], now: night }).decisions[0]?.reason).toBe('flapping');
    expect(plan({ statuses: [restless('yellow')], checks: atAnyHour, now: night }).decisions[0]?.reason).toBe(
      'flapping',
    );
  });

  it.each(['green', 'unknown'] as const)('that was not sent yet is not sent while the light is %s', (light) => {
    const restless = aStatus({
      ...{ light, goodStreak: 1, flappingSince: '2026-11-23T09:20:00.000Z', incident: over },
      lastLights: ['green', 'red', 'green'],
    });
    expect(plan({ statuses: [restless] }).notification).toBeNull();
    // Nor is the end of an incident that was sent held back for it.
    const { notification } = plan({ statuses: [restless], sent: [aSent()] });
    expect(notification?.notices).toMatchObject([{ reason: 'resolved', subjectAt: openedAt, light: 'green' }]);
  });

  it('is not stable after a few runs in little time, but after six hours without a change', () => {
    const steadySince = (at: string) =>
      aStatus({
        ...{ goodStreak: 3, flappingSince: flapped.subjectAt, incident: over },
        ...{ changedAt: [at], lastRunAt: '2026-11-23T15:00:00.000Z' },
      });
    const moment = { sent: [aSent(), flapped], now: '2026-11-23T15:00:00.000Z' };
    expect(plan({ statuses: [steadySince('2026-11-23T09:00:01.000Z')], ...moment }).notification).toBeNull();
    const { notification } = plan({ statuses: [steadySince('2026-11-23T09:00:00.000Z')], ...moment });
    expect(notification?.notices).toMatchObject([{ reason: 'resolved', subjectAt: openedAt }]);
  });

  it('between green and yellow waits for business hours like every yellow', () => {
    const restless = (at: string) =>
      aStatus({
        ...{ light: 'yellow', badStreak: 1, goodStreak: 0, lastRunAt: at },
        ...{ flappingSince: '2026-11-23T09:20:00.000Z', lastLights: ['green', 'yellow'] },
      });
    const reasonAt = (at: string) => plan({ statuses: [restless(at)], now: at }).decisions[0]?.reason;
    expect(reasonAt('2026-11-23T22:00:00.000Z')).toBe('waiting-for-business-hours');
    expect(reasonAt('2026-11-23T10:00:00.000Z')).toBe('flapping');
  });
});
