import { type Weekday, weekdays } from '../../model/business.ts';

type Thing = Readonly<Record<string, unknown>>;

/**
 * Some days of a business's structured data. An end that is not after the start is of the next day; without times it is closed on them.
 */
interface DeclaredDays {
  readonly days: readonly Weekday[];
  /** Minutes from midnight. */
  readonly open: readonly [from: number, to: number] | null;
}

/** `dated` is of a part of the year or a holiday; `unclear` is what nobody can read for certain. */
export type Declared = DeclaredDays | 'dated' | 'unclear';

/**
 * What a thing of a page's structured data says of its hours: https://schema.org/openingHoursSpecification, and openingHours where there is
 * none. Empty when it says nothing.
 */
export function declaredHours(thing: Thing): Declared[] {
  const specified = listOf(thing['openingHoursSpecification']).flatMap((each) => fromSpecification(each));
  return specified.length > 0 ? specified : listOf(thing['openingHours']).flatMap(fromText);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromSpecification(value: unknown): Declared[] {
  if (!isThing(value)) return ['unclear'];
  const { dayOfWeek, opens, closes, validFrom, validThrough } = value;
  if (validFrom !== undefined || validThrough !== undefined) return ['dated'];
  const all = listOf(dayOfWeek).map((day) => nameOf(day));
  const named = all.filter((name) => !/^PublicHolidays?$/i.test(name));
  if (all.length > 0 && named.length === 0) return ['dated'];
  const days = named.map(weekdayOf);
  if (days.length === 0 || days.includes(null)) return ['unclear'];
  return [daysWith(days, opens, closes)];
}

function nameOf(day: unknown): string {
  const written = isThing(day) ? (day['@id'] ?? day['name']) : day;
  return typeof written === 'string' ? (written.split(/[/#]/).at(-1) ?? '') : '';
}

/** Google's guide: closed all day is 00:00 to 00:00, and open all day 00:00 to 23:59. */
function daysWith(days: readonly (Weekday | null)[], opens: unknown, closes: unknown): Declared {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  const known = days.filter((day) => day !== null);
  if (from === null || to === null) return 'unclear';
  if (from === to) return from === 0 ? { days: known, open: null } : 'unclear';
  return { days: known, open: [from, to === 0 || to === lastMinute ? 1440 : to] };
}

const lastMinute = 23 * 60 + 59;

/** `08:00`, `08:00:00`, `8:00`, `08:00+02:00`, `24:00` */
function minutesOf(time: unknown): number | null {
  const match = typeof time === 'string' ? /^(\d{1,2}):(\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?$/.exec(time.trim()) : null;
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

const range = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/;

/** `Mo-Fr 08:00-20:00`, `Mo,We 9:00-12:00,13:00-18:00`, and `Mo-Su` alone for round the clock */
function fromText(value: unknown): Declared[] {
  return typeof value === 'string' ? value.split(/(?<=\d)\s*[,;]\s*(?=[A-Za-z])/).flatMap(fromPart) : ['unclear'];
}

function fromPart(text: string): Declared[] {
  const match = /^\s*([A-Za-z,\s-]*[A-Za-z])\s*((?:\d{1,2}:\d\d)[\d:\s,–-]*)?$/.exec(text);
  if (match === null) return ['unclear'];
  const [, names = '', times] = match;
  const days = names.split(',').flatMap((part) => daysBetween(part));
  if (days.length === 0 || days.includes(null)) return ['unclear'];
  if (times === undefined) return [{ days: days.filter((day) => day !== null), open: [0, 1440] }];
  return times.split(',').map((part): Declared => {
    const [, opens, closes] = range.exec(part.trim()) ?? [];
    return daysWith(days, opens, closes);
  });
}

function daysBetween(part: string): (Weekday | null)[] {
  const [from, to = from] = part.split('-').map((name) => weekdayOf(name.trim()));
  if (from === null || to === null || from === undefined || to === undefined) return [null];
  const [start, end] = [weekdays.indexOf(from), weekdays.indexOf(to)];
  return start <= end ? weekdays.slice(start, end + 1) : [...weekdays.slice(start), ...weekdays.slice(0, end + 1)];
}

function weekdayOf(name: string): Weekday | null {
  const written = name.toLowerCase();
  const start = written.slice(0, 2);
  // "Weekdays" is no Wednesday, and "Summer" no Sunday.
  if (!/^[a-z]{2,}$/.test(written) || /^(week|summ)/.test(written)) return null;
  return weekdays.find((day) => day.startsWith(start)) ?? null;
}
