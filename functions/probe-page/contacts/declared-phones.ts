import type { CountryHints } from './countries.ts';
import { isSamePhone, readPhone } from './phones.ts';

/**
 * A sentence when the numbers that a visitor sees and those that the page's structured data (schema.org JSON-LD) tells to
 * search engines and maps have nothing in common: one of the two is wrong. Null when they agree or one of them is silent.
 */
export function phoneContradiction(
  shown: readonly string[],
  structuredData: readonly string[],
  hints: CountryHints,
): string | null {
  const declared = [...new Set(structuredData.flatMap(telephones).map((written) => readPhone(written, hints)))];
  if (shown.length === 0 || declared.length === 0) return null;
  if (shown.some((phone) => declared.some((other) => isSamePhone(phone, other)))) return null;
  return `the page shows ${shown.join(' and ')}, but its structured data, which search engines and maps read, says ${declared.join(' and ')}`;
}

function telephones(json: string): string[] {
  return [...json.matchAll(/"telephone"\s*:\s*"([^"]{5,40})"/g)].flatMap(([, written]) => written ?? []);
}
