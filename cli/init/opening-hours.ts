import { overlap, shiftProblem } from '../../shared/config/hours.ts';
import { type Weekday, weekdays } from '../../shared/model/business.ts';

/** As `hours:` in touchpoints.yaml writes them: `mon-fri` to `["08:00-20:00"]`. */
export type OpeningHours = Readonly<Record<string, readonly string[]>>;

type Thing = Readonly<Record<string, unknown>>;

/**
 * What a page's structured data says of a business's hours (https://schema.org/openingHoursSpecification and openingHours).
 * Null when it says nothing, or what no plain week is: seasons, nights, words.
 */
export function readOpeningHours(things: readonly Thing[]): OpeningHours | null {
  for (const thing of things) {
    const specified = listOf(thing['openingHoursSpecification']).flatMap(fromSpecification);
    const written = listOf(thing['openingHours']).flatMap(fromText);
    const spans = specified.length > 0 ? specified : written;
    if (spans.length > 0) return spans.includes(null) ? null : weekOf(spans.filter((span) => span !== null));
  }
  return null;
}

export interface Span {
  readonly days: readonly Weekday[];
  readonly shift: string;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

function fromSpecification(value: unknown): (Span | null)[] {
  if (typeof value !== 'object' || value === null) return [null];
  const { dayOfWeek, opens, closes, validFrom } = value as Thing;
  const days = listOf(dayOfWeek).map((day) => weekdayOf(String(day).split('/').at(-1) ?? ''));
  const isPlain = typeof opens === 'string' && typeof closes === 'string' && validFrom === undefined;
  if (!isPlain || days.length === 0 || days.includes(null)) return [null];
  return [{ days: days.filter((day) => day !== null), shift: shiftOf(opens, closes) }];
}

/** `Mo-Fr 08:00-20:00`, `Mo,We 9:00-12:00` */
function fromText(value: unknown): (Span | null)[] {
  const match = /^\s*([A-Za-z,\s-]+?)\s+(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)\s*$/.exec(String(value));
  if (match === null) return [null];
  const [, names = '', opens = '', closes = ''] = match;
  const days = names.split(',').flatMap((part): (Weekday | null)[] => {
    const [from, to = from] = part.split('-').map((name) => weekdayOf(name.trim()));
    if (from === null || to === null || from === undefined || to === undefined) return [null];
    return weekdays.slice(weekdays.indexOf(from), weekdays.indexOf(to) + 1);
  });
  if (days.length === 0 || days.includes(null)) return [null];
  return [{ days: days.filter((day) => day !== null), shift: shiftOf(opens, closes) }];
}

function weekdayOf(name: string): Weekday | null {
  const start = name.toLowerCase().slice(0, 2);
  return /^[a-z]+$/i.test(name) ? (weekdays.find((day) => start.length === 2 && day.startsWith(start)) ?? null) : null;
}

function shiftOf(opens: string, closes: string): string {
  const end = /^(00:00|23:59)/.test(closes) ? '24:00' : closes.slice(0, 5);
  return `${opens.slice(0, 5)}-${end}`;
}

/** Days in a row with the same shifts share a key. */
export function weekOf(spans: readonly Span[]): OpeningHours | null {
  const shiftsOn = weekdays.map((day) => [
    ...new Set(spans.filter(({ days }) => days.includes(day)).map(({ shift }) => shift)),
  ]);
  if (shiftsOn.some((shifts) => shifts.some((shift) => shiftProblem(shift) !== null) || overlap(shifts) !== null))
    return null;
  const rows: { from: Weekday; to: Weekday; shifts: readonly string[] }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const shifts = (shiftsOn[index] ?? []).toSorted();
    const last = rows.at(-1);
    if (last !== undefined && last.shifts.join() === shifts.join()) last.to = day;
    else rows.push({ from: day, to: day, shifts });
  }
  const open = rows.filter(({ shifts }) => shifts.length > 0);
  return Object.fromEntries(open.map(({ from, to, shifts }) => [from === to ? from : `${from}-${to}`, shifts]));
}
