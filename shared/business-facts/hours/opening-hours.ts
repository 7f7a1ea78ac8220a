import { overlap, shiftProblem } from '../../config/hours.ts';
import { type Weekday, weekdays } from '../../model/business.ts';
import { type Declared, declaredHours } from './declared-hours.ts';

/** As `hours:` in touchpoints.yaml writes them: `mon-fri` to `["08:00-20:00"]`. */
export type OpeningHours = Readonly<Record<string, readonly string[]>>;

type Thing = Readonly<Record<string, unknown>>;

/**
 * What a page's structured data says of a business's hours. Null when it says nothing, or what no plain week is: seasons, nights, words.
 */
export function readOpeningHours(things: readonly Thing[]): OpeningHours | null {
  for (const thing of things) {
    const declared = declaredHours(thing);
    if (declared.length > 0) return plainWeek(declared);
  }
  return null;
}

function plainWeek(declared: readonly Declared[]): OpeningHours | null {
  const spans = declared.map((each): Span | null => {
    if (each === 'dated' || each === 'unclear') return null;
    const { days, open } = each;
    if (open === null) return { days: [], shift: '' };
    return open[1] <= open[0] ? null : { days, shift: `${clock(open[0])}-${clock(open[1])}` };
  });
  return spans.includes(null) ? null : weekOf(spans.filter((span) => span !== null));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export interface Span {
  readonly days: readonly Weekday[];
  readonly shift: string;
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
