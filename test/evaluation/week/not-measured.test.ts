import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../../shared/evaluation/week/summarize-week.ts';
import { parseWeek, weekBefore } from '../../../shared/evaluation/week/week.ts';
import { forecastVisits } from '../../../shared/evaluation/what-if/forecast.ts';
import type { Status } from '../../../shared/model/status.ts';
import { anIncident, aStatus as anyStatus } from '../../support/a-status.ts';
import { aBusiness, aDay, emptyHistory } from '../../support/a-week.ts';

const { calendar, business, touchpoints } = aBusiness();
const now = '2026-11-23T06:00:00.000Z';
const found = parseWeek('2026-W47', calendar.timeZone);
if (found === null) throw new Error('2026-W47 is a week.');
const week = found;
const frame = { week, before: weekBefore(week, calendar.timeZone), now, calendar };
const [website] = touchpoints;
if (website === undefined) throw new Error('Coffee Lab has a website.');

/** Measured five minutes ago. */
const aStatus = (overrides: Partial<Status>): Status =>
  anyStatus({ lastRunAt: '2026-11-23T05:55:00.000Z', ...overrides });
const summarize = (history: Partial<TouchpointHistory>) =>
  summarizeTouchpoint({ ...emptyHistory(history.touchpoint ?? website), ...history }, frame);
const form = 'website/form';

describe('what was not measured', () => {
  const twoWeeks = [...frame.before.days, ...week.days].map(({ date }) => date);
  const daysOf = (checkId: string, dates: readonly string[] = twoWeeks) =>
    dates.map((date) => ({ checkId, day: aDay(date, checkId) }));
  const healthy = website.checks.map(({ id }) => aStatus({ checkId: id }));
  const allDays = website.checks.flatMap(({ id }) => daysOf(id));
  const spotsOf = (history: Partial<TouchpointHistory>) => {
    const { measurementGaps, light, strip } = summarize({ statuses: healthy, days: allDays, ...history });
    return {
      light,
      strip: strip.map((day) => day.light),
      spots: measurementGaps.map(({ probe, how, since, days }) => ({ probe, how, since, days })),
    };
  };
  const without = (checkId: string, dates: readonly string[]) =>
    allDays.filter((each) => each.checkId !== checkId || !dates.includes(each.day.date));
  const dead = (checkId: string, overrides: Partial<Status>) =>
    healthy.map((status) => (status.checkId === checkId ? { ...status, ...overrides } : status));
  const since = '2026-10-29T06:00:00.000Z';

  test('nothing, when every check ran every day', () => {
    const { light, spots } = spotsOf({});
    expect({ light, spots }).toEqual({ light: 'green', spots: [] });
  });

  test('a check that was last measured 25 days ago makes the touchpoint grey, and each of its days', () => {
    const statuses = dead(form, {
      lastRunAt: since,
      today: { ...healthy[0]?.today, date: '2026-10-29' } as Status['today'],
    });
    const { light, strip, spots } = spotsOf({ statuses, days: without(form, twoWeeks) });
    expect(light).toBe('unknown');
    expect(strip).toEqual(Array.from({ length: 7 }, () => 'unknown'));
    expect(spots).toEqual([{ probe: 'form', how: 'silent', since, days: [] }]);
  });

  test('also when it is the only one that is configured, so that the week has no run at all', () => {
    const only = { ...website, checks: website.checks.filter(({ id }) => id === form) };
    const { light, strip, runs } = summarize({
      touchpoint: only,
      statuses: [aStatus({ checkId: form, lastRunAt: since })],
    });
    expect({ light, runs, strip: strip.map((day) => day.light) }).toEqual({
      light: 'unknown',
      runs: 0,
      strip: Array.from({ length: 7 }, () => 'unknown'),
    });
  });

  test('days without a run are grey, and named, though all is green now', () => {
    const gap = ['2026-11-18', '2026-11-19'];
    const { light, strip, spots } = spotsOf({ days: without(form, gap) });
    expect(light).toBe('green');
    expect(strip).toEqual(['green', 'green', 'unknown', 'unknown', 'green', 'green', 'green']);
    expect(spots).toEqual([{ probe: 'form', how: 'days', since: null, days: gap }]);
  });

  test('most of the week without runs is said as that; on several devices the same is said once', () => {
    const gap = twoWeeks.slice(8, 13);
    const both = allDays.filter(({ checkId, day }) => !checkId.includes('page-load') || !gap.includes(day.date));
    expect(spotsOf({ days: both }).spots).toEqual([{ probe: 'page-load', how: 'missing', since: null, days: [] }]);
  });

  test('runs that came seldom count against those that were due', () => {
    const seldom = allDays.map((each) =>
      each.checkId === 'website/availability'
        ? { ...each, day: { ...each.day, runs: { green: 12, yellow: 0, red: 0, unknown: 0 } } }
        : each,
    );
    expect(spotsOf({ days: seldom }).spots).toMatchObject([{ probe: 'availability', how: 'missing' }]);
  });

  test('a status dated in the future is no light', () => {
    const ahead = '2026-11-24T06:00:00.000Z';
    const { light, spots } = spotsOf({ statuses: dead(form, { lastRunAt: ahead }) });
    expect(light).toBe('unknown');
    expect(spots).toEqual([{ probe: 'form', how: 'clock-ahead', since: ahead, days: [] }]);
  });

  test('a week further back knows its gaps, too', () => {
    const past = { ...frame, now: '2026-12-20T06:00:00.000Z' };
    const days = without(form, ['2026-11-18']);
    const { measurementGaps } = summarizeTouchpoint({ ...emptyHistory(website), days, statuses: healthy }, past);
    expect(measurementGaps).toMatchObject([{ probe: 'form', how: 'days', days: ['2026-11-18'] }]);
  });

  test('is not what was added in the midst of the week, is not applicable, or is not due so often', () => {
    const added = { since: '2026-11-19T10:00:00.000Z', cadence: '240m', cadenceSince: '2026-11-19T10:00:00.000Z' };
    const watch = { touchpointId: 'website', checks: { [form]: added }, openSince: null };
    const sinceThursday = twoWeeks.filter((date) => date >= '2026-11-19');
    const days = [...without(form, twoWeeks), ...daysOf(form, sinceThursday)];
    expect(spotsOf({ watch, days })).toMatchObject({ light: 'green', spots: [] });
    const none = dead(form, { lastOutcome: 'not-applicable' });
    expect(spotsOf({ statuses: none, days: without(form, twoWeeks) })).toMatchObject({ light: 'green', spots: [] });
    const weekly = {
      ...website,
      checks: website.checks.map((check) => (check.id === form ? { ...check, everyMinutes: 7 * 1440 } : check)),
    };
    const due = forecastVisits(weekly.checks, frame.before.from, 14 * 1440).filter(
      ({ checks }) => checks[0]?.id === form,
    );
    const dates = due.map(({ scheduledAt }) => localDate(Date.parse(scheduledAt), calendar.timeZone));
    const once = [...without(form, twoWeeks), ...daysOf(form, dates)];
    expect(dates).toHaveLength(2);
    expect(spotsOf({ touchpoint: weekly, days: once })).toMatchObject({ light: 'green', spots: [] });
  });

  test('a closed day has nothing to be measured where a check runs in hours only', () => {
    const inHours = {
      ...website,
      checks: website.checks.map((check) => (check.id === form ? { ...check, onlyWithin: calendar } : check)),
    };
    const weekend = ['2026-11-14', '2026-11-15', '2026-11-21', '2026-11-22'];
    const statuses = dead(form, { lastRunAt: '2026-11-20T14:00:00.000Z' });
    expect(spotsOf({ touchpoint: inHours, statuses, days: without(form, weekend) })).toMatchObject({
      light: 'green',
      spots: [],
    });
    const friday = [...weekend, '2026-11-20'];
    expect(spotsOf({ touchpoint: inHours, statuses, days: without(form, friday) }).spots).toEqual([
      { probe: 'form', how: 'days', since: null, days: ['2026-11-20'] },
    ]);
  });

  test('an incident that is open and not measured any more lasts until it last was, and asks to be measured', () => {
    const incident = anIncident({
      checkId: form,
      suspectedAt: '2026-11-17T10:00:00.000Z',
      openedAt: '2026-11-17T10:05:00.000Z',
    });
    const lastRunAt = '2026-11-18T10:00:00.000Z';
    const one = summarize({ statuses: dead(form, { light: 'red', lastRunAt, incident }), days: allDays });
    expect(one.light).toBe('unknown');
    expect(one.troubles[0]).toMatchObject({ open: 'red', seenUntil: lastRunAt, badMs: 24 * 3_600_000 });
    expect(one.badMs).toBe(24 * 3_600_000);
    const { actions, worst } = summarizeWeek({
      business,
      calendar,
      week,
      now,
      touchpoints: [one],
      monthlyDollars: null,
    });
    expect(actions).toMatchObject([{ kind: 'see', probe: 'form', light: 'unknown' }]);
    expect(worst?.trouble.seenUntil).toBe(lastRunAt);
  });
});
