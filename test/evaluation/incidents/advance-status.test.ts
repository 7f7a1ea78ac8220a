import { describe, expect, it } from 'vitest';
import { advanceStatus, isLate, type StatusStep } from '../../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import type { Check } from '../../../shared/model/check.ts';
import { quoted } from '../../../shared/model/finding.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { type Light, lights } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import { type Status, statusSchema } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult, aResultThatIs } from '../../support/a-result.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';

const zone = 'Europe/Kyiv';

function advance(previous: Status | null, result: Result, check: Check = aCheck()): StatusStep {
  return advanceStatus(previous, judge(result, check), result, check, zone);
}

function see(previous: Status | null, light: Light, scheduledAt: string): StatusStep {
  return advance(previous, aResultThatIs(light, { scheduledAt }));
}

/** The status after these runs, ten minutes apart. */
function statusAfter(...seen: Light[]): Status {
  let status: Status | null = null;
  for (const [i, light] of seen.entries())
    status = see(status, light, toInstant(Date.UTC(2026, 10, 23, 9, i * 10))).next;
  if (status === null) throw new Error('A status needs at least one run.');
  return status;
}

describe('the first run of a check', () => {
  it('makes a status, asks for nothing and wakes nobody when it is green', () => {
    const { next, ...step } = see(null, 'green', '2026-11-23T09:00:00.000Z');
    expect(statusSchema.parse(next)).toEqual(next);
    expect(next).toMatchObject({ light: 'green', lightSince: '2026-11-23T09:00:00.000Z', goodStreak: 1, badStreak: 0 });
    expect(step).toEqual({ reason: 'quiet', closedDay: null, incident: null, confirm: false, wakesNotify: false });
  });

  it('asks for a confirmation when it is bad, and wakes nobody yet', () => {
    expect(see(null, 'red', '2026-11-23T09:00:00.000Z')).toMatchObject({
      reason: 'suspected',
      confirm: true,
      wakesNotify: false,
      incident: null,
    });
  });
});

describe('when there was news last', () => {
  it('is when the run ended that opened, worsened or ended an incident, however many follow', () => {
    const at = (minute: number) => toInstant(Date.UTC(2026, 10, 23, 9, minute));
    let status: Status | null = null;
    const newsAfter = (light: Light, minute: number): string | undefined => {
      // The visit has waited for its turn.
      status = advance(status, aResultThatIs(light, { scheduledAt: at(minute), finishedAt: at(minute + 4) })).next;
      return status.newsAt;
    };
    expect(newsAfter('yellow', 0)).toBeUndefined();
    expect(newsAfter('yellow', 5)).toBe(at(9));
    expect(newsAfter('yellow', 10)).toBe(at(9));
    expect(newsAfter('red', 15)).toBe(at(19));
    expect(newsAfter('red', 20)).toBe(at(19));
    expect(newsAfter('green', 25)).toBe(at(19));
    expect(newsAfter('green', 30)).toBe(at(34));
    expect(newsAfter('green', 35)).toBe(at(34));
  });
});

describe('late results', () => {
  it.each([
    ['2026-11-23T08:59:59.999Z', true],
    ['2026-11-23T09:00:00.000Z', true],
    ['2026-11-23T09:00:00.001Z', false],
  ])('after a run of 09:00 a result of %s is late: %s', (scheduledAt, late) => {
    expect(isLate(aStatus({ lastRunAt: '2026-11-23T09:00:00.000Z' }), { scheduledAt })).toBe(late);
  });

  it('nothing is late for a check that never ran', () => {
    expect(isLate(null, { scheduledAt: '1970-01-01T00:00:00.000Z' })).toBe(false);
  });
});

describe('streaks and lights', () => {
  it('grey breaks neither row', () => {
    expect(statusAfter('red', 'unknown')).toMatchObject({ badStreak: 1, goodStreak: 0 });
    expect(statusAfter('green', 'green', 'unknown')).toMatchObject({ badStreak: 0, goodStreak: 2 });
    expect(statusAfter('red', 'unknown', 'red').incident?.state).toBe('open');
  });

  it('yellow and red are one row of bad runs', () => {
    expect(statusAfter('green', 'yellow', 'red')).toMatchObject({ badStreak: 2, goodStreak: 0, light: 'red' });
  });

  it('keeps the last twenty lights, oldest first', () => {
    const status = statusAfter(...Array.from({ length: 21 }, (_, i): Light => (i === 0 ? 'red' : 'green')), 'yellow');
    expect(status.lastLights).toHaveLength(20);
    expect(status.lastLights.at(0)).toBe('green');
    expect(status.lastLights.at(-1)).toBe('yellow');
  });

  it('says since when the light has been what it is', () => {
    expect(statusAfter('green', 'red', 'red').lightSince).toBe('2026-11-23T09:10:00.000Z');
  });

  it('flaps from the fourth change on; grey in between is no change', () => {
    expect(statusAfter('green', 'red', 'green', 'red').flappingSince).toBeNull();
    expect(statusAfter('green', 'red', 'green', 'red', 'green').flappingSince).toBe('2026-11-23T09:40:00.000Z');
    expect(statusAfter('green', 'unknown', 'green', 'unknown', 'green', 'unknown').flappingSince).toBeNull();
  });

  it('green says what was seen, bad says what was expected', () => {
    expect(statusAfter('green').lastFinding).toMatchObject({ says: quoted('The page loaded.') });
    expect(statusAfter('red').lastFinding).toMatchObject({ id: 'lcpMs', bound: 2500 });
  });
});

describe('nothing to check here', () => {
  const gone = { outcome: 'not-applicable', reason: quoted('The site has no form.'), measurements: {} } as const;
  const form = aCheck({ id: 'website/form' });
  const aForm = (overrides: Partial<Result>): Result => aResult({ checkId: form.id, ...overrides });

  it('is green where there never was anything, but proves and counts nothing', () => {
    const { next, reason, wakesNotify } = advance(null, aForm(gone), form);
    expect(next).toMatchObject({ light: 'green', goodStreak: 0, lastLights: [] });
    expect(next.today.runs).toEqual({ green: 0, yellow: 0, red: 0, unknown: 0 });
    expect([reason, wakesNotify]).toEqual(['quiet', false]);
  });

  it('is grey where something was measured before', () => {
    const before = advance(null, aForm({ measurements: { submitMs: 900 } }), form).next;
    const { next } = advance(before, aForm({ ...gone, scheduledAt: '2026-11-23T13:00:00.000Z' }), form);
    expect(next).toMatchObject({ light: 'unknown', unknownSince: '2026-11-23T13:00:00.000Z' });
    expect(next.lastFinding).toMatchObject({
      ...{ cause: 'vanished', says: { id: 'general/gone', params: { why: quoted('The site has no form.') } } },
    });
  });

  it('ends no incident', () => {
    const broken = aForm({
      outcome: 'failed',
      cause: 'form-error',
      reason: quoted('It answers 500.'),
      measurements: {},
    });
    const before = advance(null, broken, form).next;
    const { next, reason } = advance(before, aForm({ ...gone, scheduledAt: '2026-11-23T13:00:00.000Z' }), form);
    expect([next.incident?.state, next.light, reason]).toEqual(['suspected', 'unknown', 'quiet']);
    expect(next.lastCause).toBe('vanished');
  });
});

describe('days', () => {
  it("closes yesterday with the first run of today, by the business's clock", () => {
    const evening = see(null, 'red', '2026-11-23T21:30:00.000Z').next;
    const { closedDay, next } = see(evening, 'green', '2026-11-23T22:00:00.000Z');
    expect(closedDay).toMatchObject({ date: '2026-11-23', runs: { green: 0, yellow: 0, red: 1, unknown: 0 } });
    expect(closedDay?.measurements['lcpMs']?.max).toBe(6100);
    expect(next.today).toMatchObject({ date: '2026-11-24', runs: { green: 1, yellow: 0, red: 0, unknown: 0 } });
  });

  it('counts a second run of the same day on top of the first', () => {
    const morning = see(null, 'red', '2026-11-23T08:00:00.000Z').next;
    const { closedDay, next } = see(morning, 'green', '2026-11-23T08:30:00.000Z');
    expect(closedDay).toBeNull();
    expect(next.today).toMatchObject({ date: '2026-11-23', runs: { green: 1, yellow: 0, red: 1, unknown: 0 } });
  });

  it('goes on with today when the configured zone moves the date back', () => {
    const tokyo = aStatus({
      today: { date: '2026-11-24', runs: { green: 3, yellow: 0, red: 0, unknown: 0 }, values: {} },
    });
    const { closedDay, next } = see(tokyo, 'green', '2026-11-23T12:00:00.000Z');
    expect(closedDay).toBeNull();
    expect(next.today).toMatchObject({ date: '2026-11-24', runs: { green: 4 } });
  });
});

describe('why a step was taken', () => {
  const open = aStatus({ light: 'red', badStreak: 2, goodStreak: 0, incident: anIncident() });

  it('while an incident goes on, says once that we went blind and once that we see again', () => {
    const grey = { ...open, light: 'unknown', unknownSince: '2026-11-23T06:05:00.000Z' } as const;
    const unmeasurable = see(grey, 'unknown', '2026-11-23T09:05:00.000Z');
    expect(unmeasurable.reason).toBe('blind');
    expect(see(unmeasurable.next, 'unknown', '2026-11-23T09:35:00.000Z').reason).toBe('continuing');
    expect(see(unmeasurable.next, 'red', '2026-11-23T09:35:00.000Z').reason).toBe('sighted');
  });

  it('says once that a check has begun to flap', () => {
    const restless = { ...open, lastLights: ['red', 'yellow', 'red', 'yellow', 'red', 'red'] } as const;
    const flaps = see({ ...restless, lastLights: [...restless.lastLights] }, 'red', '2026-11-23T09:05:00.000Z');
    expect(flaps.reason).toBe('flapping');
    expect(see(flaps.next, 'red', '2026-11-23T09:35:00.000Z').reason).toBe('continuing');
  });
});

describe('nudges', () => {
  const nudges = [{ at: '2026-11-23T09:00:00.000Z', says: quoted('Answer by 13:00: https://a.example/1') }];
  const polled = advance(aStatus(), aResult({ scheduledAt: '2026-11-23T09:05:00.000Z', nudges }));

  it('wake notify, also when a grey run comes before they could be sent', () => {
    expect(polled).toMatchObject({ wakesNotify: true, next: { nudges } });
    expect(see(polled.next, 'unknown', '2026-11-23T09:35:00.000Z')).toMatchObject({
      wakesNotify: true,
      next: { nudges },
    });
  });

  it('are gone with the next poll that has none', () => {
    const next = see(polled.next, 'green', '2026-11-23T09:35:00.000Z');
    expect(next).toMatchObject({ wakesNotify: false });
    expect(next.next).not.toHaveProperty('nudges');
  });
});

describe('what goes to the history, and what wakes notify', () => {
  it('an incident that opens, worsens, improves or resolves; not one that goes on', () => {
    const open = aStatus({ light: 'red', badStreak: 2, goodStreak: 0, incident: anIncident() });
    const at = '2026-11-23T10:00:00.000Z';
    expect(see(open, 'red', at)).toMatchObject({ reason: 'continuing', incident: null, wakesNotify: true });
    const better = see(open, 'yellow', at);
    expect(better.incident).toMatchObject({ state: 'open', light: 'yellow', worstLight: 'red' });
    expect(see(better.next, 'red', '2026-11-23T10:30:00.000Z').incident).toMatchObject({ state: 'open', light: 'red' });
    const recovering = see(open, 'green', at);
    expect(recovering).toMatchObject({ reason: 'recovering', incident: null });
    expect(see(recovering.next, 'green', '2026-11-23T10:30:00.000Z')).toMatchObject({
      reason: 'resolved',
      incident: { state: 'resolved', resolvedAt: '2026-11-23T10:30:00.000Z' },
      wakesNotify: true,
    });
  });

  it('a resolution wakes notify for another week, should it not have come through', () => {
    const incident = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T10:00:00.000Z' });
    const healthy = aStatus({ incident, lastRunAt: '2026-11-30T09:30:00.000Z' });
    expect(see(healthy, 'green', '2026-11-30T09:59:00.000Z').wakesNotify).toBe(true);
    expect(see(healthy, 'green', '2026-11-30T10:00:00.000Z').wakesNotify).toBe(false);
  });

  it('a check that cannot be measured wakes it when that has lasted, and so does the first result after it', () => {
    const grey = aStatus({ light: 'unknown', unknownSince: '2026-11-23T09:00:00.000Z' });
    expect(see(grey, 'unknown', '2026-11-23T11:59:00.000Z')).toMatchObject({ reason: 'quiet', wakesNotify: false });
    const unmeasurable = see(grey, 'unknown', '2026-11-23T12:00:00.000Z');
    expect(unmeasurable).toMatchObject({ reason: 'blind', wakesNotify: true });
    expect(see(unmeasurable.next, 'green', '2026-11-23T12:30:00.000Z')).toMatchObject({
      reason: 'sighted',
      wakesNotify: true,
    });
  });
});

describe('the size of the status', () => {
  it('stays under 4 KB on the busiest day of a check that runs every minute, with long texts in Cyrillic', () => {
    const check = aCheck({ id: 'website/page-load:/a-rather-long-path-of-a-page@desktop', everyMinutes: 1 });
    let status: Status | null = null;
    for (let minute = 0; minute < 1440; minute++) {
      const light = lights[minute % 2 === 0 ? 2 : 1] ?? 'red';
      const result = aResultThatIs(light, {
        checkId: check.id,
        scheduledAt: toInstant(Date.UTC(2026, 10, 22, 22, minute)),
        // From 20 ms to 60 s, so that every step of the grid is met.
        measurements: { lcpMs: 20 * 3000 ** (minute / 1440) + 4000, loadMs: 20 * 3000 ** (minute / 1440) },
        facts: { lcpMs: 'Найбільша картинка на сторінці завантажується занадто довго. '.repeat(20) },
        evidence: Array.from({ length: 5 }, (_, i) => ({
          name: `screenshot-${i}.png`,
          contentType: 'image/png',
          reference: `evidence/website/page-load:/a-rather-long-path-of-a-page@desktop/2026-11-23T00:00:00.000Z/${i}.png`,
        })),
      });
      status = advance(status, result, check).next;
    }
    expect(JSON.stringify(status?.incident?.finding)).toContain('…');
    expect(status?.incident?.evidence).toHaveLength(3);
    expect(Buffer.byteLength(JSON.stringify(status))).toBeLessThan(4096);
    expect(statusSchema.parse(status)).toEqual(status);
  });
});
