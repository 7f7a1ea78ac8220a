import type { Week } from '../week.ts';
import { relateDays, weekOfHours } from '../week.ts';
import { plainTimes } from './hours-spelling.ts';
import { type Token, tokenize } from './hours-tokens.ts';
import { type HoursWords, hoursWords } from './hours-words.ts';
import type { OpeningHours } from './opening-hours.ts';
import { areCalledOpeningHours, callsOpeningHours, isOfSomethingElse } from './opening-words.ts';
import { readWrittenHours } from './written-hours.ts';

const mostLines = 14;
const longestLine = 160;

type Kind = Token['kind'];

/** A line that says nothing but days and hours, in one language. */
interface HoursLine {
  readonly line: string;
  readonly kinds: ReadonlySet<Kind>;
}

/**
 * The opening hours that stand among a page's lines: what the page itself calls so, and only lines that are understood to the last word.
 * Where others name days and times, too, the days that nobody names may be open as well. Null where nothing is said, or it cannot be read
 * for certain.
 */
export function readHoursLines(lines: readonly string[], language: string): Week | null {
  const spoken = language.slice(0, 2).toLowerCase();
  const words = hoursWords.toSorted((a, b) => Number(b.code === spoken) - Number(a.code === spoken));
  const single = lines.filter((line) => line.length <= longestLine).map((line) => readLine(line, words));
  const read = withDaysAbove(single);
  const blocks = blocksOf(read);
  const ofDoor = blocks.filter(isOfDoor);
  const said = [...new Set(ofDoor.flatMap(({ hours }) => hours.map(({ line }) => line)))].slice(0, mostLines);
  if (said.length === 0 || isTable(single) || read.some(isBreak)) return null;
  if (said.filter((line) => isEnglish(line, words)).some(isOtherClock)) return null;
  const hours = readWrittenHours(said.join('; '), language);
  if (hours === null || read.some(isOfService) || read.some(isOfSeason)) return null;
  if (isOfSeveral(blocks.map(textOf), language)) return null;
  const others = blocks.filter((block) => !ofDoor.includes(block)).map(textOf);
  const isSure = !read.some(isOfUnknown) && others.every((other) => addsNoDay(other, hours, language));
  return weekOfHours(hours, isSure ? 'closed' : 'unclear');
}

/** Days of which not all is understood: by appointment, or with words that nobody here knows. */
function isOfUnknown({ kinds }: HoursLine): boolean {
  return kinds.has('appointment') || (kinds.has('unknown') && kinds.has('days') && hasTime(kinds));
}

/** Hours that nothing calls opening hours may be some none the less. */
function addsNoDay(other: string, hours: OpeningHours, language: string): boolean {
  const read = readWrittenHours(other, language);
  if (read === null) return false;
  const [more, known] = [weekOfHours(read, 'closed'), weekOfHours(hours, 'closed')];
  return more.every((spans, day) => spans?.length === 0 || known[day]?.length !== 0);
}

function readLine(line: string, languages: readonly HoursWords[]): HoursLine {
  let best: ReadonlySet<Kind> = new Set();
  if (!/\d|\p{L}/u.test(line)) return { line, kinds: best };
  for (const words of languages) {
    const tokens = tokenize(plainTimes(line.normalize('NFC')), words);
    if (tokens === null) continue;
    const kinds = new Set(tokens.map(({ kind }) => kind));
    // "Lunch: Mon-Fri 12-15" is no break but a meal.
    if (tokens[0]?.kind === 'lunch' && kinds.has('days')) kinds.add('unknown');
    if (!kinds.has('unknown') && (kinds.has('days') || hasTime(kinds))) return { line, kinds };
    if (kinds.has('days') && hasTime(kinds)) best = kinds;
  }
  return { line, kinds: best };
}

function hasTime(kinds: ReadonlySet<Kind>): boolean {
  return kinds.has('time') || kinds.has('all-day');
}

function isHours({ line, kinds }: HoursLine): boolean {
  const isOpenOrNot = hasTime(kinds) || kinds.has('closed') || kinds.has('appointment');
  return !kinds.has('unknown') && isOpenOrNot && (kinds.has('days') || (kinds.has('all-day') && !isBareAllDay(line)));
}

const allDayWords = hoursWords.map(({ allDay }) => new RegExp(`^\\P{L}*(?:${allDay})?\\P{L}*$`, 'iu'));

/** "24/7" or "24 hours" alone may be how soon something is delivered, or when somebody can be called. */
function isBareAllDay(line: string): boolean {
  return allDayWords.some((words) => words.test(line));
}

/** A break, or a meal, in a line of its own: whose it is, nobody can tell. */
function isBreak({ kinds }: HoursLine): boolean {
  return kinds.has('lunch') && hasTime(kinds) && !kinds.has('days') && !kinds.has('unknown');
}

const clockRange = /(\d{1,2})[:.]\d\d\s*[-\u2010-\u2015]\s*(\d{1,2})[:.]\d\d(?!\s*[ap]\.?\s?m)/giu;

/** Is it read so, because no language before it fits? */
function isEnglish(line: string, languages: readonly HoursWords[]): boolean {
  const read = languages.find((words) =>
    tokenize(plainTimes(line.normalize('NFC')), words)?.every(({ kind }) => kind !== 'unknown'),
  );
  return read?.code === 'en';
}

/** "11:00–01:00": a night by a clock of 24 hours, which English speakers' "9:00–5:00" is not. */
function isOtherClock(line: string, _: number, all: readonly string[]): boolean {
  const isOf24 = all.some((each) => /(?<!\d)(1[3-9]|2[0-4])[:.]\d\d/.test(each));
  return [...line.matchAll(clockRange)].some(
    ([, from = '', to = '']) =>
      Number(from) <= 12 && Number(to) > 0 && Number(to) <= Number(from) && (isOf24 || to.startsWith('0')),
  );
}

function isBareDay(each: HoursLine): boolean {
  return each.kinds.has('days') && !isHours(each) && !each.kinds.has('unknown');
}

/** Days side by side, and their hours in the row below. */
function isTable(lines: readonly HoursLine[]): boolean {
  return lines.some(
    ({ kinds }, index) =>
      hasTime(kinds) && !kinds.has('days') && lines.slice(Math.max(0, index - 2), index).filter(isBareDay).length === 2,
  );
}

/** Hours below a heading that is of something else than the door. */
function isOfService(each: HoursLine, index: number, all: readonly HoursLine[]): boolean {
  const above = all[index - 1];
  return above !== undefined && isHours(each) && !isHours(above) && isOfSomethingElse(above.line);
}

const seasons = new RegExp(`(?<!\\p{L})(?:${hoursWords.map(({ season }) => season).join('|')})(?!\\p{L})`, 'giu');

/** "Opening hours May-September", "Summer": what they are for the rest of the year, the page says elsewhere or not at all. */
function isOfSeason(each: HoursLine, index: number, all: readonly HoursLine[]): boolean {
  const above = all[index - 1];
  if (above === undefined || !isHours(each) || isHours(above)) return false;
  const others = above.line.replaceAll(seasons, '');
  return others !== above.line && (!/\p{L}/u.test(others) || callsOpeningHours(above.line));
}

/** Lines of hours that follow each other. */
interface Block {
  readonly hours: HoursLine[];
  /** What stands between the block and the one before it, the nearest line first. */
  readonly above: readonly string[];
}

const mostAbove = 3;

function blocksOf(read: readonly HoursLine[]): Block[] {
  const blocks: Block[] = [];
  let above: string[] = [];
  for (const [index, each] of read.entries()) {
    const before = read[index - 1];
    if (!isHours(each)) above = [each.line, ...above].slice(0, mostAbove);
    else if (before !== undefined && isHours(before)) blocks.at(-1)?.hours.push(each);
    else blocks.push({ hours: [each], above });
    if (isHours(each)) above = [];
  }
  return blocks;
}

function textOf({ hours }: Block): string {
  return hours.map(({ line }) => line).join('; ');
}

/** Doors are closed on some days and at lunch; courses are not, and a dash in their timetable says that there are none. */
function isOfDoor({ hours, above }: Block): boolean {
  const isSaid = hours.some(
    ({ line, kinds }) =>
      callsOpeningHours(line) || kinds.has('lunch') || (kinds.has('closed') && !/✗|—\s*(?:$|[,;])/.test(line)),
  );
  return isSaid || areCalledOpeningHours(above);
}

/** Two blocks that give one day other hours are of two branches, or of the shop and its kitchen. */
function isOfSeveral(blocks: readonly string[], language: string): boolean {
  const weeks = [...new Set(blocks)].flatMap((block) => {
    const hours = readWrittenHours(block, language);
    return hours === null ? [] : [weekOfHours(hours, 'unclear')];
  });
  return weeks.some((a, index) =>
    weeks.slice(index + 1).some((b) => a.some((_, day) => relateDays(a, b, day) === 'different')),
  );
}

/** In a table, the day stands in one cell and its hours in the next. */
function withDaysAbove(lines: readonly HoursLine[]): HoursLine[] {
  const all: HoursLine[] = [];
  for (const next of lines) {
    const last = all.at(-1);
    const isDay = last !== undefined && isBareDay(last);
    const isOpen = last !== undefined && isHours(last) && last.kinds.has('time') && !last.kinds.has('closed');
    const isMore = isOpen && isNothingBut(next, ['time', 'to', 'and']);
    const isOfDay = !next.kinds.has('days') && (hasTime(next.kinds) || isClosed(next.line));
    // "9:00–13:00", and below it "14:00–18:00" of the same day.
    if (isMore) all[all.length - 1] = { line: `${last.line}, ${next.line}`, kinds: last.kinds };
    else if (isDay && isOfDay)
      all[all.length - 1] = {
        line: `${last.line} ${next.line}`,
        kinds: new Set([...last.kinds, ...next.kinds, ...closedKind(next)]),
      };
    else all.push(next);
  }
  return all;
}

function isNothingBut({ kinds }: HoursLine, allowed: readonly Kind[]): boolean {
  return kinds.has('time') && kinds.has('to') && [...kinds].every((kind) => allowed.includes(kind));
}

const closedWords = hoursWords.map(({ closed }) => new RegExp(`^(?:${closed})[.!]?$`, 'iu'));

function isClosed(line: string): boolean {
  return closedWords.some((words) => words.test(line));
}

function closedKind({ line }: HoursLine): Kind[] {
  return isClosed(line) ? ['closed'] : [];
}
