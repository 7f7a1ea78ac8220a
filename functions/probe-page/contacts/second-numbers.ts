import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryHints } from './countries.ts';
import { tell } from './dialling.ts';
import { isSomethingElse } from './number-context.ts';

export interface WrittenPhone {
  readonly start: number;
  readonly end: number;
  /** E.164 when the country is certain, else digits. */
  readonly value: string;
}

/** "(044) 425-16-34", "+7 (495) 641-22-08", "0711 / 218400": the area code is set apart. */
const withAreaCode = /^\s*(?:\+?\d{1,3}[\s-]*)?(?:\((0?\d{2,4})\)[\s-]*|(0\d{2,4})\s*\/\s*)(\d[\d\s.-]*\d)\s*$/;
const next =
  /^\s*(?:[,;/|]|(?:та|і|и|або|или|y|e|o|und|oder|and|or|et|ou|i|lub|ve|veya)(?=\s))\s*([1-9][\d\s.-]*\d)(?![\d\p{L}])/iu;

/** "(044) 425-16-34, 425-16-35": numbers behind one with an area code, which is theirs, too. */
export function secondNumbers(text: string, phones: readonly WrittenPhone[], hints: CountryHints): WrittenPhone[] {
  return phones.flatMap(({ start, end }) => {
    const [, inBrackets, beforeSlash, rest = ''] = withAreaCode.exec(text.slice(start, end)) ?? [];
    const area = inBrackets ?? beforeSlash;
    return area === undefined ? [] : [...numbersBehind(text, end, { area, digits: figures(rest).length }, hints)];
  });
}

interface First {
  readonly area: string;
  /** Without the area code. */
  readonly digits: number;
}

function* numbersBehind(
  text: string,
  end: number,
  { area, digits }: First,
  hints: CountryHints,
): Generator<WrittenPhone> {
  let at = end;
  for (;;) {
    const [whole, written] = next.exec(text.slice(at, at + 40)) ?? [];
    if (whole === undefined || written === undefined) return;
    const [start, stop] = [at + whole.length - written.length, at + whole.length];
    const value = isSomethingElse(text, start, stop) ? null : withArea(area, written, digits, hints);
    if (value === null) return;
    yield { start, end: stop, value };
    at = stop;
  }
}

function withArea(area: string, written: string, digits: number, hints: CountryHints): string | null {
  const own = figures(written);
  for (const country of hints.countries) {
    // Mobile phones of Brazil have one figure more.
    const isAsLong = own.length === digits || (country === 'BR' && own.length === digits + 1);
    const number = isAsLong ? parsePhoneNumberFromString(`${area}${own}`, country) : undefined;
    if (number?.isValid() === true) return tell(number, `${area}${own}`, hints);
  }
  return null;
}

function figures(written: string): string {
  return written.replace(/\D/g, '');
}
