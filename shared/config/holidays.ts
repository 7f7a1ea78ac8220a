import { createRequire } from 'node:module';
import type HolidaysLibrary from 'date-holidays';
import { dayMs } from '../model/time-spans.ts';
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
  if (!(country in countries)) {
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
  if (written.toUpperCase() in countries) return written.toUpperCase();
  const name = nearestWord(written, Object.values(countries));
  return Object.keys(countries).find((code) => countries[code] === name) ?? null;
}

/**
 * Public holidays of a country or region as dates.
 * @param code `UA`, `DE-BY`; one for which holidayCodeProblem is null
 */
export function holidayDates(code: string, years: readonly number[]): string[] {
  const known = calculated.get(`${code} ${years}`) ?? calculate(code, years);
  calculated.set(`${code} ${years}`, known);
  return [...known];
}

/** A calendar takes longer than all the rest of the file, and who watches a file being written reads it again and again. */
const calculated = new Map<string, readonly string[]>();

function calculate(code: string, years: readonly number[]): readonly string[] {
  const Holidays = library();
  const [country = '', region] = code.split('-', 2);
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  return years
    .flatMap((year) => calendar.getHolidays(year))
    .filter((holiday) => holiday.type === 'public')
    .flatMap((holiday) => datesCovered(holiday.date.slice(0, 10), holiday.end.getTime() - holiday.start.getTime()));
}

/** A holiday may last several days; an hour more or less is a clock change. */
function datesCovered(firstDate: string, lengthMs: number): string[] {
  const days = Math.max(1, Math.round(lengthMs / dayMs));
  const first = Date.parse(`${firstDate}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}
