import type { Status } from '../../model/status.ts';
import { closeDay } from '../incidents/day.ts';
import type { CheckDay } from './figures.ts';

/** A check that runs seldom closes its Sunday on Monday noon: until then the day is in its status. */
export function openDays({
  statuses,
  days,
}: {
  readonly statuses: readonly Status[];
  readonly days: readonly CheckDay[];
}): CheckDay[] {
  return statuses.flatMap(({ checkId, today }) => {
    const day = closeDay(today);
    const isKnown = days.some((each) => each.checkId === checkId && each.day.date === today.date);
    return day === null || isKnown ? [] : [{ checkId, day }];
  });
}
