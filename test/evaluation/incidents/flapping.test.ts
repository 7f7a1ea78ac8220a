import { describe, expect, it } from 'vitest';
import { advanceStatus, type StatusStep } from '../../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResultThatIs } from '../../support/a-result.ts';
import { aStatus } from '../../support/a-status.ts';

function advance(previous: Status | null, result: Result, check: Check = aCheck()): StatusStep {
  return advanceStatus(previous, judge(result, check), result, check, 'Europe/Kyiv');
}

describe('a check', () => {
  it('flaps only where the changes lie close together: within six cadences, at least six hours, at most a day', () => {
    const hoursApart = (everyMinutes: number, ...hours: readonly number[]): Status | null => {
      let status: Status | null = null;
      for (const [i, hour] of hours.entries()) {
        const result = aResultThatIs(i % 2 === 0 ? 'green' : 'red', {
          scheduledAt: toInstant(Date.UTC(2026, 10, 23, hour)),
        });
        status = advance(status, result, aCheck({ everyMinutes })).next;
      }
      return status;
    };
    expect(hoursApart(30, 0, 1, 3, 5, 7)?.flappingSince).toBe('2026-11-23T07:00:00.000Z');
    expect(hoursApart(30, 0, 1, 3, 5, 8)?.flappingSince).toBeNull();
    expect(hoursApart(120, 0, 1, 3, 9, 13)?.flappingSince).toBe('2026-11-23T13:00:00.000Z');
    expect(hoursApart(120, 0, 1, 3, 9, 14)?.flappingSince).toBeNull();
    expect(hoursApart(720, 0, 1, 9, 17, 25)?.flappingSince).toBe('2026-11-24T01:00:00.000Z');
    expect(hoursApart(720, 0, 1, 9, 17, 26)?.flappingSince).toBeNull();
  });

  it('dates the changes of a status that an earlier version wrote by the cadence', () => {
    const old = aStatus({ lastRunAt: '2026-11-23T09:00:00.000Z', lastLights: ['green', 'red', 'green', 'red'] });
    const at = '2026-11-23T09:30:00.000Z';
    expect(advance(old, aResultThatIs('green', { scheduledAt: at })).next).toMatchObject({ flappingSince: at });
    const seldom = aCheck({ everyMinutes: 720 });
    expect(advance(old, aResultThatIs('green', { scheduledAt: at }), seldom).next.flappingSince).toBeNull();
  });
});
