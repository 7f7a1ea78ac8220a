import { minuteMs } from '../../model/time-spans.ts';
import { possibleTimes } from './wall-time.ts';

/** Which comes first in `03/04/2026`. */
export type DayOrder = 'day-first' | 'month-first';

export type DateReading =
  /** @param at epoch milliseconds; @param isDay without a time of day */
  | { readonly is: 'date'; readonly at: number; readonly isDay: boolean }
  /** Either of these two days, as `2026-04-03`. */
  | { readonly is: 'ambiguous'; readonly days: readonly [string, string] }
  | { readonly is: 'no-date'; readonly why: NoDate };

/** `serial` is a day as Excel counts it. */
type NoDate = 'unreadable' | 'not-in-calendar' | 'short-year' | 'serial';

interface DateFrame {
  /** Of times that name none. */
  readonly timeZone: string;
  /** What other dates prove, or the file says; null where nothing does. */
  readonly order: DayOrder | null;
  /** What a day without a time means: midnight unless it is said. */
  readonly hour?: number;
}

const written =
  /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}|\d\d))(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[a-z]{2,5}|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?)?)?$/i;

/** Hours that the letters behind a time stand for, as exports write them. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3, msk: 3 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};

/** No date is longer, and no program has to look for one in a comment. */
const longestDate = 60;

/** A day or a moment as people and programs write it, in a cell or a field. */
export function readDate(text: string, { timeZone, order, hour = 0 }: DateFrame): DateReading {
  const trimmed = text.trim();
  if (/^\d{10}(?:\.\d+)?$/.test(trimmed)) return { is: 'date', at: Math.floor(Number(trimmed)) * 1000, isDay: false };
  if (/^\d{13}$/.test(trimmed)) return { is: 'date', at: Number(trimmed), isDay: false };
  const match = trimmed.length > longestDate ? null : written.exec(trimmed);
  if (match === null) return noDate(/^\d{5}(?:[.,]\d+)?$/.test(trimmed) ? 'serial' : 'unreadable');
  if (isShortYear(match)) return noDate('short-year');
  const proven = orderIn(match);
  if (proven === 'either' && order === null) return { is: 'ambiguous', days: bothDays(match) };
  const wall = wallOf(match, proven === 'either' ? order : proven, hour);
  const offset = offsetIn(match[13]);
  if (offset === undefined) return noDate('unreadable');
  if (wall === null) return noDate('not-in-calendar');
  const at = offset === null ? possibleTimes(wall, timeZone)[0] : wall - offset;
  return at === undefined ? noDate('not-in-calendar') : { is: 'date', at, isDay: match[9] === undefined };
}

function noDate(why: NoDate): DateReading {
  return { is: 'no-date', why };
}

function bothDays(match: RegExpExecArray): [string, string] {
  const [first = '', second = '', year = ''] = [match[5], match[7], match[8]];
  const day = (month: string, date: string): string => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return [day(second, first), day(first, second)];
}

/** Two digits are a year only where nothing else can be meant: `16.11.26`. */
function isShortYear(match: RegExpExecArray): boolean {
  return match[8]?.length === 2 && match[6] !== '.';
}

/** What a date proves of its column: null where it stands in no question, or is none. */
export function orderOf(text: string): DayOrder | 'either' | null {
  const match = written.exec(text.trim());
  // With dots nobody writes the month first.
  if (match === null || match[1] !== undefined || match[6] === '.' || match[5] === match[7] || isShortYear(match))
    return null;
  return orderIn(match);
}

function orderIn(match: RegExpExecArray): DayOrder | 'either' {
  const [first, second] = [Number(match[5]), Number(match[7])];
  if (match[1] !== undefined || match[6] === '.' || first > 12) return 'day-first';
  if (second > 12) return 'month-first';
  return first === second ? 'day-first' : 'either';
}

/** The time on the wall, as if it were UTC; null where no clock shows it. */
function wallOf(match: RegExpExecArray, order: DayOrder | null, hourOfDay: number): number | null {
  const [, y, , m, d, first, , second, lastYear, h = String(hourOfDay), min = '0', s = '0', half] = match;
  const isMonthFirst = order === 'month-first';
  const month = Number(m ?? (isMonthFirst ? first : second));
  const day = Number(d ?? (isMonthFirst ? second : first));
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  if (half !== undefined && !isOfHalf(Number(h), isAfternoon)) return null;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (isAfternoon ? 12 : 0);
  const year = Number(y ?? (lastYear?.length === 2 ? `20${lastYear}` : lastYear));
  const wall = Date.UTC(year, month - 1, day, hour, Number(min), Number(s));
  const date = new Date(wall);
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isReal = isDay && date.getUTCHours() === hour;
  return isReal && Number(min) < 60 && Number(s) < 60 ? wall : null;
}

/** Some programs write `14:30 PM` and `00:10 AM`: that is said twice, and contradicts nothing. */
function isOfHalf(hour: number, isAfternoon: boolean): boolean {
  return isAfternoon ? hour > 0 && hour < 24 : hour <= 12;
}

/** Milliseconds; null where no zone is written, undefined where nobody knows which one it is. */
function offsetIn(zone: string | undefined): number | null | undefined {
  if (zone === undefined) return null;
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) {
    const hours = zones[zone.toLowerCase()];
    return hours === undefined ? undefined : hours * 60 * minuteMs;
  }
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * minuteMs;
}
