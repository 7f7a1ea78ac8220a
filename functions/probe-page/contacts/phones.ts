import {
  type CountryCode,
  findPhoneNumbersInText,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { patterns } from '../lexicon/index.ts';
import type { CountryHints } from './countries.ts';

export interface WrittenPhone {
  readonly start: number;
  readonly end: number;
  /** E.164 when the country is certain, else digits. */
  readonly value: string;
}

/** The emergency services are not the business. */
const emergency = /^(112|911|999|000|110|11[58]|10[1-4]|0[1-4]|116\d{3}|1515|155|156)$/;

/** Fewer digits are a postal code or a house unless somebody calls them a phone. */
const shortest = 7;
/** "20.000 - 28.000": from one amount to another. */
const range = /^\s*\d{1,3}([.,]\d{3})+\s*[-\u2010-\u2015]\s*\d{1,3}([.,]\d{3})+\s*$/u;
const networkAddress = /^\s*\d{1,3}(\.\d{1,3}){3}\s*$/;
const coordinate = /^-?\d{1,3}\.\d{4,}/;
/** Nobody writes anything else like "(555) 123-4567", "555-123-4567" or "8 (000) 123-45-67", whatever the numbering plan says. */
const phoneShapes = [
  /^(?:[018][\s-]?)?\(\d{2,5}\)[\s-]?\d{1,4}(?:[\s.-]\d{2,4}){1,3}$/,
  /^(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}$/,
  /^0\d{2}[-\s]\d{3}[-\s]\d{2}[-\s]\d{2}$/,
];
const candidate = /(?<![\p{L}\d#№_/=.,:-])(?:\+|00)?[(\d][\d\s().\u00a0\u2009\u2010-\u2015/-]{5,22}\d(?![\d\p{L}])/gu;

/** Phone numbers in running text. Prices, dates, tax ids, accounts and order numbers are not phones. */
export function findPhones(text: string, hints: CountryHints): WrittenPhone[] {
  const found = new Map<number, WrittenPhone>();
  for (const { index, 0: piece } of text.matchAll(/[^,;|\n•·]+/g)) {
    for (const { startsAt, endsAt, number } of numbersIn(piece, hints.countries)) {
      const [start, end] = [index + startsAt, index + endsAt];
      const written = text.slice(start, end);
      const known = [...found.values()].some((phone) => start < phone.end && end > phone.start);
      if (known || isSomethingElse(text, start, end)) continue;
      if (written.replace(/\D/g, '').length < shortest && !isCalledPhone(text, start)) continue;
      if (!hints.certain && !/^\s*(\+|00)/.test(written) && !looksDialable(text, start, end)) continue;
      found.set(start, { start, end, value: tell(number, written, hints) });
    }
  }
  for (const { index, 0: written } of text.matchAll(candidate)) {
    const end = index + written.length;
    const known = [...found.values()].some((phone) => index < phone.end && end > phone.start);
    const value = known ? null : readOddPhone(text, index, end, hints);
    if (value !== null) found.set(index, { start: index, end, value });
  }
  return [...found.values()];
}

function numbersIn(text: string, countries: readonly CountryCode[]) {
  if (!/\d{2}/.test(text)) return [];
  return [undefined, ...countries].flatMap((defaultCountry) =>
    findPhoneNumbersInText(text, defaultCountry === undefined ? {} : { defaultCountry }),
  );
}

/** A number in a `tel:` link: whatever it is, a tap dials it. */
export function readTelLink(href: string, hints: CountryHints): string | null {
  const written = decode(href.replace(/^\w+:(\/\/)?/i, '')).split(/[;?&]/)[0] ?? '';
  const digits = written.replace(/\D/g, '');
  if (digits.length < 3 || emergency.test(digits)) return null;
  return readPhone(written, hints);
}

/** E.164 when the country is certain, else digits. */
export function readPhone(written: string, hints: CountryHints): string {
  const international = parsePhoneNumberFromString(written.replace(/^\s*00/, '+'));
  if (international?.isPossible() === true) return international.number;
  const local = hints.countries
    .map((country) => parsePhoneNumberFromString(written, country))
    .find((number) => number?.isValid() === true);
  return local === undefined ? written.replace(/\D/g, '') : tell(local, written, hints);
}

/** Two written forms of one number: with and without country code, with and without a trunk zero. */
export function isSamePhone(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (x === y) return true;
  if (a.startsWith('+') && b.startsWith('+')) return false;
  return Math.min(x.length, y.length) >= 7 && x.slice(-9) === y.slice(-9);
}

/** Not in the numbering plan, but written with a country code or called a phone by the words before it. */
function readOddPhone(text: string, start: number, end: number, hints: CountryHints): string | null {
  const written = text.slice(start, end);
  const digits = written.replace(/\D/g, '').length;
  if (digits < 6 || digits > 15 || isSomethingElse(text, start, end)) return null;
  if (/^\s*(\+|00[1-9])/.test(written)) return digits >= 9 ? readPhone(written, hints) : null;
  const isShaped = digits >= 9 && phoneShapes.some((shape) => shape.test(written.trim()));
  const isPhone = isShaped || isCalledPhone(text, start);
  return isPhone && !isDateOrHours(written) ? readPhone(written, hints) : null;
}

/** A fax, to which nobody talks, or what only looks like a phone: an amount, a tax id, an account, an order, a document. */
function isSomethingElse(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 12)];
  const written = text.slice(start, end);
  if (isDateOrHours(written) || coordinate.test(written) || emergency.test(written.replace(/\D/g, ''))) return true;
  if (patterns.faxAfter.test(after) || (patterns.faxBefore.test(before) && !patterns.telephoneAndFax.test(before)))
    return true;
  if (patterns.telephoneAndFax.test(before)) return false;
  if (patterns.phoneBefore.test(before)) return false;
  if (range.test(written) || networkAddress.test(written)) return true;
  return (
    patterns.idBefore.test(before) ||
    patterns.unitAfter.test(after) ||
    patterns.moneyBefore.test(before) ||
    /[\p{L}\d]$/u.test(before)
  );
}

function isCalledPhone(text: string, start: number): boolean {
  return patterns.phoneBefore.test(text.slice(Math.max(0, start - 30), start));
}

function isDateOrHours(written: string): boolean {
  return (
    /\b(19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./]\d{1,2}[-./](19|20)\d\d\b/.test(written) ||
    /^\s*(19|20)\d\d\s*[\u2010-\u2015-]\s*(19|20)\d\d\s*$/.test(written) ||
    /^\s*\d{1,2}[.:]\d\d\s*[\u2010-\u2015-]\s*\d{1,2}[.:]\d\d\s*$/.test(written)
  );
}

/** Without a sure country, a bare run of digits is a phone only if it is written or announced like one. */
function looksDialable(text: string, start: number, end: number): boolean {
  const separators = text.slice(start, end).match(/[\s().-]+/g) ?? [];
  return separators.length >= 2 || isCalledPhone(text, start);
}

function tell(
  number: PhoneNumber | Pick<PhoneNumber, 'number' | 'country'>,
  written: string,
  hints: CountryHints,
): string {
  const explicit = /^\s*(\+|00)/.test(written);
  const sure = explicit || (hints.certain && number.country !== undefined && hints.countries.includes(number.country));
  return sure ? number.number : written.replace(/\D/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
