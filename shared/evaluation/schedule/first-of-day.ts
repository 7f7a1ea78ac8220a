import { dayMs, minuteMs } from '../../model/time-spans.ts';
import type { VisitRequest } from '../../model/visit.ts';

/** Is it the visit's first of its UTC day? One picture a day shows an owner what is seen; one of each run would be stored for months. */
export function isFirstOfItsDay({ scheduledAt, checks }: Pick<VisitRequest, 'scheduledAt' | 'checks'>): boolean {
  const minuteOfDay = (Date.parse(scheduledAt) % dayMs) / minuteMs;
  return checks.some(({ everyMinutes }) => minuteOfDay < everyMinutes);
}
