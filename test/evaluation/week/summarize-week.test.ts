import { describe, expect, test } from 'vitest';
import { summarizeTouchpoint, type TouchpointHistory } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../../shared/evaluation/week/summarize-week.ts';
import { troublesOf } from '../../../shared/evaluation/week/troubles.ts';
import { parseWeek, weekBefore } from '../../../shared/evaluation/week/week.ts';
import type { Conversation } from '../../../shared/model/conversation.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aCheck } from '../../support/a-check.ts';
import { anIncident, aStatus as anyStatus } from '../../support/a-status.ts';
import { aBusiness, aConversation, aDay, aPoll, emptyHistory } from '../../support/a-week.ts';

const { calendar, business, touchpoints } = aBusiness();
const now = '2026-11-23T06:00:00.000Z';
const found = parseWeek('2026-W47', calendar.timeZone);
if (found === null) throw new Error('2026-W47 is a week.');
const week = found;
const frame = { week, before: weekBefore(week, calendar.timeZone), now, calendar };
const [website, facebook] = touchpoints;
if (website === undefined || facebook === undefined) throw new Error('Coffee Lab has a website and a Facebook page.');

/** Measured five minutes ago. */
const aStatus = (overrides: Partial<Status>): Status =>
  anyStatus({ lastRunAt: '2026-11-23T05:55:00.000Z', ...overrides });
const summarize = (history: Partial<TouchpointHistory>) =>
  summarizeTouchpoint({ ...emptyHistory(history.touchpoint ?? website), ...history }, frame);
const form = 'website/form';
const over = (from: string, to: string, overrides: Partial<Incident> = {}): Incident =>
  anIncident({ checkId: form, state: 'resolved', suspectedAt: from, openedAt: from, resolvedAt: to, ...overrides });

describe('the light and the strip', () => {
  test('what was never measured is grey, never green, and said to be unseen', () => {
    const { light, strip, measurementGaps, worstBefore } = summarize({});
    expect(light).toBe('unknown');
    expect(strip.map((day) => day.light)).toEqual(Array.from({ length: 7 }, () => null));
    expect(worstBefore).toBeNull();
    expect(measurementGaps.every(({ how }) => how === 'never')).toBe(true);
  });

  test('one configured check without a status makes the touchpoint grey, however green the others are', () => {
    const statuses = website.checks.slice(1).map(({ id }) => aStatus({ checkId: id }));
    expect(summarize({ statuses }).light).toBe('unknown');
  });

  test('a check that is no longer configured has no say in the light', () => {
    const statuses = website.checks.map(({ id }) => aStatus({ checkId: id }));
    const removed = aStatus({ checkId: 'website/page-load:/old@mobile', light: 'red' });
    expect(summarize({ statuses: [...statuses, removed] }).light).toBe('green');
  });

  test('a day is red where a confirmed incident lies in it and its runs saw it; one failed run alone makes no red day', () => {
    const runs = { green: 280, yellow: 0, red: 1, unknown: 0 };
    const days = week.days.map(({ date }) => ({ checkId: form, day: aDay(date, form, 0, { runs }) }));
    const incidents = [over('2026-11-17T10:00:00.000Z', '2026-11-18T10:00:00.000Z')];
    const lights = summarize({ days, incidents }).strip.map(({ light }) => light);
    expect(lights).toEqual(['green', 'red', 'red', 'green', 'green', 'green', 'green']);
    expect(summarize({ days }).strip.every(({ light }) => light === 'green')).toBe(true);
  });

  test('a day of which most runs could not be made is grey', () => {
    const runs = { green: 3, yellow: 0, red: 0, unknown: 4 };
    const days = [{ checkId: form, day: aDay('2026-11-18', form, 0, { runs }) }];
    expect(summarize({ days }).strip[2]?.light).toBe('unknown');
  });

  test('Sunday, not yet closed by a check that runs seldom, is read from its status', () => {
    const today = { date: '2026-11-22', runs: { green: 2, yellow: 0, red: 0, unknown: 0 }, values: {} };
    const { strip, runs } = summarize({ statuses: [aStatus({ checkId: form, today })] });
    expect(strip[6]?.light).toBe('green');
    expect(runs).toBe(2);
  });
});

describe('troubles', () => {
  test('what overlaps on phone and desktop is one, and its time counts once', () => {
    const trouble = troublesOf(
      [
        over('2026-11-17T10:00:00.000Z', '2026-11-17T12:00:00.000Z', { checkId: 'website/page-load@mobile' }),
        over('2026-11-17T11:00:00.000Z', '2026-11-17T13:00:00.000Z', { checkId: 'website/page-load@desktop' }),
      ],
      frame.week,
    );
    expect(trouble).toHaveLength(1);
    expect(trouble[0]).toMatchObject({
      kind: 'page-load',
      badMs: 3 * 3_600_000,
      spans: [{ from: '2026-11-17T10:00:00.000Z', to: '2026-11-17T13:00:00.000Z' }],
    });
  });

  test('an incident that began weeks ago counts from the week’s beginning; its length is told from its own', () => {
    const old = anIncident({
      checkId: form,
      suspectedAt: '2026-09-01T10:00:00.000Z',
      openedAt: '2026-09-01T10:05:00.000Z',
    });
    const { troubles, badMs, badMsBefore } = summarize({
      statuses: [aStatus({ checkId: form, light: 'red', incident: old })],
    });
    expect(troubles[0]).toMatchObject({ open: 'red', since: old.suspectedAt });
    expect(badMs).toBe(168 * 3_600_000);
    expect(badMsBefore).toBe(168 * 3_600_000);
  });

  test('a site that cannot be reached is one trouble, whichever check found it', () => {
    const unreachable = { cause: 'unreachable' } as const;
    const kinds = troublesOf(
      website.checks.map(({ id }) =>
        over('2026-11-17T10:00:00.000Z', '2026-11-17T12:00:00.000Z', { checkId: id, ...unreachable }),
      ),
      frame.week,
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(['availability']);
  });

  test('a suspicion that was never confirmed is none', () => {
    const suspicion = anIncident({
      checkId: form,
      state: 'suspected',
      openedAt: null,
      suspectedAt: '2026-11-18T10:00:00.000Z',
    });
    expect(summarize({ statuses: [aStatus({ checkId: form, incident: suspicion })] }).troubles).toEqual([]);
  });
});

describe('figures', () => {
  test('this week beside last week, by the middle day', () => {
    const days = [...frame.before.days, ...week.days].map(({ date }, n) => ({
      checkId: 'website/page-load@mobile',
      day: aDay(date, 'website/page-load@mobile', n),
    }));
    expect(summarize({ days }).figures).toContainEqual({ id: 'phoneContentMs', now: 1860, before: 1790, bad: false });
  });

  test('answers in time, the typical first answer, and the rating with its change', () => {
    const answered = (at: string, responseMinutes: number) =>
      aConversation({ id: at, state: 'answered', answeredAt: at, responseMinutes });
    const { figures } = summarize({
      touchpoint: facebook,
      conversations: [
        answered('2026-11-17T10:00:00.000Z', 30),
        answered('2026-11-18T10:00:00.000Z', 300),
        answered('2026-11-12T10:00:00.000Z', 60),
      ],
      polls: [aPoll('facebook/responses', [4.4, 4.4, 4.4, 4.5, 4.5, 4.5, 4.6])],
    });
    expect(figures).toEqual([
      { id: 'answeredInTime', now: 0.5, before: 1, bad: true },
      { id: 'firstResponseMinutes', now: 30, before: 60, bad: false },
      { id: 'rating', now: 4.6, before: 4.4, bad: false },
    ]);
  });

  test('of a phone: how many got through at once, after how long, and who was not called back', () => {
    const called = (minute: number, more: Partial<Conversation>) =>
      aConversation({
        id: `call ${minute}`,
        kind: 'call',
        startedAt: `2026-11-17T10:${minute}:00.000Z`,
        waitingSince: `2026-11-17T10:${minute}:00.000Z`,
        ...more,
      });
    const pickedUp = (minute: number, second: number) =>
      called(minute, {
        state: 'answered',
        reason: 'picked-up',
        answeredAt: `2026-11-17T10:${minute}:${second}.000Z`,
        responseMinutes: 0,
      });
    const { figures } = summarize({
      touchpoint: facebook,
      conversations: [
        pickedUp(10, 12),
        pickedUp(11, 40),
        pickedUp(12, 20),
        called(13, {
          state: 'answered',
          reason: 'answered',
          answeredAt: '2026-11-17T11:00:00.000Z',
          responseMinutes: 47,
        }),
        called(14, {}),
        called(15, { state: 'no-reply-needed', reason: 'misdial', waitingSince: null }),
        called(16, { state: 'no-reply-needed', reason: 'withheld', waitingSince: null }),
      ],
    });
    expect(figures.filter(({ id }) => !['answeredInTime', 'firstResponseMinutes'].includes(id))).toEqual([
      { id: 'callsPickedUp', now: 0.5, before: null, bad: true },
      { id: 'ringMs', now: 20_000, before: null, bad: false },
      { id: 'notCalledBack', now: 1, before: null, bad: true },
    ]);
  });

  test('who is not answered at all counts as not answered in time; what was promised for later does not count yet', () => {
    const answered = aConversation({
      state: 'answered',
      answeredAt: '2026-11-17T10:00:00.000Z',
      responseMinutes: 30,
    });
    const waits = (id: string, waitingSince: string) => aConversation({ id, waitingSince });
    const { figures } = summarize({
      touchpoint: facebook,
      conversations: [answered, waits('w1', '2026-11-19T08:00:00.000Z'), waits('w2', '2026-11-22T08:00:00.000Z')],
    });
    expect(figures[0]).toEqual({ id: 'answeredInTime', now: 0.5, before: null, bad: true });
  });

  test('a rating whose beginning nobody has seen has no change', () => {
    const { figures } = summarize({ touchpoint: facebook, polls: [aPoll('facebook/responses', [4.5, 4.6])] });
    expect(figures).toEqual([{ id: 'rating', now: 4.6, before: null, bad: false }]);
  });

  test('a site or a form that failed in one of a hundred runs is marked', () => {
    const days = week.days.map(({ date }) => ({
      checkId: 'website/form',
      day: aDay(date, 'website/form', 0, { runs: { green: 95, yellow: 0, red: 5, unknown: 0 } }),
    }));
    expect(summarize({ days }).figures).toContainEqual({ id: 'formWorks', now: 0.95, before: null, bad: true });
  });

  test('mornings on which nobody was at the chat are counted, of those on which somebody looked', () => {
    const usual = [1, 0, 1, 1, 0];
    const days = week.days.slice(0, 5).map(({ date }, n) => ({
      checkId: 'website/live-chat',
      day: aDay(date, 'website/live-chat', 0, {
        measurements: { nobodyInTheMorning: { p50: usual[n] ?? 0, p75: 1, max: 1 } },
      }),
    }));
    const figure = { id: 'emptyChatMornings', now: 3, before: null, bad: true, of: { now: 5, before: 0 } };
    const touchpoint = { ...website, checks: [aCheck({ id: 'website/live-chat' })] };
    expect(summarize({ touchpoint, days }).figures).toEqual([figure]);
  });
});

describe('what to do', () => {
  const whole = (...histories: Partial<TouchpointHistory>[]) =>
    summarizeWeek({ business, calendar, week, now, touchpoints: histories.map(summarize), monthlyDollars: null });

  test('while the site does not answer, only that; red before grey; with a date on which somebody works', () => {
    const down = anIncident({
      checkId: 'website/availability',
      cause: 'unreachable',
      suspectedAt: '2026-11-20T10:00:00.000Z',
    });
    const slow = anIncident({ suspectedAt: '2026-11-20T10:00:00.000Z' });
    const statuses = website.checks.map(({ id }) =>
      aStatus({
        checkId: id,
        light: id === 'website/lighthouse' ? 'unknown' : 'red',
        incident: id === down.checkId ? down : id === slow.checkId ? slow : null,
      }),
    );
    const { actions, worst } = whole({ statuses });
    expect(actions.map(({ kind, probe }) => `${kind} ${probe}`)).toEqual(['repair availability', 'see lighthouse']);
    expect(actions[0]).toMatchObject({ role: 'host', by: '2026-11-23' });
    expect(worst?.trouble.kind).toBe('availability');
  });

  test('customers who wait longer than promised come with their number', () => {
    const conversations = [aConversation({ id: 'a' }), aConversation({ id: 'b' })];
    const { actions, touchpoints: weeks } = whole({ touchpoint: facebook, conversations });
    expect(weeks[0]?.overdue).toHaveLength(2);
    expect(actions[0]).toMatchObject({ kind: 'answer', count: 2, role: 'answerer' });
  });

  test('what broke three times and was repaired each time has a cause to be found', () => {
    const incidents = [17, 18, 19].map((day) => over(`2026-11-${day}T10:00:00.000Z`, `2026-11-${day}T11:00:00.000Z`));
    const statuses = website.checks.map(({ id }) => aStatus({ checkId: id }));
    expect(whole({ incidents, statuses }).actions).toMatchObject([{ kind: 'steady', probe: 'form', count: 3 }]);
  });

  test('of a week long past nothing is suggested, and its light is that of its end', () => {
    const past = { ...frame, now: '2026-12-20T06:00:00.000Z' };
    const days = week.days.map(({ date }) => ({ checkId: form, day: aDay(date, form) }));
    const one = summarizeTouchpoint({ ...emptyHistory(website), days, statuses: [] }, past);
    expect(one.light).toBe('green');
    const died = summarizeTouchpoint({ ...emptyHistory(website), days: days.slice(0, 3), statuses: [] }, past);
    expect(died.light, 'its last days were not measured').toBe('unknown');
    const summary = summarizeWeek({
      business,
      calendar,
      week,
      now: past.now,
      touchpoints: [one],
      monthlyDollars: null,
    });
    expect(summary).toMatchObject({ present: false, actions: [] });
  });
});
