import type { CheckDay } from '../../shared/evaluation/week/figures.ts';
import type { TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';

/** Last measured 25 days ago, and well then. */
export function dead(history: TouchpointHistory): TouchpointHistory {
  const last = '2026-10-29T06:00:00.000Z';
  const statuses = history.statuses.map((status) => ({
    ...status,
    lastRunAt: last,
    today: { ...status.today, date: '2026-10-29' },
  }));
  return { ...history, statuses, days: [], conversations: [] };
}

/** The form broke on Tuesday, and on Thursday its check ran for the last time. */
export function deadWhileBroken(history: TouchpointHistory): TouchpointHistory {
  const isMeasured = ({ checkId, day }: CheckDay): boolean => checkId !== 'website/form' || day.date <= '2026-11-19';
  return {
    ...history,
    statuses: history.statuses.map((status) =>
      status.checkId === 'website/form' ? { ...status, lastRunAt: '2026-11-19T10:00:00.000Z' } : status,
    ),
    days: history.days.filter(isMeasured),
  };
}

export function withoutDays(history: TouchpointHistory, dates: readonly string[]): TouchpointHistory {
  return { ...history, days: history.days.filter(({ day }) => !dates.includes(day.date)) };
}
