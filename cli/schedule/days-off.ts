import { type DayOff, suspendedHolidays } from '../../shared/config/holidays.ts';
import { type Calendar, weekdays } from '../../shared/model/business.ts';

/** A day off, and whether the business is closed on that weekday anyway. */
export interface ListedDayOff extends DayOff {
  readonly closedAnyway: boolean;
}

/** What `validate` believes to be days off, for the person who knows better. */
export function describeDaysOff(daysOff: readonly DayOff[], { shifts }: Calendar): readonly ListedDayOff[] {
  return daysOff.map((day) => {
    const weekday = weekdays[(new Date(day.date).getUTCDay() + 6) % 7] ?? 'mon';
    return { ...day, closedAnyway: shifts[weekday].length === 0 };
  });
}

const listedAtMost = 12;

/** As lines for a terminal, with whose data it is. */
export function formatDaysOff(daysOff: readonly ListedDayOff[]): string {
  const open = daysOff.filter(({ closedAnyway }) => !closedAnyway);
  const more = open.length - listedAtMost;
  const closed = daysOff.length - open.length;
  return [
    open.length === 0
      ? 'Days off in the next 12 months: none on a working day.'
      : 'Days off in the next 12 months, on which nobody is expected to answer:',
    ...open.slice(0, listedAtMost).map(lineOf),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(closed > 0 ? [`  (${closed} more on days that are closed anyway)`] : []),
    ...sourceLines(daysOff),
  ].join('\n');
}

function lineOf({ date, name, calendar }: DayOff): string {
  return `  ${writtenDate(date)}  ${name === null ? 'from the file' : `${name} (${calendar})`}`;
}

/** "Fri 25 Dec 2026" */
export function writtenDate(date: string): string {
  const format = { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(date).toLocaleDateString('en-GB', format).replace(',', '');
}

/** Shown beside a list of Ukraine's holidays. */
export const suspendedSentence =
  'Under martial law (since 24 February 2022), public holidays in Ukraine are working days and are not moved to a Monday: keep only those on which you are closed.';

function sourceLines(daysOff: readonly ListedDayOff[]): string[] {
  const calendars = [...new Set(daysOff.flatMap(({ calendar }) => calendar ?? []))];
  const example = daysOff.find(({ calendar }) => calendar !== null);
  if (example === undefined) return [];
  return [
    `The calendar of ${calendars.join(', ')} comes from the package date-holidays and is not official. A day that is none: "-${example.date}" in the list of holidays.`,
    ...(suspendedHolidays(calendars) ? [suspendedSentence] : []),
  ];
}
