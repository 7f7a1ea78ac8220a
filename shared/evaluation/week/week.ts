import { Temporal } from 'temporal-polyfill';
import { type Instant, toInstant } from '../../model/instant.ts';

/** A week from Monday's midnight to the next one's, by the business's clocks: 167 or 169 hours where those are changed. */
export interface Week {
  /** ISO 8601: `2026-W47`. */
  readonly id: string;
  /** Inclusive. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  /** Monday to Sunday, each from its midnight to the next. */
  readonly days: readonly WeekDay[];
}

export interface WeekDay {
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** The week that `at` lies in. */
export function weekAt(at: Instant, timeZone: string): Week {
  return weekFrom(mondayOf(dateAt(at, timeZone)), timeZone);
}

/** The last week that is over. */
export function lastFullWeek(at: Instant, timeZone: string): Week {
  return weekBefore(weekAt(at, timeZone), timeZone);
}

export function weekBefore({ from }: Pick<Week, 'from'>, timeZone: string): Week {
  return weekFrom(dateAt(from, timeZone).subtract({ days: 7 }), timeZone);
}

/** @returns null when the text is not a week such as `2026-W47`, or its year has no such week */
export function parseWeek(text: string, timeZone: string): Week | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (match === null) return null;
  // The fourth of January always lies in the first week.
  const first = mondayOf(new Temporal.PlainDate(Number(match[1]), 1, 4));
  const week = weekFrom(first.add({ weeks: Number(match[2]) - 1 }), timeZone);
  return week.id === text ? week : null;
}

function dateAt(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function weekFrom(monday: Temporal.PlainDate, timeZone: string): Week {
  const midnight = (days: number): Instant =>
    toInstant(monday.add({ days }).toZonedDateTime(timeZone).epochMilliseconds);
  return {
    id: `${String(monday.yearOfWeek).padStart(4, '0')}-W${String(monday.weekOfYear).padStart(2, '0')}`,
    from: midnight(0),
    to: midnight(7),
    days: Array.from({ length: 7 }, (_, day) => ({
      date: monday.add({ days: day }).toString(),
      from: midnight(day),
      to: midnight(day + 1),
    })),
  };
}
