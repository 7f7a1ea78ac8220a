import type { Week } from '../week.ts';
import { weekOfHours } from '../week.ts';
import { plainTimes } from './hours-spelling.ts';
import { type Token, tokenize } from './hours-tokens.ts';
import { type HoursWords, hoursWords } from './hours-words.ts';
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
 * The opening hours that stand among a page's lines. Only lines that are understood to the last word count; where others name days and
 * times, too, the days that nobody names may be open as well. Null where nothing is said, or it cannot be read for certain.
 */
export function readHoursLines(lines: readonly string[], language: string): Week | null {
  const spoken = language.slice(0, 2).toLowerCase();
  const words = hoursWords.toSorted((a, b) => Number(b.code === spoken) - Number(a.code === spoken));
  const read = withDaysAbove(lines.filter((line) => line.length <= longestLine).map((line) => readLine(line, words)));
  const said = [...new Set(read.filter(isHours).map(({ line }) => line))].slice(0, mostLines);
  if (said.length === 0) return null;
  const hours = readWrittenHours(said.join('; '), language);
  if (hours === null) return null;
  const isSure = !read.some(
    ({ kinds }) => kinds.has('appointment') || (kinds.has('unknown') && kinds.has('days') && hasTime(kinds)),
  );
  return weekOfHours(hours, isSure ? 'closed' : 'unclear');
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

function isHours({ kinds }: HoursLine): boolean {
  const isOpenOrNot = hasTime(kinds) || kinds.has('closed') || kinds.has('appointment');
  return !kinds.has('unknown') && isOpenOrNot && (kinds.has('days') || kinds.has('all-day'));
}

/** In a table, the day stands in one cell and its hours in the next. */
function withDaysAbove(lines: readonly HoursLine[]): HoursLine[] {
  const all: HoursLine[] = [];
  for (const next of lines) {
    const last = all.at(-1);
    const isDay = last?.kinds.has('days') === true && !isHours(last) && !last.kinds.has('unknown');
    const isOfDay = !next.kinds.has('days') && (hasTime(next.kinds) || isClosed(next.line));
    if (isDay && isOfDay)
      all[all.length - 1] = {
        line: `${last.line} ${next.line}`,
        kinds: new Set([...last.kinds, ...next.kinds, ...closedKind(next)]),
      };
    else all.push(next);
  }
  return all;
}

const closedWords = hoursWords.map(({ closed }) => new RegExp(`^(?:${closed})[.!]?$`, 'iu'));

function isClosed(line: string): boolean {
  return closedWords.some((words) => words.test(line));
}

function closedKind({ line }: HoursLine): Kind[] {
  return isClosed(line) ? ['closed'] : [];
}
