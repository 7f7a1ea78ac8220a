import { patterns } from '../lexicon/index.ts';

/** A line with a telephone number or an e-mail address is about that. */
const contact = /@|(?:\d[\s().-]*){9}/;

/** A line that reads like a street address: a street word and a house number, not much else. */
export function findAddress(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find(
      (line) =>
        line.length >= 8 &&
        line.length <= 140 &&
        patterns.street.test(line) &&
        patterns.houseNumber.test(line) &&
        !contact.test(line),
    ) ?? null
  );
}

/** Lines with days and times, as one text. */
export function findHours(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const hours = lines.filter(
    (line) => line.length <= 160 && patterns.openingTime.test(line) && patterns.openingDay.test(line),
  );
  return hours.length === 0 ? null : [...new Set(hours)].slice(0, 7).join('; ');
}
