import { describe, expect, it } from 'vitest';
import { freshUntil, lightAt } from '../../../shared/evaluation/incidents/light-at.ts';
import { aCheck } from '../../support/a-check.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

// Clocks that jump: https://github.com/hazelcast/hazelcast/pull/4226, https://github.com/xapi-project/xen-api/pull/5700,
// https://github.com/rcourtman/Pulse/issues/1519.

/** Kyiv is two hours ahead of UTC; 2026-11-27 is a Friday. */
const friday = (time: string) => `2026-11-27T${time}:00.000Z`;
const monday = (time: string) => `2026-11-30T${time}:00.000Z`;
const never = { ...weekdaysNineToSix, shifts: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };

describe('how long a run speaks for the present', () => {
  it.each([
    ['every five minutes: at least blindAfter', 5, '12:00'],
    ['every hour: still blindAfter', 60, '12:00'],
    ['every four hours: two cadences', 240, '17:00'],
  ])('%s', (_, everyMinutes, until) => {
    expect(freshUntil(aCheck({ everyMinutes }), friday('09:00'))).toBe(friday(until));
  });

  it('is for two weeks where it runs once a week', () => {
    expect(freshUntil(aCheck({ everyMinutes: 7 * 1440 }), friday('09:00'))).toBe('2026-12-11T09:00:00.000Z');
  });

  it('is as long as blindAfter says', () => {
    expect(freshUntil(aCheck({ everyMinutes: 30, policy: { blindAfterMinutes: 600 } }), friday('09:00'))).toBe(
      friday('19:00'),
    );
  });

  it.each([
    // Due at 18:00 in Kyiv, so made up for on Monday at 09:00; the next one is due at 13:00.
    ['a run before the weekend', friday('12:00'), 240, monday('11:00')],
    // One day later it is closed, and on Monday it is made up for; on Tuesday the next is due.
    ['a daily run on a Friday', friday('08:00'), 1440, '2026-12-01T07:00:00.000Z'],
    // Half an hour is left on Friday; two and a half of blindAfter's three hours are Monday's.
    ['a quick check at the end of a Friday', friday('15:30'), 30, monday('09:30')],
    ['a run by hand on a Sunday', '2026-11-29T10:00:00.000Z', 240, monday('11:00')],
  ])('closed time does not count: %s', (_, from, everyMinutes, until) => {
    expect(freshUntil(aCheck({ everyMinutes, onlyWithin: weekdaysNineToSix }), from)).toBe(until);
  });

  it('goes by the clock where the hours never open, so that the light grows old nevertheless', () => {
    expect(freshUntil(aCheck({ everyMinutes: 240, onlyWithin: never }), friday('09:00'))).toBe(friday('17:00'));
  });
});

describe('the light of a check now', () => {
  const check = aCheck({ everyMinutes: 30 });
  const status = aStatus({ lastRunAt: friday('09:00') });

  it('is that of its last run while that is young enough', () => {
    expect(lightAt(status, check, friday('12:00'))).toMatchObject({ light: 'green', lost: null });
  });

  it('is shown as a dash where there is nothing to check, which is no green light', () => {
    const nothing = aStatus({ lastRunAt: friday('09:00'), lastOutcome: 'not-applicable' });
    expect(lightAt(nothing, check, friday('12:00')).shown).toBeNull();
    expect(lightAt({ ...nothing, light: 'unknown' }, check, friday('12:00')).shown).toBe('unknown');
    expect(lightAt(nothing, check, monday('12:00')).shown).toBe('unknown');
  });

  it('is grey once the last run is too old, and the last known light stays known', () => {
    expect(lightAt(status, check, '2026-11-27T12:00:00.001Z')).toEqual({
      light: 'unknown',
      shown: 'unknown',
      lost: 'not-measured',
      measuredAt: friday('09:00'),
      lastKnown: 'green',
    });
  });

  it('is grey after 25 days, however healthy it was', () => {
    expect(lightAt(status, check, '2026-12-22T09:00:00.000Z').light).toBe('unknown');
  });

  it('is grey with a red last known where an incident is open, also when the last run was a good one', () => {
    const recovering = { ...status, incident: anIncident() };
    expect(lightAt(recovering, check, monday('09:00'))).toMatchObject({ light: 'unknown', lastKnown: 'red' });
  });

  it('follows a cadence that was lengthened or shortened', () => {
    const at = friday('16:00');
    expect(lightAt(status, aCheck({ everyMinutes: 720 }), at).light).toBe('green');
    expect(lightAt(status, aCheck({ everyMinutes: 5 }), at).light).toBe('unknown');
  });

  it('is grey where nothing was measured yet, and where nothing is measured any more', () => {
    expect(lightAt(undefined, check, friday('09:00'))).toMatchObject({ light: 'unknown', lost: 'never-measured' });
    expect(lightAt(status, undefined, friday('09:01'))).toMatchObject({ light: 'unknown', lost: 'removed' });
  });

  it('forgives a clock that is ahead by minutes, and believes nothing that is dated further ahead', () => {
    expect(lightAt(status, check, friday('08:55')).light).toBe('green');
    expect(lightAt(status, check, friday('08:54'))).toMatchObject({ light: 'unknown', lost: 'clock-ahead' });
    expect(lightAt(status, check, '2026-11-20T09:00:00.000Z').light).toBe('unknown');
  });
});
