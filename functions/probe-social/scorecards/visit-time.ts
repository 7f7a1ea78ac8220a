import { Temporal } from 'temporal-polyfill';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';

type TimeReading = { readonly at: Instant } | { readonly problem: string };

const yearFirst =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T, ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|[+-]\d\d:?\d\d)?)?$/i;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i;

const remedy = 'write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30';
const firstYear = 2000;

/**
 * When a visit took place. A date alone is read as noon; with dots, the day comes first; with slashes or hyphens, only what can
 * be read in one way.
 * @param now epoch milliseconds
 * @returns `problem`: words that follow the value
 */
export function readVisitTime(text: string, timeZone: string, now: number): TimeReading {
  const parts = partsOf(text.trim());
  if ('problem' in parts) return parts;
  const { zone = timeZone, ...wall } = parts;
  let at: number;
  try {
    at = Temporal.ZonedDateTime.from({ ...wall, timeZone: zone }, { overflow: 'reject' }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return { problem: `is not in the calendar; ${remedy}` };
    throw error;
  }
  if (wall.year < firstYear) return { problem: `is in the year ${wall.year}; ${remedy}` };
  // Clocks differ, and so do zones.
  return at > now + dayMs ? { problem: 'lies in the future; correct the date' } : { at: toInstant(at) };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone?: string;
}

function partsOf(text: string): Parts | { readonly problem: string } {
  const iso = yearFirst.exec(text);
  if (iso !== null) {
    const [, year, , month, day, hour, minute, second, zone] = iso;
    const named =
      zone === undefined ? {} : { zone: /^z$/i.test(zone) ? 'UTC' : zone.replace(/^(...)(\d\d)$/, '$1:$2') };
    return { year: Number(year), month: Number(month), day: Number(day), ...clockOf(hour, minute, second), ...named };
  }
  const local = yearLast.exec(text);
  if (local === null) return { problem: /^\d{5}(?:[.,]\d+)?$/.test(text) ? serial : `is not a date; ${remedy}` };
  const [, a, separator, b, written = '', hour, minute, second, half] = local;
  if (written.length === 2 && separator !== '.') return { problem: `has a year of two digits; ${remedy}` };
  const [first, other] = [Number(a), Number(b)];
  const isDayFirst = separator === '.' || first > 12 || first === other;
  if (!isDayFirst && other <= 12) return { problem: ambiguous(first, other, written) };
  const [day, month] = isDayFirst ? [first, other] : [other, first];
  const year = Number(written.length === 2 ? `20${written}` : written);
  return { year, month, day, ...clockOf(hour, minute, second, half) };
}

const serial = `is a date as Excel counts it; give the column the format "date", or ${remedy}`;

function ambiguous(first: number, other: number, year: string): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `may be two days: write ${year}-${two(other)}-${two(first)} or ${year}-${two(first)}-${two(other)}`;
}

function clockOf(hour = '12', minute = '0', second = '0', half?: string) {
  const shift = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return { hour: shift, minute: Number(minute), second: Number(second) };
}
