import { describe, expect, it } from 'vitest';
import { knownIncidents } from '../../../shared/evaluation/incidents/known-incidents.ts';
import { measureNoise, type NoisePeriod } from '../../../shared/evaluation/what-if/measure-noise.ts';
import { replayAlerts } from '../../../shared/evaluation/what-if/replay.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Sent } from '../../../shared/model/notification.ts';
import type { DayRollUp } from '../../../shared/model/status.ts';
import type { Threshold } from '../../../shared/model/threshold.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';
import { anIncident } from '../../support/a-status.ts';
import { World } from '../../support/a-world.ts';

const page = aCheck();
const form = aCheck({ id: 'website/form' });
const range = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z' };
/** Hours into the week. */
const at = (hours: number) => toInstant(Date.parse(range.from) + hours * 3_600_000);

const aSent = (overrides: Partial<Sent> & Pick<Sent, 'reason'>): Sent => ({
  touchpointId: 'website',
  checkId: page.id,
  subjectAt: at(1),
  n: 1,
  light: 'red',
  sentAt: at(1),
  ...overrides,
});
const aSlowHour = (hour: number) =>
  anIncident({
    light: 'yellow',
    worstLight: 'yellow',
    state: 'resolved',
    suspectedAt: at(hour),
    openedAt: at(hour + 0.1),
    resolvedAt: at(hour + 1),
  });
const aDay = (overrides: Partial<DayRollUp> = {}): DayRollUp => ({
  date: '2026-11-24',
  runs: { green: 40, yellow: 8, red: 0, unknown: 0 },
  measurements: {},
  ...overrides,
});
const aWeek = (overrides: Partial<NoisePeriod>) =>
  measureNoise({ checks: [page, form], incidents: [], sent: [], days: [], range, ...overrides });
const setOf = (overrides: Partial<NoisePeriod>) => aWeek(overrides).checks[0]?.suggestion?.set ?? null;

describe('the noise of a week', () => {
  it('of which there is nothing to say is silence', () => {
    expect(aWeek({ days: [{ checkId: page.id, day: aDay() }] })).toEqual({ alerts: 0, checks: [] });
  });

  it('counts what was sent in it, by message and by check, whenever its subject began', () => {
    const sent = [
      aSent({ reason: 'opened', sentAt: at(-1) }),
      aSent({ reason: 'reminder', sentAt: at(24), subjectAt: at(-200) }),
      aSent({ reason: 'opened', sentAt: at(24), checkId: form.id }),
      aSent({ reason: 'resolved', sentAt: at(30) }),
      aSent({ reason: 'blind', sentAt: at(168) }),
      aSent({ reason: 'opened', sentAt: at(50), checkId: 'website/gone' }),
    ];
    const noise = aWeek({ sent });
    expect(noise.alerts).toBe(2);
    expect(noise.checks).toMatchObject([
      { checkId: page.id, notices: 2, reminders: 1, flaps: 0 },
      { checkId: form.id, notices: 1, reminders: 0 },
    ]);
  });

  it('counts how often nobody had acknowledged in time', () => {
    const sent = [
      aSent({ reason: 'opened', sentAt: at(24) }),
      aSent({ reason: 'escalated', sentAt: at(25) }),
      aSent({ reason: 'escalated', n: 2, sentAt: at(30) }),
    ];
    expect(aWeek({ sent }).checks).toMatchObject([{ checkId: page.id, notices: 3, escalations: 2, reminders: 0 }]);
  });

  it('counts as unknown the hours that the grey runs stand for', () => {
    const day = aDay({ runs: { green: 40, yellow: 0, red: 0, unknown: 3 } });
    const [noise] = aWeek({ days: [day, day].map((each) => ({ checkId: page.id, day: each })) }).checks;
    expect(noise).toMatchObject({ checkId: page.id, unknownHours: 3, notices: 0, suggestion: null });
  });

  it('knows the incidents that nobody can have repaired', () => {
    const long = anIncident({ suspectedAt: at(40), openedAt: at(40.1), resolvedAt: at(60), state: 'resolved' });
    const before = { ...aSlowHour(-10) };
    const [noise] = aWeek({ incidents: [aSlowHour(2), long, before, anIncident({ openedAt: at(100) })] }).checks;
    expect(noise).toMatchObject({ opened: 3, brief: 1, suggestion: null });
  });
});

describe('what would be quieter', () => {
  const incidents = [aSlowHour(2), aSlowHour(20)];
  const spread = (p75: number) => ({ measurements: { lcpMs: { p50: p75 - 200, p75, max: 9000 } } });
  const days = [
    { checkId: page.id, day: aDay(spread(2600)) },
    { checkId: page.id, day: aDay(spread(2900)) },
  ];

  it('is a bound beyond the usual values, when it lies in their midst', () => {
    expect(aWeek({ incidents, days }).checks[0]?.suggestion).toEqual({
      kind: 'threshold',
      set: 'website/page-load@mobile.lcpMs.green=3300',
    });
    expect(setOf({ days, sent: [aSent({ reason: 'flapping' })] })).toBe('website/page-load@mobile.lcpMs.green=3300');
  });

  it('is one failure more, when the usual values are within the bound or as bad as red', () => {
    expect(setOf({ incidents, days: [{ checkId: page.id, day: aDay(spread(2000)) }] })).toBe(
      'website/page-load@mobile.failuresToOpen=3',
    );
    expect(setOf({ incidents, days: [{ checkId: page.id, day: aDay(spread(4400)) }] })).toBe(
      'website/page-load@mobile.failuresToOpen=3',
    );
  });

  it('is no further failure for a check that is restless: that is counted by lights', () => {
    expect(setOf({ sent: [aSent({ reason: 'flapping' })] })).toBeNull();
  });

  it('is quieter indeed: of a page that loads around its bound, replayed with the suggestion, nothing is sent', () => {
    const noise = aWeekAround(2450);
    expect(noise.suggestion).toMatchObject({ kind: 'threshold' });
    expect(noise.before).toBeGreaterThan(3);
    expect(noise.after).toBe(0);
  });

  it('is a rarer reminder, when nobody acts on it', () => {
    const sent = [1, 2, 3].map((n) => aSent({ reason: 'reminder', n, sentAt: at(24 * n) }));
    expect(setOf({ sent })).toBe('website/page-load@mobile.remindEvery=72h');
    expect(setOf({ sent: sent.slice(1) })).toBeNull();
  });

  it('is nothing, when one incident came and went', () => {
    expect(setOf({ incidents: incidents.slice(1), days })).toBeNull();
  });
});

/** A week in which the page's main content is visible at about this time, one time sooner and one time later. */
function aWeekAround(median: number) {
  const world = new World();
  const aloud = aCheck({ policy: { hushFlapping: false, yellowInBusinessHours: false } });
  world.add(aloud);
  const results = Array.from({ length: 7 * 48 }, (_, n) => {
    const lcpMs = Math.round(median * (1 + 0.25 * Math.sin(n * n)));
    return aResult({ checkId: page.id, scheduledAt: at(n / 2), measurements: { lcpMs } });
  });
  for (const result of results) {
    world.evaluate(result);
    world.notify('website', result.finishedAt);
  }
  const days = [...world.days.values()].map((day) => ({ checkId: page.id, day }));
  const incidents = knownIncidents([...world.incidents.values()], [...world.statuses.values()]);
  const { suggestion } = aWeek({ checks: [aloud], incidents, sent: world.sent, days }).checks[0] ?? {
    suggestion: null,
  };
  const green = Number(suggestion?.set.split('=')[1]);
  const alertsAt = (lcpMs: Threshold) => {
    const check = { ...aloud, thresholds: { ...aloud.thresholds, lcpMs } };
    const until = results.at(-1)?.finishedAt ?? '';
    const rest = { calendar: world.calendar, maintenance: [], acknowledgements: [], until, isAlwaysOn: false };
    return replayAlerts({ touchpointId: 'website', checks: [check], results, ...rest }).length;
  };
  return { suggestion, before: alertsAt({ green: 2500, red: 4000 }), after: alertsAt({ green, red: 4000 }) };
}
