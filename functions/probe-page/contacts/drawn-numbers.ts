import type { FoundContact } from '../../../shared/model/found.ts';
import type { CountryHints } from './countries.ts';
import { readPhone } from './dialling.ts';
import type { DrawnText } from './drawn-texts.ts';
import type { Expectations } from './expectations.ts';

interface Known {
  /** The page under test. */
  readonly url: string;
  readonly expect: Expectations;
  readonly hints: CountryHints;
}

/** Digits that stand in a number of another country, too. */
const ownDigits = 9;
const fewestDigits = 7;

/**
 * Adds the numbers that stand in pictures of the page under test. Letters in pictures are easily misread, so a number is
 * believed only where a page shows the same in text, or the file names it.
 */
export function withDrawn(
  found: readonly FoundContact[],
  drawn: readonly DrawnText[],
  { url, expect, hints }: Known,
): FoundContact[] {
  const pictureOf = (value: string): string | null => {
    const digits = value.replace(/\D/g, '').slice(-ownDigits);
    const shows = ({ text }: DrawnText): boolean => digitsOf(text).includes(digits);
    return digits.length < fewestDigits ? null : (drawn.find(shows)?.picture ?? null);
  };
  const nearer = found.map((contact): FoundContact => {
    const drawnOn = contact.kind === 'phone' && contact.clicks > 0 ? pictureOf(contact.value) : null;
    return drawnOn === null ? contact : { ...contact, clicks: 0, drawnOn };
  });
  const phones = found.filter(({ kind }) => kind === 'phone');
  const configured = phones.length > 0 ? [] : [expect.phone ?? []].flat();
  const confirmed = configured.flatMap((written): FoundContact[] => {
    const value = readPhone(written, hints);
    const drawnOn = pictureOf(value);
    if (drawnOn === null) return [];
    const place = { page: url, clicks: 0, aboveFold: false, coveredBy: null, drawnOn };
    const unsaid = { opensInstead: null, readable: null, fontPx: null, contrast: null, clearer: null, shrunkBy: null };
    return [{ kind: 'phone', value, text: written, ...place, usable: false, ...unsaid }];
  });
  return [...nearer, ...confirmed];
}

/** A text whose numbers have nothing between their groups. */
function digitsOf(text: string): string {
  return text.replaceAll(/(?<=\d)[\s().\u2010-\u2015/-]{1,3}(?=\d)/g, '');
}
