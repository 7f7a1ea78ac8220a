import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { Period } from './troubles.ts';
import type { Week } from './week.ts';

export interface WeekFrame {
  readonly week: Week;
  readonly before: Week;
  /** When the mail is written. */
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** The mail of a week shows today's lights until the next mail; a week further back shows how it ended. */
export function isPresent({ week, now }: Pick<WeekFrame, 'week' | 'now'>): boolean {
  return Date.parse(now) - Date.parse(week.to) < 7 * dayMs;
}

/** What is reported goes up to now, or to the end of a week further back. */
export function reportedPeriod(frame: Pick<WeekFrame, 'week' | 'now'>): Period {
  return { from: frame.week.from, to: isPresent(frame) ? frame.now : frame.week.to };
}
