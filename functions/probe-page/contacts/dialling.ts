import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryHints } from './countries.ts';
import { withLatinDigits } from './latin-digits.ts';

/**
 * The emergency services and helplines are not the business: short numbers that every country has, and the few long ones that
 * stand on other people's sites. Without trunk zero and country code.
 */
const emergency = new RegExp(
  `^0?(?:${[
    '112|911|999|000|110|988|11[1-9]|10[1-57]|0[1-4]|15|17|18|19[67]|15[0-689]|1515|177|18[24]|99[2-8]',
    '(?:49|43|33|44)?116\\d{3}|061|06[25]|08[058]|09[12]|016|024',
    '3114|3237|3624|3919|3975|13\\s?11\\s?14',
    '(?:49)?8001110(?:111|222|550)|(?:1)?8002221222|(?:1)?8002738255|(?:49)?30?19240',
  ].join('|')})$`,
);

export function isEmergency(written: string): boolean {
  return emergency.test(written.replace(/\D/g, ''));
}

const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** Letters as a telephone's keys have them: "CLOG" is 2564. */
function asKeys(letters: string): string {
  return letters
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String(keys.findIndex((onKey) => onKey.includes(letter)) + 2));
}

/** A number as it is dialled: without the extension that follows a pause, its letters as digits. */
function dialled(written: string): string {
  const [number = ''] = withLatinDigits(written)
    .replace(/(?<=\d)[\s().-]*(?:e?xt\b|доб|вн|wew|int|poste|durchwahl).*$/iu, '')
    .split(/[,;#*]|(?<=\d[\s).-]*)(?<![a-z])[pwx]+(?=[\d\s#*,;]|$)/iu);
  return /[a-z]{3}/i.test(number) ? vanityDigits(number) : number;
}

/** Telephones ignore what is dialled after a number of North America is complete. */
function vanityDigits(written: string): string {
  const sign = /^\s*\+/.test(written) ? '+' : '';
  const digits = asKeys(written).replace(/\D/g, '');
  const american = /^(1?)([2-9]\d{2}[2-9]\d{6})/.exec(digits);
  return american === null ? `${sign}${digits}` : `${sign}${american[1]}${american[2]}`;
}

/** A number in a `tel:` link: whatever it is, a tap dials it. */
export function readTelLink(href: string, hints: CountryHints): string | null {
  const written = withLatinDigits(decode(href.replace(/^\w+:(\/\/)?/i, ''))).split(/[?&]/)[0] ?? '';
  const digits = dialled(written).replace(/\D/g, '');
  if (digits.length < 3 || isEmergency(digits) || isUnfilled(written)) return null;
  return readPhone(written, hints);
}

/** What a template has left where a number should be: "{{ contact.phone }}", "[phone]", "undefined". Letters dial only behind figures. */
function isUnfilled(written: string): boolean {
  return /[{}<>%]|\$\{|^\W*\[/.test(written) || (/[a-z]/i.test(written) && !/\d/.test(written));
}

/** E.164 when the country is certain, else digits. */
export function readPhone(written: string, hints: CountryHints): string {
  const number = dialled(written);
  const international = parsePhoneNumberFromString(number.replace(/^\s*00/, '+'));
  if (international?.isPossible() === true) return international.number;
  const local = hints.countries
    .map((country) => parsePhoneNumberFromString(number, country))
    .find((each) => each?.isValid() === true);
  return local === undefined ? number.replace(/\D/g, '') : tell(local, number, hints);
}

/** E.164 when the country is certain, else as many digits as are written. */
export function tell(
  number: { readonly number: string; readonly country?: CountryCode | undefined },
  written: string,
  hints: CountryHints,
): string {
  const explicit = /^\s*(\+|00)/.test(written);
  const sure = explicit || (hints.certain && number.country !== undefined && hints.countries.includes(number.country));
  return sure ? number.number : written.replace(/\D/g, '');
}

/** Two written forms of one number: with and without country code, with and without a trunk zero. */
export function isSamePhone(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (x === y) return true;
  if (a.startsWith('+') && b.startsWith('+')) return false;
  return Math.min(x.length, y.length) >= 7 && x.slice(-9) === y.slice(-9);
}

/** Does a link that dials this call the number that is shown? */
export function dialsShown(dialledNumber: string, shown: string, hints: CountryHints): boolean {
  return isSamePhone(dialledNumber, shown) && !hasPlusTooMany(dialledNumber, shown, hints);
}

/** "+8669714246" for 866-971-4246: behind the plus a telephone wants the country's code, and here is none. */
function hasPlusTooMany(dialledNumber: string, shown: string, { countries }: CountryHints): boolean {
  const digits = dialledNumber.replace(/\D/g, '');
  const isCountryKnown = countries.some((country) => parsePhoneNumberFromString(dialledNumber)?.country === country);
  if (!dialledNumber.startsWith('+') || digits !== shown || isCountryKnown) return false;
  return countries.some((country) => {
    const national = parsePhoneNumberFromString(digits, country);
    return national?.isValid() === true && national.number !== dialledNumber;
  });
}

export interface Vanity {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const vanityShape =
  /(?<![\p{L}\d$€£.,/])\+?\(?\d{1,4}\)?(?:(?:\.|[\s-]{0,3})\(?\d{1,4}\)?){0,3}(?:\.|[\s-]{0,3})[A-Z][A-Z\d]*(?:-[A-Z\d]+)*/gu;
const tollFree = /^1?8(?:00|33|44|55|66|77|88)/;
/** Where else letters are dialled, numbers begin like these. */
const freephone = /^(?:0?80\d|1[38]00|13\d\d)/;
const lettersTooMany = 4;

/** Numbers with letters, as in "1-800-FLOWERS", in the countries whose telephones show letters on such numbers. */
export function findVanityNumbers(text: string, hints: CountryHints): Vanity[] {
  return [...text.matchAll(vanityShape)].flatMap(({ index, 0: written }) => {
    const value = /(?:[A-Z]-?){3}/.test(written) ? readVanity(written, hints) : null;
    return value === null ? [] : [{ start: index, end: index + written.length, value }];
  });
}

function readVanity(written: string, hints: CountryHints): string | null {
  const digits = asKeys(written).replace(/\D/g, '');
  const american = /^1?([2-9]\d{2}[2-9]\d{6})/.exec(digits)?.[1];
  const isAmerican = hints.countries.some((country) => country === 'US' || country === 'CA');
  if (american !== undefined && (tollFree.test(digits) || (isAmerican && /^1?\d{10}$/.test(digits)))) {
    return tollFree.test(digits) && !freephone.test(written) ? `+1${american}` : american;
  }
  if (!freephone.test(digits)) return null;
  for (let spare = 0; spare <= lettersTooMany; spare += 1) {
    const shorter = digits.slice(0, digits.length - spare);
    const number = hints.countries
      .map((country) => parsePhoneNumberFromString(shorter, country))
      .find((each) => each?.isValid() === true);
    if (number !== undefined) return tell(number, shorter, hints);
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * "+44 0113 496 0123": the 0 is dialled within the country only. "+44 (0)113" says so itself, and Italian numbers keep theirs.
 * @param dialled as E.164
 */
export function hasTrunkZero(written: string, dialled: string): boolean {
  const code = parsePhoneNumberFromString(dialled)?.countryCallingCode;
  if (code === undefined || dialled.startsWith(`+${code}0`)) return false;
  return new RegExp(`^\\s*(?:\\+|00)\\s*${code}[\\s./-]*0\\s*\\d`).test(written);
}
