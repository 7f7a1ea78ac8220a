import { type DateReading, readDate } from '../../../shared/evaluation/dates/read-date.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';

type TimeReading = { readonly at: Instant } | { readonly problem: string };

const remedy = 'write it like 2026-11-20, 20.11.2026 or 2026-11-20 14:30';
const noon = 12;
/** A day before it in UTC is one of that year elsewhere. */
const firstMoment = Date.UTC(1999, 11, 31);

const problems: Readonly<Record<Extract<DateReading, { readonly is: 'no-date' }>['why'], string>> = {
  unreadable: `is not a date; ${remedy}`,
  'not-in-calendar': `is not in the calendar; ${remedy}`,
  'short-year': `has a year of two digits; ${remedy}`,
  serial: `is a date as Excel counts it; give the column the format "date", or ${remedy}`,
};

/**
 * When a visit took place. A date alone is read as noon; with slashes or hyphens, only what can be read in one way.
 * @param now epoch milliseconds
 * @returns `problem`: words that follow the value
 */
export function readVisitTime(text: string, timeZone: string, now: number): TimeReading {
  const reading = readDate(text, { timeZone, order: null, hour: noon });
  switch (reading.is) {
    case 'ambiguous':
      return { problem: `may be two days: write ${reading.days.join(' or ')}` };
    case 'no-date':
      return { problem: problems[reading.why] };
    case 'date': {
      const { at } = reading;
      if (at < firstMoment) return { problem: `is in the year ${new Date(at).getUTCFullYear()}; ${remedy}` };
      // Clocks differ, and so do zones.
      return at > now + dayMs ? { problem: 'lies in the future; correct the date' } : { at: toInstant(at) };
    }
  }
}
