import { describe, expect, it } from 'vitest';
import { periodsUntil, recurringThemes } from '../../../shared/evaluation/themes/recurring.ts';
import { summarizeTouchpoint } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../../shared/evaluation/week/summarize-week.ts';
import { lastFullWeek, weekBefore } from '../../../shared/evaluation/week/week.ts';
import type { Closed, PlanMemory, PlanStep } from '../../../shared/model/plan.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import { neutral, people } from '../../support/a-saying.ts';
import { aBusiness, emptyHistory } from '../../support/a-week.ts';

const now = '2026-11-23T06:00:00.000Z';
const { calendar, business, touchpoints } = aBusiness();
const week = lastFullWeek(now, calendar.timeZone);
const frame = { week, before: weekBefore(week, calendar.timeZone), now, calendar };
const histories = touchpoints.map((touchpoint) => summarizeTouchpoint(emptyHistory(touchpoint), frame));

const lastMonth = { at: '2026-10-10T09:00:00.000Z' };
const id = 'themes/no-answer';
const planned = { id, kind: 'theme', touchpointId: null, probe: null, since: '2026-11-09', by: '2026-11-13' } as const;
const memory: PlanMemory = { weekId: '2026-W46', at: '2026-11-16T06:00:00.000Z', planned: [planned] };
const step = (closed: Closed | null): PlanStep => {
  const { since: _, by: __, ...action } = planned;
  return { ...action, taken: null, closed, changedAt: closed?.at ?? now };
};
const done: Closed = { how: 'done', by: 'Olena', why: 'a second phone', at: '2026-11-18T09:00:00.000Z' };

/** So many complained that nobody answers, of thirty who wrote in each month. */
function aWeek(
  complained: number,
  monthBefore: number,
  plan: { memory?: PlanMemory; steps?: PlanStep[] } = {},
): WeekSummary {
  const others = (count: number, when = {}): Saying[] => people(count, { ...neutral, ...when });
  const sayings = [
    ...people(complained),
    ...others(30 - complained),
    ...people(monthBefore, lastMonth),
    ...others(30 - monthBefore, lastMonth),
  ];
  const themes = recurringThemes({ sayings, quotable: [] }, periodsUntil(now, 30));
  return summarizeWeek({
    ...{ business, calendar, week, now, touchpoints: histories, monthlyDollars: null, themes },
    plan: { own: [], steps: [], memory: null, ...plan },
  });
}

const actionIn = ({ actions }: WeekSummary) => actions.find(({ kind }) => kind === 'theme');
const entryIn = ({ plan }: WeekSummary) => plan.find((entry) => entry.id === id);

describe('a theme in the plan', () => {
  it('comes in when more customers complain of it than chance explains', () => {
    const summary = aWeek(8, 1);
    expect(actionIn(summary)).toMatchObject({
      ...{ kind: 'theme', ids: [id], touchpointIds: ['google-reviews'], light: 'yellow', count: 8 },
      ...{ role: 'answerer', by: '2026-11-27' },
    });
    expect(entryIn(summary)).toMatchObject({ fate: 'open', kind: 'theme', touchpointId: null, light: 'yellow' });
    expect(actionIn(aWeek(4, 3))).toBeUndefined();
    expect(aWeek(4, 3).themes?.themes).toMatchObject([{ theme: 'no-answer', people: 4 }]);
  });

  it('stays when it grows no more, because nothing is better', () => {
    expect(entryIn(aWeek(8, 8, { memory }))).toMatchObject({ fate: 'overdue', since: '2026-11-09' });
  });

  it('is gone when fewer complain, and unknown where hardly anybody wrote', () => {
    expect(entryIn(aWeek(1, 8, { memory }))).toMatchObject({ fate: 'gone' });
    expect(entryIn(aWeek(3, 15, { memory }))).toMatchObject({ fate: 'gone' });
    const silent = recurringThemes({ sayings: people(2), quotable: [] }, periodsUntil(now, 30));
    const summary = summarizeWeek({
      ...{ business, calendar, week, now, touchpoints: histories, monthlyDollars: null, themes: silent },
      plan: { own: [], steps: [], memory },
    });
    expect(entryIn(summary)).toMatchObject({ fate: 'unmeasured' });
  });

  it('is not over because the reviews cannot be read any more', () => {
    const sayings = [
      ...people(1),
      ...people(20, neutral),
      ...people(8, lastMonth),
      ...people(20, { ...neutral, ...lastMonth }),
    ];
    const until = '2026-11-05T09:00:00.000Z';
    const readings = [{ checkId: 'google-reviews/responses', since: null, until }];
    const themes = recurringThemes({ sayings, quotable: [], readings }, periodsUntil(now, 30));
    const parts = { business, calendar, week, now, touchpoints: histories, monthlyDollars: null, themes };
    const summary = summarizeWeek({ ...parts, plan: { own: [], steps: [], memory } });
    expect(entryIn(summary)).toMatchObject({ fate: 'unmeasured' });
    const closed = summarizeWeek({ ...parts, plan: { own: [], steps: [step(done)], memory } });
    expect(entryIn(closed)).toMatchObject({ fate: 'unverified' });
  });

  it('marked as done is asked of nobody, until three more people say it', () => {
    const before = aWeek(8, 1, { memory, steps: [step({ ...done, at: '2026-11-21T09:00:00.000Z' })] });
    expect(entryIn(before)).toMatchObject({ fate: 'unverified' });
    expect(actionIn(before)).toBeUndefined();
    expect(entryIn(aWeek(8, 1, { memory, steps: [step(done)] }))).toMatchObject({ fate: 'back' });
    expect(entryIn(aWeek(1, 8, { memory, steps: [step(done)] }))).toMatchObject({ fate: 'done' });
  });

  it('dropped is not asked for again', () => {
    const dropped = aWeek(8, 1, { memory, steps: [step({ ...done, how: 'dropped' })] });
    expect(entryIn(dropped)).toMatchObject({ fate: 'dropped' });
    expect(actionIn(dropped)).toBeUndefined();
  });

  it('leaves the plan where nobody reads any more what customers write', () => {
    const summary = summarizeWeek({
      ...{ business, calendar, week, now, touchpoints: histories, monthlyDollars: null },
      plan: { own: [], steps: [], memory },
    });
    expect(entryIn(summary)).toBeUndefined();
  });
});
