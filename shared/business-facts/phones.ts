import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Relation } from './relation.ts';

export interface Phone {
  /** As the source writes it. */
  readonly written: string;
  /** `+380441234567`; null where the country is not known, or it is no number of that country. */
  readonly e164: string | null;
  readonly extension: string | null;
}

/** @param country `UA`, of numbers without a country's code; null where nothing tells */
export function readPhone(written: string, country: string | null): Phone {
  const home: CountryCode | undefined = country !== null && isSupportedCountry(country) ? country : undefined;
  const plain = written.replace(/^\s*00(?=[1-9])/, '+');
  const number = parsePhoneNumberFromString(
    extensionSpelled(plain),
    home === undefined ? {} : { defaultCountry: home },
  );
  if (number === undefined || !number.isPossible()) return { written, e164: null, extension: null };
  return { written, e164: number.number, extension: number.ext ?? null };
}

/** "доб. 5", "вн. 5" and "DW 5", as the library knows extensions. */
function extensionSpelled(written: string): string {
  return written.replace(/[\s,;]*(?:доб|вн(?:утр)?|дод|durchwahl|dw|poste|int)\.?[\s:]*(\d{1,6})\s*$/iu, ' ext. $1');
}

/** Of a source's numbers, those that all others have as well, with the extension only where all have it; all where there is none. */
export function sharedPhones(numbers: readonly Phone[], others: readonly (readonly Phone[])[]): readonly Phone[] {
  const shared = numbers.flatMap((number) => {
    const same = others.map((theirs) => theirs.find((each) => relatePair(number, each) === 'same'));
    if (same.includes(undefined)) return [];
    return same.every((each) => each?.extension === number.extension) ? [number] : [{ ...number, extension: null }];
  });
  return shared.length === 0 ? numbers : shared;
}

/** `+380441234567;ext=5`, as RFC 3966 writes it: two numbers that differ in nothing else must not look the same. */
export function writePhone({ written, e164, extension }: Phone): string {
  if (e164 === null) return written;
  return extension === null ? e164 : `${e164};ext=${extension}`;
}

export function countryOfPhone(written: string): string | null {
  return parsePhoneNumberFromString(written)?.country ?? null;
}

/** A source may have several numbers: one that both have is enough. */
export function relatePhones(ours: readonly Phone[], theirs: readonly Phone[]): Relation {
  const pairs = ours.flatMap((a) => theirs.map((b) => relatePair(a, b)));
  if (pairs.includes('same')) return 'same';
  return pairs.length === 0 || pairs.includes('unclear') ? 'unclear' : 'different';
}

/**
 * To several places' numbers that are the same: two extensions differ, also where a place between them gives the number without one; but
 * not where one of the places has both.
 */
export function relateToPhones(ours: readonly Phone[], version: readonly (readonly Phone[])[]): Relation {
  if (version.some((theirs) => sharesDesk(ours, theirs))) return 'same';
  const relations = version.map((theirs) => relatePhones(theirs, ours));
  const isOtherDesk = version.some((theirs, index) => relations[index] === 'different' && sharesNumber(ours, theirs));
  if (isOtherDesk) return 'different';
  if (relations.includes('same')) return 'same';
  return relations.includes('different') ? 'different' : 'unclear';
}

function sharesNumber(ours: readonly Phone[], theirs: readonly Phone[]): boolean {
  return ours.some(({ e164 }) => e164 !== null && theirs.some((each) => each.e164 === e164));
}

/** The same number, extension and all. */
function sharesDesk(ours: readonly Phone[], theirs: readonly Phone[]): boolean {
  return ours.some(
    ({ e164, extension }) =>
      e164 !== null && extension !== null && theirs.some((each) => each.e164 === e164 && each.extension === extension),
  );
}

export function hasExtension(numbers: readonly Phone[]): boolean {
  return numbers.some(({ extension }) => extension !== null);
}

/** So many last digits are a number without its country. */
const nationalDigits = 9;

function relatePair(a: Phone, b: Phone): Relation {
  if (a.e164 !== null && b.e164 !== null) {
    if (a.e164 !== b.e164) return 'different';
    const isOtherDesk = a.extension !== null && b.extension !== null && a.extension !== b.extension;
    return isOtherDesk ? 'different' : 'same';
  }
  const [one, other] = [a, b].map(({ e164, written }) =>
    (e164 ?? written).replaceAll(/\D/g, '').slice(-nationalDigits),
  );
  return one === other && one !== undefined && one.length === nationalDigits ? 'same' : 'unclear';
}
