import { type Weekday, weekdays } from '../../shared/model/business.ts';
import { type Token, tokenize } from './hours-tokens.ts';
import { type HoursWords, hoursWords } from './hours-words.ts';
import { type OpeningHours, weekOf } from './opening-hours.ts';

/**
 * Opening hours as people write them: "Пн-Сб: 10:00 - 22:00, Вс: под запись", "Mon-Fri 9am to 5pm", "7/7 24h/24". Days by
 * appointment and days that nobody names have no hours. Null where a person must decide: seasons, branches with hours of
 * their own, open ends, or words that nobody here knows.
 */
export function readWrittenHours(text: string, language: string): OpeningHours | null {
  const spoken = language.slice(0, 2).toLowerCase();
  const first = hoursWords.filter(({ code }) => code === spoken);
  for (const words of [...first, ...hoursWords.filter(({ code }) => code !== spoken)]) {
    const tokens = tokenize(text.normalize('NFC').replaceAll('i\u0307', 'i'), words);
    const hours = tokens === null ? null : readTokens(tokens, words);
    if (hours !== null) return hours;
  }
  return null;
}

type Span = readonly [from: number, to: number];
type Clock = Extract<Token, { kind: 'time' }>;

/** Some days and when the business is open on them; no spans where it is closed or open by appointment only. */
interface Group {
  readonly days: Set<number>;
  readonly spans: Span[];
  readonly breaks: Span[];
  isClosed: boolean;
  isHoliday: boolean;
}

const aGroup = (): Group => ({ days: new Set(), spans: [], breaks: [], isClosed: false, isHoliday: false });

function readTokens(tokens: readonly Token[], words: HoursWords): OpeningHours | null {
  const groups = groupsOf(tokens, words.code === 'en');
  return groups === null ? null : weekFrom(groups);
}

/** What is being read. */
interface Reading {
  readonly groups: Group[];
  group: Group;
  readonly timesFirst: boolean;
  readonly isEnglish: boolean;
  readonly before: Token[];
  open: Clock | null;
  isLunch: boolean;
  /** Days that are named now are taken away. */
  isExcept: boolean;
}

function groupsOf(tokens: readonly Token[], isEnglish: boolean): Group[] | null {
  const firstDays = tokens.findIndex(({ kind }) => kind === 'days');
  const lastDays = tokens.findLastIndex(({ kind }) => kind === 'days');
  const firstTime = tokens.findIndex(({ kind }) => kind === 'time' || kind === 'all-day');
  if (firstTime < 0) return null;
  const timesFirst = firstDays > firstTime;
  const group = aGroup();
  const reading: Reading = {
    groups: [group],
    group,
    timesFirst,
    isEnglish,
    before: [],
    open: null,
    isLunch: false,
    isExcept: false,
  };
  const begins = firstDays < 0 ? firstTime : Math.min(firstDays, firstTime);
  for (const [index, token] of tokens.entries()) {
    // What stands before the first day or hour is a heading.
    if (index < begins && token.kind === 'unknown') continue;
    // A break said last, in a clause of its own, is one of all days.
    const isLastClause = token.kind === 'lunch' && tokens[index - 1]?.kind === 'end' && index > lastDays;
    if (isLastClause) begin(reading);
    if (!read(token, reading)) return null;
    reading.before.push(token);
  }
  return reading.open === null ? reading.groups : null;
}

/** @returns false where it makes no sense */
function read(token: Token, reading: Reading): boolean {
  const { group } = reading;
  if (reading.open !== null && token.kind !== 'to' && token.kind !== 'time') return false;
  switch (token.kind) {
    case 'days':
      return readDays(token, reading);
    case 'time':
      return readClock(token, reading);
    case 'all-day':
      if (reading.timesFirst && group.days.size > 0) begin(reading);
      reading.group.spans.push([0, 1440]);
      return true;
    case 'closed':
    case 'appointment':
      // "9-18 and by appointment": the hours stay what they are.
      group.isClosed ||= group.spans.length === 0;
      return true;
    case 'except':
      reading.isExcept = true;
      return group.days.size > 0;
    case 'lunch':
      reading.isLunch = true;
      return true;
    case 'holiday':
      // "Sundays and public holidays 10-14": the days keep their hours; alone, holidays have hours of their own.
      if (isDone(group)) begin(reading).isHoliday = true;
      return true;
    case 'season':
    case 'unknown':
      return false;
    case 'end':
      reading.isExcept = false;
      return true;
    case 'to':
    case 'and':
      return true;
    default:
      return token satisfies never;
  }
}

function isDone({ spans, isClosed }: Group): boolean {
  return spans.length > 0 || isClosed;
}

function begin(reading: Reading): Group {
  reading.group = aGroup();
  reading.groups.push(reading.group);
  reading.isLunch = false;
  return reading.group;
}

function readDays({ days, isOne }: Extract<Token, { kind: 'days' }>, reading: Reading): boolean {
  if (reading.isExcept) {
    for (const day of days) reading.group.days.delete(day);
    return true;
  }
  const [last, lastButOne] = [reading.before.at(-1), reading.before.at(-2)];
  const isRange = last?.kind === 'to' && lastButOne?.kind === 'days';
  if (!reading.timesFirst && !isRange && (isDone(reading.group) || reading.group.isHoliday)) begin(reading);
  if (isRange) {
    const from = lastButOne.days.at(-1) ?? 0;
    const [to = 0] = days;
    if (!isOne || !lastButOne.isOne) return false;
    for (let day = from; day !== to; day = (day + 1) % 7) reading.group.days.add(day);
  }
  for (const day of days) reading.group.days.add(day);
  return true;
}

function readClock(token: Clock, reading: Reading): boolean {
  reading.isExcept = false;
  if (reading.open === null) {
    const isNext = reading.timesFirst && reading.group.days.size > 0;
    if (isNext && !reading.isLunch) begin(reading);
    reading.open = token;
    return true;
  }
  if (reading.before.at(-1)?.kind !== 'to') return false;
  const { group, isLunch, isEnglish } = reading;
  const span = spanOf(reading.open, token, isEnglish, group.spans.at(-1));
  reading.open = null;
  reading.isLunch = false;
  if (span === null) return false;
  (isLunch ? group.breaks : group.spans).push(span);
  return true;
}

const noon = 720;
/** Nobody who writes "5 - midnight" means the morning. */
const earliest = 480;

/** Minutes from midnight; an end before the start is of the next day. Null where it could be two things. */
function spanOf(from: Clock, to: Clock, isEnglish: boolean, before: Span | undefined): Span | null {
  if (from.half !== null || to.half !== null) {
    const end = in24(to.minutes, to.half ?? (to.minutes <= from.minutes ? 'pm' : from.half));
    const guess = in24(from.minutes, from.half ?? to.half);
    if (to.minutes === 1440 && from.half === null) {
      return [isEnglish && from.minutes < earliest ? from.minutes + noon : from.minutes, 1440];
    }
    const start = from.half === null && guess >= end && end > 0 ? in24(from.minutes, 'am') : guess;
    return [start, end === 0 ? 1440 : end];
  }
  const isShort = isEnglish && from.minutes <= noon && to.minutes <= noon;
  // English speakers write "9-5", and "9-12, 1-5".
  if (isShort && to.minutes <= from.minutes) return [from.minutes, to.minutes + noon];
  if (isShort && before !== undefined && from.minutes < before[1]) return [from.minutes + noon, to.minutes + noon];
  if (isShort && from.minutes < 300 && from.isBare) return null;
  const end = to.minutes === 0 ? 1440 : to.minutes;
  // "9-5" elsewhere is a slip or a night.
  return end <= from.minutes && from.minutes < noon ? null : [from.minutes, end];
}

function in24(minutes: number, half: 'am' | 'pm' | null): number {
  if (half === null || minutes > noon + 59) return minutes;
  const onDial = minutes % noon;
  return half === 'pm' ? onDial + noon : onDial;
}

/** The latest that a night is of the day before. */
const morning = 420;

function weekFrom(all: readonly Group[]): OpeningHours | null {
  const groups = all.filter(({ isHoliday }) => !isHoliday);
  const general = groups
    .filter(({ days, breaks }) => days.size === 0 && breaks.length > 0)
    .flatMap(({ breaks }) => breaks);
  const [only] = groups;
  // Round the clock needs no days; other hours without days are of days that nobody names.
  if (
    groups.length === 1 &&
    only !== undefined &&
    only.days.size === 0 &&
    only.spans.some(([from, to]) => to - from === 1440)
  )
    for (let day = 0; day < 7; day += 1) only.days.add(day);
  if (groups.some(({ days, spans }) => days.size === 0 && spans.length > 0)) return null;
  const week = weekdays.map((_, day) => spansOn(day, groups));
  if (week.some((spans) => spans === null)) return null;
  const open = week.map((spans) => withoutBreaks(spans ?? [], general));
  const shifts = open.flatMap((spans, day) => spans.map((span) => shiftsOf(day, span)));
  if (shifts.length === 0 || shifts.some((each) => each === null)) return null;
  return weekOf(shifts.flatMap((each) => each ?? []));
}

/** What is said of fewer days holds against what is said of more; a second part of the day is added. Null: a contradiction. */
function spansOn(day: number, groups: readonly Group[]): Span[] | null {
  let spans: Span[] = [];
  let ofDays = 8;
  const own = groups.filter(({ days, spans: some, isClosed }) => days.has(day) && (some.length > 0 || isClosed));
  for (const group of own.toSorted((a, b) => b.days.size - a.days.size)) {
    const mine = withoutBreaks(group.spans, group.breaks);
    const isSame = JSON.stringify(mine) === JSON.stringify(spans);
    const isApart = mine.every(([from, to]) => spans.every(([start, end]) => to <= start || from >= end));
    if (ofDays === 8 || (!isSame && !(isApart && mine.length > 0) && group.days.size < ofDays)) spans = mine;
    else if (!isSame && isApart && mine.length > 0) spans = [...spans, ...mine];
    else if (!isSame) return null;
    ofDays = group.days.size;
  }
  return spans;
}

function withoutBreaks(spans: readonly Span[], breaks: readonly Span[]): Span[] {
  return breaks.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap((span): Span[] => {
        const [start, end] = span;
        if (to <= start || from >= end) return [span];
        return (
          [
            [start, from],
            [to, end],
          ] as const
        ).filter(([a, b]) => b > a);
      }),
    [...spans],
  );
}

interface DayShift {
  readonly days: readonly Weekday[];
  readonly shift: string;
}

/** A night is two shifts. Null where it would end when the next day has long begun. */
function shiftsOf(day: number, [from, to]: Span): DayShift[] | null {
  const on = (which: number, start: number, end: number): DayShift => {
    const weekday = weekdays[which % 7];
    return { days: weekday === undefined ? [] : [weekday], shift: `${clock(start)}-${clock(end)}` };
  };
  if (to > from) return [on(day, from, to)];
  return to > morning ? null : [on(day, from, 1440), on(day + 1, 0, to)];
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
