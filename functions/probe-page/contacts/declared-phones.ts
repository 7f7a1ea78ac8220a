import type { CountryHints } from './countries.ts';
import { isSamePhone, readPhone } from './dialling.ts';

/** Numbers that visitors see, and those that search engines and maps are given. */
export interface Contradiction {
  readonly shown: readonly string[];
  readonly declared: readonly string[];
}

/**
 * What differs when the numbers that a visitor sees and those that the page's structured data (schema.org JSON-LD) tells to
 * search engines and maps have nothing in common: one of the two is wrong. Null when they agree or one of them is silent.
 */
export function phoneContradiction(
  shown: readonly string[],
  structuredData: readonly string[],
  hints: CountryHints,
): Contradiction | null {
  const declared = [...new Set(structuredData.flatMap(telephones).map((written) => readPhone(written, hints)))];
  if (shown.length === 0 || declared.length === 0) return null;
  if (shown.some((phone) => declared.some((other) => isSamePhone(phone, other)))) return null;
  return { shown, declared };
}

function telephones(json: string): string[] {
  return [...json.matchAll(/"telephone"\s*:\s*"([^"]{5,40})"/g)].flatMap(([, written]) => written ?? []);
}
