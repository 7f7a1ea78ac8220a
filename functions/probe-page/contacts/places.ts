import { patterns } from '../lexicon/index.ts';

/** A line with a telephone number or an email address is about that. */
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

const longestLine = 160;
/** A day, or hours, alone in its line. */
const longestPart = 40;
const mostLines = 14;

/** Lines with days and times, as one text. A day and its hours may stand in two lines, and the break in the one after them. */
export function findHours(text: string): string | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  const hours: string[] = [];
  let last = -2;
  for (const [index, line] of lines.entries()) {
    if (line.length > longestLine || !patterns.openingTime.test(line)) continue;
    const previous = lines[index - 1] ?? '';
    const isDayAbove = previous.length <= longestPart && patterns.openingDay.test(previous) && last !== index - 1;
    if (patterns.openingDay.test(line)) hours.push(line);
    else if (line.length <= longestPart && isDayAbove) hours.push(`${previous.replace(/:$/, '')}: ${line}`);
    else if (line.length <= longestPart && last === index - 1) hours.push(line);
    else continue;
    last = index;
  }
  // A page says the same in its header and footer; breaks of several days may be the same, too, and are each meant.
  const each = hours.filter((line, index) => !patterns.openingDay.test(line) || hours.indexOf(line) === index);
  return each.length === 0 ? null : each.slice(0, mostLines).join('; ');
}
