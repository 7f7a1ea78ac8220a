import { expect, test } from 'vitest';
import { summarizeTouchpoint } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../../shared/evaluation/week/summarize-week.ts';
import { lastFullWeek, weekBefore } from '../../../shared/evaluation/week/week.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aBusiness, emptyHistory } from '../../support/a-week.ts';

const { calendar, business, touchpoints } = aBusiness();
const now = '2026-11-23T06:00:00.000Z';
const week = lastFullWeek(now, calendar.timeZone);
const frame = { week, before: weekBefore(week, calendar.timeZone), now, calendar };

/** The form broke at ten on three days, and is green; somebody said then that its cause was found. */
function weekIn(closedAt: string) {
  const [website] = touchpoints;
  if (website === undefined) throw new Error('Coffee Lab has a website.');
  const incidents = [17, 18, 19].map((day) => {
    const from = `2026-11-${day}T10:00:00.000Z`;
    const times = { suspectedAt: from, openedAt: from, resolvedAt: `2026-11-${day}T11:00:00.000Z` };
    return anIncident({ checkId: 'website/form', state: 'resolved', ...times });
  });
  const statuses = website.checks.map(({ id }) => aStatus({ checkId: id, lastRunAt: '2026-11-23T05:55:00.000Z' }));
  const step: PlanStep = {
    ...{ id: 'website/form+steady', kind: 'steady', touchpointId: 'website', probe: 'form', taken: null },
    ...{ closed: { how: 'done', by: 'Olena', why: '', at: closedAt }, changedAt: closedAt },
  };
  const summary = summarizeWeek({
    ...{ business, calendar, week, now, monthlyDollars: null },
    touchpoints: [summarizeTouchpoint({ ...emptyHistory(website), incidents, statuses }, frame)],
    plan: { own: [], steps: [step], memory: null },
  });
  return { actions: summary.actions.map(({ kind }) => kind), fates: summary.plan.map(({ fate }) => fate) };
}

test('what kept breaking is asked of nobody once somebody has dealt with it', () => {
  expect(weekIn('2026-11-20T09:00:00.000Z')).toEqual({ actions: [], fates: ['done'] });
});

test('it is asked for again when it broke after that, also where it had begun before', () => {
  expect(weekIn('2026-11-18T12:00:00.000Z')).toEqual({ actions: ['steady'], fates: ['back'] });
});
