import { patterns } from '../lexicon/index.ts';

/** A line with a telephone number or an email address is about that. */
const contact = /@|(?:\d[\s().-]*){9}/;

/** Who owns the page, and since when: its years are no house numbers. */
const copyright = /©|\(c\)|copyright|all rights reserved/i;
const years = /(?<!\d)(19|20)\d\d(?!\d)/g;
/** Between the street and the number: "Calle Gran Via de les Corts Catalanes, 585". */
const mostWordsBetween = 6;

/** A line that reads like a street address: a street word and a house number, not much else. */
export function findAddress(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => line.length >= 8 && line.length <= 140 && !contact.test(line) && namesHouse(line)) ?? null
  );
}

/** A street, and a number near it that is neither a year nor a count. */
function namesHouse(line: string): boolean {
  const undated = (copyright.test(line) ? line.replace(years, ' ') : line).replace(patterns.sinceYear, ' ');
  const [streets, numbers] = [patterns.street, patterns.houseNumber].map(({ source, flags }) => [
    ...undated.matchAll(new RegExp(source, `${flags}g`)),
  ]);
  return (streets ?? []).some((street) =>
    numbers?.some((number) => wordsBetween(undated, street, number) <= mostWordsBetween),
  );
}

function wordsBetween(line: string, a: RegExpExecArray, b: RegExpExecArray): number {
  const [first, second] = a.index <= b.index ? [a, b] : [b, a];
  const between = line.slice(first.index + first[0].length, second.index);
  return between.match(/\p{L}+/gu)?.length ?? 0;
}

const longestLine = 160;
/** A day, or hours, alone in its line. */
const longestPart = 40;
const mostLines = 14;
/** Below it, a line is no story. */
const shortestProse = 60;
const sentenceEnd = /(?<=\p{Ll}{3}[.!?…]|\d{3}[.!?…])\s+(?=[\p{Lu}¿¡])/u;

/** Lines with days and times, as one text. A day and its hours may stand in two lines, and the break in the one after them. */
export function findHours(text: string): string | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .map((line) => ({ line, sentences: line.length < shortestProse ? [] : line.split(sentenceEnd) }));
  const plain = lines.flatMap(({ line, sentences }) => (sentences.length > 1 || line.endsWith('?') ? [] : [line]));
  // What a story or an answer says of hours counts where nothing else does, and without the rest of it.
  const told = lines.flatMap(({ sentences }) => (sentences.length > 1 ? sentences : []));
  return hoursIn(plain) ?? hoursIn(told.filter((sentence) => !sentence.endsWith('?')));
}

function hoursIn(lines: readonly string[]): string | null {
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
