import {
  type CountryCode,
  findPhoneNumbersInText,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { patterns } from '../lexicon/index.ts';
import type { CountryHints } from './countries.ts';
import { findVanityNumbers, readPhone, tell } from './dialling.ts';
import { withLatinDigits } from './latin-digits.ts';
import { isCalledPhone, isDateOrHours, isSomethingElse } from './number-context.ts';
import { secondNumbers, type WrittenPhone } from './second-numbers.ts';

/** Fewer digits are a postal code or a house unless somebody calls them a phone. */
const shortest = 7;
/** Nobody writes anything else like "(555) 123-4567", "555-123-4567", "8 (000) 123-45-67" or "(01632) 960123", whatever the numbering plan says. */
const phoneShapes = [
  /^(?:[018][\s-]?)?\(\d{2,5}\)[\s-]?\d{1,4}(?:[\s.-]\d{2,4}){1,3}$/,
  /^\(0\d{2,4}\)\s?\d{5,8}$/,
  /^(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}$/,
  /^0\d{2}[-\s]\d{3}[-\s]\d{2}[-\s]\d{2}$/,
  /^\(0\d{2,4}\)\s?\d{3,8}-\d{1,4}$/,
];
/** "01632 960 123", "0115 496 0123": as the British group them. */
const britishShape = /^0(?:\d{4}\s\d{3}\s?\d{3}|\d{3}\s\d{3}\s\d{4})$/;
/** Also straight after "Tel:", but not within a longer number, a price, a date or an address. */
const candidate =
  /(?<![\p{L}\d#№_/=,-]|\d[.:])(?:\+|00)?[(\d][\d\s().\u00a0\u2009\u2010-\u2015/-]{5,22}\d(?![\d\p{L}])/gu;
/** Marks that nobody sees, and look-alikes of the hyphen. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Phone numbers in running text. Prices, dates, hours, tax ids, accounts and order numbers are not phones. */
export function findPhones(written: string, hints: CountryHints): WrittenPhone[] {
  if (!/\p{Nd}.*\p{Nd}/su.test(written)) return [];
  const text = withLatinDigits(written)
    .replace(unseen, ' ')
    .replace(/[\u2212\ufe63\uff0d]/g, '-');
  const found = new Map<number, WrittenPhone>();
  const isKnown = (start: number, end: number): boolean =>
    [...found.values()].some((phone) => start < phone.end && end > phone.start);
  const numbers = withoutHours(text, hints.countries);
  for (const vanity of findVanityNumbers(numbers, hints)) {
    if (!isSomethingElse(text, vanity.start, vanity.end)) found.set(vanity.start, vanity);
  }
  for (const { index, 0: piece } of numbers.matchAll(/[^,;|\n•·]+/g)) {
    for (const { startsAt, endsAt, number } of numbersIn(piece, hints.countries)) {
      const [start, end] = [index + startsAt, index + endsAt];
      if (isKnown(start, end) || isSomethingElse(text, start, end)) continue;
      const digits = text.slice(start, end);
      if (digits.replace(/\D/g, '').length < shortest && !isCalledPhone(text, start)) continue;
      if (lacksTrunkZero(digits, number) && !isCalledPhone(text, start)) continue;
      if (!hints.certain && !/^\s*(\+|00)/.test(digits) && !looksDialable(text, start, end)) continue;
      found.set(start, { start, end, value: tell(number, digits, hints) });
    }
  }
  for (const { index, 0: digits } of numbers.matchAll(candidate)) {
    const end = index + digits.length;
    const value = isKnown(index, end) ? null : readOddPhone(text, index, end, hints);
    if (value !== null) found.set(index, { start: index, end, value });
  }
  for (const second of secondNumbers(text, [...found.values()], hints)) {
    for (const [at, phone] of found) if (second.start < phone.end && second.end > phone.start) found.delete(at);
    found.set(second.start, second);
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

/** Where every number within the country is written with its zero; other countries have none, or leave it out. */
const withTrunkZero = new Set('AT AU BE BG CH DE FI FR GB HR IE NL NZ RO RS SE SI SK TR UA ZA'.split(' '));

/** "521748300" on a German page: a figure of some register, which would be dialled with a zero were it a phone. */
function lacksTrunkZero(written: string, { country, nationalNumber }: PhoneNumber): boolean {
  // Short codes, such as 1800 and 444, have no zero.
  const isBare = /^[2-9]\d{7,}$/.test(written.trim()) && written.trim() === nationalNumber;
  return isBare && country !== undefined && withTrunkZero.has(country);
}

/** Lines end where times and dates stand, so that no number reaches into them; every letter keeps its place. */
function withoutHours(text: string, countries: readonly CountryCode[]): string {
  const blank = (hours: string): string => '\n'.repeat(hours.length);
  // "21840-12/-13": another extension.
  const numbers = text.replace(patterns.hours, blank).replace(/(?<=\d)\s?\/\s?-\s?\d{1,4}(?![\d-])/g, blank);
  // "22 123 45 67 8-16": hours without any word, where what stands before them is a whole number.
  return numbers.replaceAll(
    /(\+?\(?\d[\d\s().-]{7,20}\d)(\s{1,2}\(?(?:[5-9]|0\d|1[0-2])\s?[-\u2010-\u2015]\s?(?:1[2-9]|2[0-4])\)?)(?![\d-]|\s\d)/g,
    (whole, number: string, hours: string) => (isWhole(number, countries) ? `${number}${blank(hours)}` : whole),
  );
}

function isWhole(number: string, countries: readonly CountryCode[]): boolean {
  const isLong = number.replace(/\D/g, '').length >= 9;
  return isLong && [undefined, ...countries].some((country) => parsePhoneNumberFromString(number, country)?.isValid());
}

function numbersIn(text: string, countries: readonly CountryCode[]) {
  if (!/\d{2}/.test(text)) return [];
  return [undefined, ...countries].flatMap((defaultCountry) =>
    findPhoneNumbersInText(text, defaultCountry === undefined ? {} : { defaultCountry }),
  );
}

/** Not in the numbering plan, but written with a country code or called a phone by the words before it. */
function readOddPhone(text: string, start: number, end: number, hints: CountryHints): string | null {
  const written = text.slice(start, end);
  const digits = written.replace(/\D/g, '').length;
  if (digits < 6 || digits > 15 || isSomethingElse(text, start, end)) return null;
  if (/^\s*(\+|00[1-9])/.test(written)) return digits >= 9 ? readPhone(written, hints) : null;
  const shapes = hints.countries.includes('GB') ? [...phoneShapes, britishShape] : phoneShapes;
  const isShaped = digits >= 9 && shapes.some((shape) => shape.test(written.trim()));
  const isPhone = isShaped || isCalledPhone(text, start);
  return isPhone && !isDateOrHours(written) ? readPhone(withoutOldPrefix(written, hints), hints) : null;
}

/** "8 067 504 18 22": Ukraine dialled an 8 before its zeros until 2009, and some still write it. */
function withoutOldPrefix(written: string, { countries }: CountryHints): string {
  return countries.includes('UA') ? written.replace(/^\s*8[\s-]*(?=\(?0(?:[\s()-]*\d){9}$)/, '') : written;
}

/** "030 23125470", "(089) 1234567": an area code with the zero that nobody writes before anything else, and a number. */
const withAreaCode = /^\(?0\d{1,4}\)?[\s/-]+\d{5,9}$/;

/** Without a sure country, a bare run of digits is a phone only if it is written or announced like one. */
function looksDialable(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end).trim();
  const separators = written.match(/[\s().-]+/g) ?? [];
  return separators.length >= 2 || withAreaCode.test(written) || isCalledPhone(text, start);
}
