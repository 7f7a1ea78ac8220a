import { isPartlyOpen } from './hours-parts.ts';
import { plainTimes } from './hours-spelling.ts';
import { type Token, tokenize } from './hours-tokens.ts';
import { type Group, type Span, weekFrom } from './hours-week.ts';
import { type HoursWords, hoursWords } from './hours-words.ts';
import type { OpeningHours } from './opening-hours.ts';

/**
 * Opening hours as people write them: "Пн-Сб: 10:00 - 22:00, Вс: под запись", "Mon-Fri 9am to 5pm", "7/7 24h/24". Days by
 * appointment and days that nobody names have no hours. Null where a person must decide: seasons, branches with hours of
 * their own, open ends, or words that nobody here knows.
 */
export function readWrittenHours(text: string, language: string): OpeningHours | null {
  const spoken = language.slice(0, 2).toLowerCase();
  const first = hoursWords.filter(({ code }) => code === spoken);
  for (const words of [...first, ...hoursWords.filter(({ code }) => code !== spoken)]) {
    const tokens = tokenize(plainTimes(text.normalize('NFC').replaceAll('i\u0307', 'i')), words);
    const hours = tokens === null ? null : readTokens(tokens, words);
    if (hours !== null) return hours;
    // Understood word for word and yet unclear: another language would only take half of it for a heading.
    if (tokens !== null && isUnderstood(tokens)) return null;
  }
  return null;
}

function isUnderstood(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'days') && tokens.every(({ kind }) => kind !== 'unknown');
}

type Clock = Extract<Token, { kind: 'time' }>;

const aGroup = (): Group => ({ days: new Set(), spans: [], breaks: [], isClosed: false, isHoliday: false });

function readTokens(tokens: readonly Token[], words: HoursWords): OpeningHours | null {
  const groups = isPartlyOpen(tokens) ? null : groupsOf(tokens, words.code === 'en');
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
  /** Days that are named now are among those before. */
  isIncluding: boolean;
  /** "Closed on Mondays": the days that are named now are those on which it is closed. */
  isClosing: boolean;
}

function groupsOf(tokens: readonly Token[], isEnglish: boolean): Group[] | null {
  const firstDays = tokens.findIndex(({ kind }) => kind === 'days');
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
    isIncluding: false,
    isClosing: false,
  };
  const begins = firstDays < 0 ? firstTime : Math.min(firstDays, firstTime);
  for (const [index, token] of tokens.entries()) {
    // What stands before the first day or hour is a heading.
    if (index < begins && token.kind === 'unknown') continue;
    if (isBreakOfAll(tokens, index)) begin(reading);
    const isOfLastDays = timesFirst && /^(closed|appointment)$/.test(token.kind) && endsDays(tokens, index);
    if (!(isOfLastDays ? takeBackDays(reading) : read(token, reading))) return null;
    reading.before.push(token);
  }
  return reading.open === null ? reading.groups : null;
}

/** A break said last, in a clause of its own, is one of all days; days without hours may follow. */
function isBreakOfAll(tokens: readonly Token[], index: number): boolean {
  const isOnly = tokens.filter(({ kind }) => kind === 'lunch').length === 1;
  const before = tokens[index - 1]?.kind;
  if (tokens[index]?.kind !== 'lunch' || !(before === 'end' || (before === 'and' && isOnly))) return false;
  const after = tokens.slice(index + 1);
  const nextDays = after.findIndex(({ kind }) => kind === 'days');
  return nextDays < 0 || !after.slice(nextDays).some(({ kind }) => kind === 'time' || kind === 'all-day');
}

/** Is it said of days that stand before it, and not of those behind it? */
function endsDays(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.kind === 'days' && tokens[index + 1]?.kind !== 'days';
}

/** "9-5 Mon to Fri, Sat by appointment": the days after the last range have no hours. False where it could be said of more. */
function takeBackDays(reading: Reading): boolean {
  const { before, group } = reading;
  const taken: number[] = [];
  let at = before.length - 1;
  for (; at > 0; at -= 2) {
    const token = before[at];
    const isApart = before[at - 1]?.kind === 'and' || before[at - 1]?.kind === 'end';
    if (token?.kind !== 'days' || !isApart || (!token.isOne && taken.length > 0)) break;
    taken.push(...token.days);
  }
  const rest = before[at];
  const isRange = rest?.kind === 'days' && (before[at - 1]?.kind === 'to' || !rest.isOne);
  if (taken.length === 0 || !isRange) return false;
  for (const day of taken) group.days.delete(day);
  const closed = begin(reading);
  closed.isClosed = true;
  for (const day of taken) closed.days.add(day);
  return true;
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
      if (group.days.size === 0 || group.spans.length > 0) startClosing(reading);
      group.isClosed ||= group.spans.length === 0;
      return true;
    case 'appointment':
      // "9-18 and by appointment": the hours stay what they are.
      group.isClosed ||= group.spans.length === 0;
      return true;
    case 'except':
      reading.isExcept = true;
      return group.days.size > 0;
    case 'including':
      reading.isIncluding = true;
      return group.days.size > 0;
    case 'lunch':
      reading.isLunch = true;
      return true;
    case 'holiday':
      // "Sundays and public holidays 10-14": the days keep their hours; alone, holidays have hours of their own.
      if (isDone(group) && !reading.isIncluding) begin(reading).isHoliday = true;
      return true;
    case 'season':
    case 'unknown':
      return false;
    case 'end':
      reading.isExcept = false;
      reading.isIncluding = false;
      return true;
    case 'to':
    case 'and':
    case 'part':
      return true;
    default:
      return token satisfies never;
  }
}

function isDone({ days, spans, breaks, isClosed }: Group): boolean {
  return spans.length > 0 || isClosed || (days.size === 0 && breaks.length > 0);
}

function begin(reading: Reading): Group {
  reading.group = aGroup();
  reading.groups.push(reading.group);
  reading.isLunch = false;
  reading.isClosing = false;
  return reading.group;
}

function startClosing(reading: Reading): void {
  const group = isDone(reading.group) ? begin(reading) : reading.group;
  group.isClosed = true;
  reading.isClosing = true;
}

function readDays({ days, isOne }: Extract<Token, { kind: 'days' }>, reading: Reading): boolean {
  if (reading.isIncluding) return days.every((day) => reading.group.days.has(day));
  if (reading.isExcept) {
    for (const day of days) reading.group.days.delete(day);
    return true;
  }
  const [last, lastButOne] = [reading.before.at(-1), reading.before.at(-2)];
  const isRange = last?.kind === 'to' && lastButOne?.kind === 'days';
  const isMoreClosed = reading.isClosing && days.length < 7 && (reading.group.days.size === 0 || last?.kind === 'and');
  const isNext = reading.timesFirst ? reading.isClosing : isDone(reading.group) || reading.group.isHoliday;
  if (isNext && !isRange && !isMoreClosed) begin(reading);
  const { group } = reading;
  // "Mon-Fri daily" and "daily, Mon-Fri" mean these days.
  if (days.length === 7 && group.days.size > 0) return true;
  if (group.days.size === 7 && !isRange) group.days.clear();
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
  // "Closed 12-13", or the days before belong to what follows: a person must say.
  if (reading.isClosing) return false;
  reading.isExcept = false;
  reading.isIncluding = false;
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
/** A place that opens in the morning may close as late as this. */
const latest = 240;

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
  // "11:00-00:00": only a clock of 24 hours has it.
  if (to.minutes === 0) return [from.minutes, 1440];
  const isShort = isEnglish && from.minutes <= noon && to.minutes <= noon;
  // English speakers write "9-5", and "9-12, 1-5"; "11:00-02:00" may be the afternoon or a night.
  if (isShort && to.minutes <= from.minutes) return to.isOf24 ? null : [from.minutes, to.minutes + noon];
  if (isShort && before !== undefined && from.minutes < before[1]) return [from.minutes + noon, to.minutes + noon];
  if (isShort && from.minutes < 300 && from.isBare) return null;
  // "9-5" elsewhere is a slip or a night; "9:00-02:00" is a night.
  const isNight = from.minutes >= noon || (to.isOf24 && to.minutes <= latest);
  return to.minutes <= from.minutes && !isNight ? null : [from.minutes, to.minutes];
}

function in24(minutes: number, half: 'am' | 'pm' | null): number {
  if (half === null || minutes > noon + 59) return minutes;
  const onDial = minutes % noon;
  return half === 'pm' ? onDial + noon : onDial;
}
