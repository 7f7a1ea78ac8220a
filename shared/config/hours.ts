import { type Shift, type Weekday, weekdays } from '../model/business.ts';

/** The keys of `hours`: one day (`sat`) or days in a row (`mon-fri`). */
export const dayKeys: readonly string[] = weekdays.flatMap((from, index) => [
  from,
  ...weekdays.slice(index + 1).map((to) => `${from}-${to}`),
]);

/** The hours of a business that gave none. */
export const defaultHours = { 'mon-fri': ['09:00-18:00'] } as const;

/** The days that a key names, in order; empty when it is none of dayKeys. */
export function daysOf(key: string): readonly Weekday[] {
  const [from, to = from] = key.split('-');
  const names: readonly (string | undefined)[] = weekdays;
  const first = names.indexOf(from);
  const last = names.indexOf(to);
  return first < 0 || last < first ? [] : weekdays.slice(first, last + 1);
}

/** `09:00-13:00` as minutes from midnight; null when it is not written like that. `24:00` is the end of the day. */
function parseShift(text: string): Shift | null {
  const [from, to, ...rest] = text.split(/\s*[-–]\s*/);
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const start = parseTimeOfDay(from);
  const end = to === '24:00' ? 1440 : parseTimeOfDay(to);
  return start === null || end === null ? null : [start, end];
}

/** `08:00` as minutes from midnight; null when it is no time of day. */
function parseTimeOfDay(text: string): number | null {
  const match = /^(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)$/.exec(text);
  return match === null ? null : Number(match.groups?.['hours']) * 60 + Number(match.groups?.['minutes']);
}

/** What is wrong with one shift, as words that follow its value; null when nothing is. */
export function shiftProblem(text: string): string | null {
  const shift = parseShift(text);
  if (shift === null) return 'is not a shift; write start and end on the 24-hour clock, such as "09:00-18:00"';
  const [start, end] = shift;
  if (end === start) return 'has no length; for the whole day write "00:00-24:00", for a closed day leave the day out';
  if (end < start) {
    const evening = `${clock(start)}-24:00`;
    const morning = `00:00-${clock(end)}`;
    return `ends before it starts; a night shift is written as "${evening}" on the one day and "${morning}" on the next`;
  }
  return null;
}

/** The first two shifts that share a minute, or null. */
export function overlap(texts: readonly string[]): readonly [string, string] | null {
  const shifts = texts
    .flatMap((text) => {
      const shift = parseShift(text);
      return shift === null ? [] : [{ text, start: shift[0], end: shift[1] }];
    })
    .sort((a, b) => a.start - b.start);
  for (const [index, shift] of shifts.entries()) {
    const next = shifts[index + 1];
    if (next !== undefined && next.start < shift.end) return [shift.text, next.text];
  }
  return null;
}

/** Minutes from midnight as `09:05`. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A day's own key beats days in a row that include it, so `mon-fri` and `wed` may stand side by side. */
function shiftsPerDay(hours: Readonly<Record<string, readonly string[]>>): Record<Weekday, Shift[]> {
  const shiftsOf = (day: Weekday): Shift[] => {
    const key =
      Object.keys(hours).find((each) => each === day) ?? dayKeys.find((each) => each in hours && covers(each, day));
    return key === undefined ? [] : sorted(hours[key] ?? []);
  };
  return {
    mon: shiftsOf('mon'),
    tue: shiftsOf('tue'),
    wed: shiftsOf('wed'),
    thu: shiftsOf('thu'),
    fri: shiftsOf('fri'),
    sat: shiftsOf('sat'),
    sun: shiftsOf('sun'),
  };
}

/** The shifts of the file's `hours`, holidays aside; the default ones where no day is named. */
export function shiftsOfHours({ holidays: _, ...days }: Readonly<Record<string, unknown>>): Record<Weekday, Shift[]> {
  const given = Object.entries(days).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [[key, [value].flat().filter((text) => typeof text === 'string')] as const]
      : [],
  );
  return shiftsPerDay(given.length === 0 ? defaultHours : Object.fromEntries(given));
}

function covers(key: string, day: Weekday): boolean {
  return daysOf(key).includes(day);
}

function sorted(texts: readonly string[]): Shift[] {
  return texts
    .map(parseShift)
    .filter((shift) => shift !== null)
    .sort((a, b) => a[0] - b[0]);
}

/** `Mon 08:00` as weekday and minutes from midnight; null when it is not written like that. */
export function parseWeekMoment(text: string): { readonly weekday: Weekday; readonly atMinute: number } | null {
  const [day = '', time = '', ...rest] = text.trim().split(/\s+/);
  const weekday = weekdays.find((each) => each === day.toLowerCase().slice(0, 3));
  const atMinute = parseTimeOfDay(time);
  if (weekday === undefined || atMinute === null || rest.length > 0) return null;
  return /^[a-z]{3}$|day$/i.test(day) ? { weekday, atMinute } : null;
}
