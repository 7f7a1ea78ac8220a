import { describe, expect, it } from 'vitest';
import { advanceStatus } from '../../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../../shared/evaluation/incidents/light-at.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

const check = aCheck({
  id: 'website/field-speed@mobile',
  options: { secret: 'crux-key', page: null, api: null },
  policy: { failuresToOpen: 1, successesToResolve: 1 },
});

type Day = number | 'too-few';

/** One run a day, with what three of four visitors waited for the main content. */
function statusAfter(...days: readonly Day[]): Status {
  let status: Status | null = null;
  for (const [n, day] of days.entries()) {
    const result = runOf(day, n + 1);
    status = advanceStatus(status, judge(result, check), result, check, 'Europe/Kyiv').next;
  }
  if (status === null) throw new Error('There was no day.');
  return status;
}

function runOf(day: Day, n: number): Result {
  const at = { checkId: check.id, scheduledAt: `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z` };
  return day === 'too-few'
    ? aResult({ ...at, outcome: 'not-applicable', measurements: {}, reason: 'Too few visitors.' })
    : aResult({ ...at, measurements: { lcpMs: day } });
}

const shown = ({ light, lastOutcome }: Status) => shownLight(light, lastOutcome);

describe('a service that knows nothing of the site', () => {
  it('is a dash, although the file names the check', () => {
    expect(shown(statusAfter('too-few'))).toBeNull();
    expect(statusAfter('too-few', 'too-few').unknownSince).toBeNull();
  });

  it('is a dash, too, where it knew something the day before', () => {
    const status = statusAfter(2_000, 'too-few');
    expect([shown(status), status.lastCause, status.unknownSince]).toEqual([null, null, null]);
    expect(shown(statusAfter(2_000, 'too-few', 2_100))).toBe('green');
  });

  it('does not end an incident: while one is open, the light is grey and says that what was measured is gone', () => {
    const status = statusAfter(4_500, 'too-few');
    expect(status).toMatchObject({
      light: 'unknown',
      lastCause: 'vanished',
      incident: { state: 'open', light: 'red' },
    });
    expect(shown(statusAfter(4_500, 'too-few', 2_000))).toBe('green');
    expect(statusAfter(4_500, 'too-few', 2_000).incident?.state).toBe('resolved');
  });
});
