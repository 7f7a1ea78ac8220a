import { describe, expect, it } from 'vitest';
import {
  isSettledStrip,
  monthLights,
  monthStrip,
  type StripSources,
  stripDates,
  stripUntil,
} from '../../../shared/evaluation/board/month-strip.ts';
import type { Touchpoint } from '../../../shared/model/business.ts';
import type { DayRollUp } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aDay } from '../../support/a-week.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const calendar = { ...weekdaysNineToSix, timeZone: 'Europe/Kyiv' };
const load = aCheck({ id: 'website/page-load@mobile' });
const form = aCheck({ id: 'website/form' });
const touchpoint: Touchpoint = {
  ...{ id: 'website', kind: 'website', url: null, secret: null, account: null, slaMinutes: null },
  checks: [load],
};
/** Noon in Kyiv. */
const now = '2026-11-23T10:00:00.000Z';

function dateBack(days: number, from = '2026-11-23'): string {
  return new Date(Date.parse(from) - days * 86_400_000).toISOString().slice(0, 10);
}

/** So many green days before the day, each closed. */
function greenDays(count: number, from = '2026-11-23', checkId = load.id) {
  return Array.from({ length: count }, (_, n) => ({ checkId, day: aDay(dateBack(count - n, from), checkId) }));
}

function sources(overrides: Partial<StripSources> = {}): StripSources {
  return { touchpoint, statuses: [aStatus()], days: greenDays(30), incidents: [], watch: null, ...overrides };
}

const strip = (overrides: Partial<StripSources> = {}, at = now) =>
  monthStrip(sources(overrides), { now: at, calendar });

/** The same days, but for this one. */
function withDay(date: string, runs: Partial<DayRollUp['runs']>) {
  return greenDays(30).map((each) =>
    each.day.date === date ? { ...each, day: { ...each.day, runs: { ...each.day.runs, ...runs } } } : each,
  );
}

describe('the strip of a month', () => {
  it('is the last thirty closed days, the day before the present one last', () => {
    expect(strip()).toEqual({ until: '2026-11-22', lights: 'g'.repeat(30) });
    expect(stripDates(now, 'Europe/Kyiv')).toEqual({ from: '2026-10-24', to: '2026-11-23' });
  });

  it('goes by the business’s midnight', () => {
    expect(stripUntil('2026-11-23T21:59:00.000Z', 'Europe/Kyiv')).toBe('2026-11-22');
    expect(stripUntil('2026-11-23T22:01:00.000Z', 'Europe/Kyiv')).toBe('2026-11-23');
    expect(strip({}, '2026-11-23T22:01:00.000Z').until).toBe('2026-11-23');
  });

  it.each([
    ['25 hours, in October', '2026-10-25', '2026-10-30T10:00:00.000Z', '2026-10-25T21:30:00.000Z'],
    ['23 hours, in March', '2026-03-29', '2026-04-02T10:00:00.000Z', '2026-03-29T20:30:00.000Z'],
  ])('has one letter for a day of %s', (_, date, at, lateOnThatDay) => {
    const today = at.slice(0, 10);
    const days = greenDays(30, today).map((each) =>
      each.day.date === date ? { ...each, day: { ...each.day, runs: { ...each.day.runs, red: 2 } } } : each,
    );
    const incident = anIncident({
      ...{ suspectedAt: lateOnThatDay, openedAt: lateOnThatDay, state: 'resolved' },
      resolvedAt: new Date(Date.parse(lateOnThatDay) + 20 * 60_000).toISOString(),
    });
    const { lights } = strip({ days, incidents: [incident] }, at);
    expect(lights).toHaveLength(30);
    const back = (Date.parse(today) - Date.parse(date)) / 86_400_000;
    expect(lights.at(-back)).toBe('r');
    expect(lights.replaceAll('g', '')).toBe('r');
  });

  it('of a young touchpoint says nothing of the days before it was watched', () => {
    const watch = {
      ...{ touchpointId: 'website', openSince: null },
      checks: {
        [load.id]: { since: '2026-11-20T08:00:00.000Z', cadence: '30m', cadenceSince: '2026-11-20T08:00:00.000Z' },
      },
    };
    expect(strip({ days: greenDays(3), watch }).lights).toBe(`${'-'.repeat(27)}ggg`);
    expect(strip({ days: [], statuses: [], watch }).lights, 'nothing ran since').toBe(`${'-'.repeat(27)}uuu`);
  });

  it('is grey on a day on which nothing came in, and never green', () => {
    const days = greenDays(30).filter(({ day }) => day.date !== '2026-11-20');
    expect(strip({ days }).lights).toBe(`${'g'.repeat(27)}ugg`);
    expect(strip({ days: withDay('2026-11-20', { green: 3, unknown: 45 }) }).lights).toBe(`${'g'.repeat(27)}ugg`);
  });

  it('is red where an incident lay in the day and a run saw it: one failed run of 48 makes no red day', () => {
    const incident = anIncident({
      ...{ suspectedAt: '2026-11-20T09:00:00.000Z', openedAt: '2026-11-20T09:05:00.000Z', state: 'resolved' },
      resolvedAt: '2026-11-21T07:00:00.000Z',
    });
    const days = withDay('2026-11-20', { green: 40, red: 8 });
    expect(strip({ days, incidents: [incident] }).lights).toBe(`${'g'.repeat(27)}rgg`);
    expect(strip({ days: withDay('2026-11-20', { red: 1 }) }).lights).toBe('g'.repeat(30));
  });

  it('knows an incident that is still open, and one that began before the strip', () => {
    const open = anIncident({ suspectedAt: '2026-10-01T09:00:00.000Z', openedAt: '2026-10-01T09:05:00.000Z' });
    const days = greenDays(30).map(({ checkId, day }) => ({
      checkId,
      day: { ...day, runs: { ...day.runs, red: 48 } },
    }));
    expect(strip({ days, incidents: [open] }).lights).toBe('r'.repeat(30));
  });

  it('has yesterday from the status of a check that has not run today', () => {
    const today = { date: '2026-11-22', runs: { green: 2, yellow: 0, red: 0, unknown: 0 }, values: {} };
    const status = aStatus({ lastRunAt: '2026-11-22T18:00:00.000Z', today });
    const days = greenDays(30).filter(({ day }) => day.date !== '2026-11-22');
    expect(strip({ days, statuses: [status] }).lights).toBe('g'.repeat(30));
  });

  it('does not count as trouble what says nothing by how long it lasts', () => {
    const suspected = anIncident({ state: 'suspected', openedAt: null, suspectedAt: '2026-11-20T09:00:00.000Z' });
    expect(strip({ days: withDay('2026-11-20', { red: 1 }), incidents: [suspected] }).lights).toBe('g'.repeat(30));
  });
});

describe('the days of one check', () => {
  it('are its own, and those of the touchpoint are the worst of all', () => {
    const two = { ...touchpoint, checks: [load, form] };
    const incident = anIncident({
      ...{ checkId: form.id, suspectedAt: '2026-11-21T09:00:00.000Z', openedAt: '2026-11-21T09:05:00.000Z' },
      ...{ state: 'resolved', resolvedAt: '2026-11-21T12:00:00.000Z' },
    });
    const days = [...greenDays(30), ...greenDays(30, '2026-11-23', form.id)].map((each) =>
      each.checkId === form.id && each.day.date === '2026-11-21'
        ? { ...each, day: { ...each.day, runs: { ...each.day.runs, red: 4 } } }
        : each,
    );
    const month = monthLights(sources({ touchpoint: two, days, incidents: [incident] }), { now, calendar });
    const letters = (lights: readonly { readonly light: string | null }[]) =>
      lights.slice(-3).map(({ light }) => light);
    expect(letters(month.ofCheck(load))).toEqual(['green', 'green', 'green']);
    expect(letters(month.ofCheck(form))).toEqual(['green', 'red', 'green']);
    expect(letters(month.ofAll)).toEqual(['green', 'red', 'green']);
  });

  it('are no greener than their runs where not every incident is known', () => {
    const days = withDay('2026-11-18', { red: 1 });
    const incidentsSince = '2026-11-20T00:00:00.000Z';
    const month = monthLights(sources({ days, incidentsSince }), { now, calendar });
    const dayOf = (date: string) => month.ofCheck(load).find((day) => day.date === date)?.light;
    expect([dayOf('2026-11-18'), dayOf('2026-11-19')]).toEqual(['red', 'green']);
  });
});

describe('a strip is settled', () => {
  const { until } = strip();
  it.each([
    ['just after midnight', '2026-11-22T22:05:00.000Z', false],
    ['at two in the morning', '2026-11-23T00:01:00.000Z', true],
    ['the evening before', '2026-11-22T18:00:00.000Z', false],
  ])('%s: %s', (_, drawnAt, expected) => {
    expect(isSettledStrip({ until, lights: '' }, drawnAt, 'Europe/Kyiv')).toBe(expected);
  });
});
