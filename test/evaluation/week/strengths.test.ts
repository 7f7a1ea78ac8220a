import { describe, expect, test } from 'vitest';
import type { TouchpointHistory } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { bestStrengths, type Strength, strengthsOf } from '../../../shared/evaluation/week/strengths.ts';
import { parseWeek, type Week, weekBefore } from '../../../shared/evaluation/week/week.ts';
import type { Touchpoint } from '../../../shared/model/business.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aBusiness, aConversation, aDay, emptyHistory } from '../../support/a-week.ts';

const { calendar, touchpoints } = aBusiness();
const now = '2026-11-23T06:00:00.000Z';
const found = parseWeek('2026-W47', calendar.timeZone);
if (found === null) throw new Error('2026-W47 is a week.');
const week = found;
const frame = { week, now, calendar };
const facebook = touchpoint('facebook');
const reviews = touchpoint('google-reviews');

function touchpoint(id: string): Touchpoint {
  const its = touchpoints.find((each) => each.id === id);
  if (its === undefined) throw new Error(`Coffee Lab has ${id}.`);
  return its;
}

/** The dates of the last weeks, oldest first. */
function datesOf(weeks: number): string[] {
  const all: Week[] = [week];
  while (all.length < weeks) all.unshift(weekBefore(all[0] ?? week, calendar.timeZone));
  return all.flatMap(({ days }) => days.map(({ date }) => date));
}

function green(of: Touchpoint, dates: readonly string[], rating: (n: number) => number = () => 4.5): TouchpointHistory {
  const [check] = of.checks;
  const id = check?.id ?? '';
  const averageRating = (n: number) => ({ p50: rating(n), p75: rating(n), max: rating(n) });
  return {
    ...emptyHistory(of),
    statuses: [aStatus({ touchpointId: of.id, checkId: id, lastRunAt: '2026-11-23T05:55:00.000Z' })],
    days: dates.map((date, n) => ({
      checkId: id,
      day: aDay(date, id, 0, { measurements: { averageRating: averageRating(n) } }),
    })),
  };
}

const answered = (date: string, minutes: number, n: number) =>
  aConversation({
    ...{ id: `t${n}`, state: 'answered', reason: 'answered' },
    ...{ waitingSince: `${date}T08:00:00.000Z`, answeredAt: `${date}T09:00:00.000Z`, responseMinutes: minutes },
  });

describe('what lasted for four weeks', () => {
  test('is a strength, from the first green day on', () => {
    expect(strengthsOf(green(facebook, datesOf(4)), frame)).toEqual([
      { kind: 'green', touchpointId: 'facebook', since: '2026-10-26' },
    ]);
    expect(strengthsOf(green(facebook, datesOf(7)), frame)).toMatchObject([{ since: '2026-10-05' }]);
  });

  test('is none after three weeks, or with a day that nobody measured', () => {
    expect(strengthsOf(green(facebook, datesOf(3)), frame)).toEqual([]);
    const dates = datesOf(5);
    expect(strengthsOf(green(facebook, dates.toSpliced(20, 1)), frame), 'a day is missing').toEqual([]);
    const history = green(facebook, dates);
    const runs = { green: 10, yellow: 0, red: 0, unknown: 38 };
    const days = history.days.map((each, n) => (n === 20 ? { ...each, day: { ...each.day, runs } } : each));
    expect(strengthsOf({ ...history, days }, frame), 'a day was grey').toEqual([]);
    expect(strengthsOf(emptyHistory(facebook), frame)).toEqual([]);
  });

  test('begins after the last day that was not green, where that lies further back', () => {
    const history = green(facebook, datesOf(7));
    const runs = { green: 0, yellow: 0, red: 0, unknown: 48 };
    const days = history.days.map((each, n) => (n === 9 ? { ...each, day: { ...each.day, runs } } : each));
    expect(strengthsOf({ ...history, days }, frame)).toMatchObject([{ kind: 'green', since: '2026-10-15' }]);
  });

  test('answers count from ten on, in each week, and with 95% in time', () => {
    const dates = datesOf(4);
    const conversations = dates
      .slice(0, 20)
      .concat(dates.slice(-1))
      .map((date, n) => answered(date, n === 3 ? 500 : 60, n));
    // The one who waited too long made a yellow day.
    const waited = { suspectedAt: '2026-10-29T10:00:00.000Z', openedAt: '2026-10-29T10:00:00.000Z' };
    const incident = anIncident({
      ...{ touchpointId: 'facebook', checkId: 'facebook/responses', ...waited },
      ...{ state: 'resolved', light: 'yellow', worstLight: 'yellow', resolvedAt: '2026-10-29T15:00:00.000Z' },
    });
    const runs = { green: 40, yellow: 8, red: 0, unknown: 0 };
    const history = green(facebook, dates);
    const days = history.days.map((each, n) => (n === 3 ? { ...each, day: { ...each.day, runs } } : each));
    const [answers, ...rest] = strengthsOf({ ...history, days, incidents: [incident], conversations }, frame);
    expect(rest, 'not green every day').toEqual([]);
    expect(answers).toEqual({ kind: 'answers', touchpointId: 'facebook', since: '2026-10-26', count: 21, inTime: 20 });
    const without = (some: readonly string[]) =>
      strengthsOf({ ...green(facebook, dates), conversations: some.map((date, n) => answered(date, 60, n)) }, frame);
    expect(
      without(dates.slice(0, 21)).map(({ kind }) => kind),
      'nobody wrote last week',
    ).toEqual(['green']);
    expect(
      without(dates.filter((_, n) => n % 4 === 0)).map(({ kind }) => kind),
      'seven answers',
    ).toEqual(['green']);
    const late = dates.map((date, n) => answered(date, n < 2 ? 500 : 60, n));
    expect(strengthsOf({ ...green(facebook, dates), conversations: late }, frame)).toHaveLength(1);
  });

  test('a rating that rises from week to week is one; one that fell in between is none', () => {
    const rising = green(reviews, datesOf(4), (n) => 4.5 + Math.floor(n / 7) * 0.02);
    expect(strengthsOf(rising, frame)[0]).toMatchObject({ kind: 'rating', since: '2026-10-26', from: 4.5, to: 4.56 });
    const fallen = green(reviews, datesOf(4), (n) => (n > 6 && n < 14 ? 4.4 : 4.5 + Math.floor(n / 7) * 0.02));
    expect(strengthsOf(fallen, frame).map(({ kind }) => kind)).toEqual(['green']);
  });
});

test('at most three are told, one of each touchpoint: people before machines, and the longest first', () => {
  const of = (touchpointId: string, since: string): Strength => ({ kind: 'green', touchpointId, since });
  const answers = { kind: 'answers', touchpointId: 'd', since: '2026-10-26', count: 20, inTime: 20 } as const;
  const all = [of('a', '2026-10-26'), of('b', '2026-09-07'), of('c', '2026-10-05'), of('d', '2026-08-03'), answers];
  expect(bestStrengths(all).map(({ touchpointId, kind }) => `${touchpointId} ${kind}`)).toEqual([
    'd answers',
    'b green',
    'c green',
  ]);
});
