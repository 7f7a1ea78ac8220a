import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';
import { dayMs } from '../model/time-spans.ts';
import { holidaysOfUkraine } from './holidays-of-ukraine.ts';
import { anyOf, nearestWord } from './suggest.ts';

/**
 * The holiday tables are megabytes and most steps never ask for a holiday, so they are loaded at the first question, and
 * synchronously, because reading the configuration is. A bundle must ship `date-holidays` beside it as a package.
 */
function library(): typeof HolidaysLibrary {
  const load: (name: string) => typeof HolidaysLibrary = createRequire(import.meta.url);
  return load('date-holidays');
}

/** Names by code, gathered from all the tables at the first question. */
let countriesByCode: Readonly<Record<string, string>> | undefined;

/** What is wrong with a holiday calendar's code (`UA`, `DE-BY`), as words that follow it; null when nothing is. */
export function holidayCodeProblem(code: string): string | null {
  const Holidays = library();
  countriesByCode ??= new Holidays().getCountries('en');
  const countries = countriesByCode;
  const [country = '', region] = code.split('-', 2);
  if (!Object.hasOwn(countries, country)) {
    const meant = countryMeant(code, countries);
    const remedy = meant === null ? 'write its two-letter ISO code such as UA, DE or US' : `did you mean ${meant}?`;
    return `is not a country whose holidays are known; ${remedy}`;
  }
  if (region === undefined) return null;
  const regions = Object.keys(new Holidays().getStates(country) ?? {});
  if (regions.includes(region)) return null;
  if (regions.includes(region.toUpperCase()))
    return `has its region in small letters; did you mean ${country}-${region.toUpperCase()}?`;
  if (regions.length === 0)
    return `has a region, but holidays of ${country} are known for the whole country only; write ${country}`;
  return `is not a region of ${country}; after ${country}- write ${anyOf(regions)}`;
}

function countryMeant(written: string, countries: Readonly<Record<string, string>>): string | null {
  if (written.toUpperCase() === 'UK') return 'GB';
  if (Object.hasOwn(countries, written.toUpperCase())) return written.toUpperCase();
  const name = nearestWord(written, Object.values(countries));
  return Object.keys(countries).find((code) => countries[code] === name) ?? null;
}

/** A public holiday, or another day on which nobody is at work. */
export interface DayOff {
  /** `2026-12-25` */
  readonly date: string;
  /** In English, where its calendar knows it so; null for a date of the business itself. */
  readonly name: string | null;
  /** `UA`, `DE-BY`; null for a date of the business itself. */
  readonly calendar: string | null;
}

/** `-2026-06-01` in the file: a day of work, whatever the calendars say. */
export function takenOut(entry: string): string | null {
  return entry.startsWith('-') ? entry.slice(1) : null;
}

/**
 * The days off that the file's `holidays` name, in order, each once.
 * @param listed codes, dates and dates taken out, all without faults
 */
export function daysOff(listed: readonly string[], years: readonly number[]): readonly DayOff[] {
  const out = new Set(listed.map(takenOut));
  const named = listed
    .filter((entry) => takenOut(entry) === null)
    .flatMap((entry) =>
      /^\d/.test(entry) ? [{ date: entry, name: null, calendar: null }] : publicHolidays(entry, years),
    )
    .filter(({ date }) => !out.has(date));
  const firsts = new Map(named.toReversed().map((day) => [day.date, day]));
  return [...firsts.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The public holidays of a country from a date on, for about a year. */
export function holidaysAhead(code: string, today: string): readonly DayOff[] {
  const year = Number(today.slice(0, 4));
  return daysOff([code], [year, year + 1]).filter(({ date }) => today <= date);
}

/** Those of the list that take out a day on which the same list's calendars have no holiday. */
export function takenOutInVain(listed: readonly string[]): readonly string[] {
  const codes = listed.filter((entry) => /^[A-Z]/.test(entry));
  return listed.filter((entry) => {
    const date = takenOut(entry);
    if (date === null || listed.includes(date)) return false;
    const year = Number(date.slice(0, 4));
    // A holiday may begin in the year before. What a calendar had before we corrected it is what others still believe in.
    const isKnown = (code: string): boolean => {
      const calendar = calculate(code, [year - 1, year]);
      return [...calendar, ...corrected(code, calendar)].some((day) => day.date === date);
    };
    return !codes.some(isKnown);
  });
}

/** Does a list's code stand for a calendar whose holidays are days of work by law at present? */
export function suspendedHolidays(listed: readonly string[]): boolean {
  return listed.some((entry) => entry === 'UA');
}

/**
 * Public holidays of a country or region.
 * @param code `UA`, `DE-BY`; one for which holidayCodeProblem is null
 */
function publicHolidays(code: string, years: readonly number[]): readonly DayOff[] {
  const known = calculated.get(`${code} ${years}`) ?? corrected(code, calculate(code, years));
  calculated.set(`${code} ${years}`, known);
  return known;
}

/** A calendar takes longer than all the rest of the file, and who watches a file being written reads it again and again. */
const calculated = new Map<string, readonly DayOff[]>();

/** A holiday as the library has it. */
interface Calculated extends DayOff {
  /** `05-09 and if saturday, sunday then next monday` */
  readonly rule: string;
}

function calculate(code: string, years: readonly number[]): readonly Calculated[] {
  const Holidays = library();
  const [country = '', region] = code.split('-', 2);
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  return years
    .flatMap((year) => calendar.getHolidays(year, 'en'))
    .filter((holiday) => holiday.type === 'public')
    .flatMap(({ date, start, end, name, rule }) =>
      datesCovered(date.slice(0, 10), end.getTime() - start.getTime()).map((day) => ({
        ...{ date: day, name, calendar: code, rule },
      })),
    );
}

function corrected(code: string, holidays: readonly Calculated[]): readonly DayOff[] {
  const right = code === 'UA' ? holidaysOfUkraine(holidays) : holidays;
  return right.map(({ date, name, calendar }) => ({ date, name, calendar }));
}

/** A holiday may last several days; an hour more or less is a clock change. */
function datesCovered(firstDate: string, lengthMs: number): string[] {
  const days = Math.max(1, Math.round(lengthMs / dayMs));
  const first = Date.parse(`${firstDate}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}
