import { type Calendar, weekdays } from '../../../shared/model/business.ts';

export const minuteMs = 60_000;
/** The reference covers this year only. */
export const year = Date.UTC(2026, 0, 1);
export const minutesOfYear = 365 * 1440;
/** Every zone changes its clocks at a quarter of an hour. */
const step = 15;

/** What the wall clock shows in each quarter of an hour of 2026, by the platform's own time-zone database. */
export interface Wall {
  readonly date: readonly string[];
  /** 0 is Monday. */
  readonly weekday: Uint8Array;
  readonly minute: Int16Array;
}

export function readWall(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const quarters = minutesOfYear / step;
  const wall = { date: [] as string[], weekday: new Uint8Array(quarters), minute: new Int16Array(quarters) };
  for (let i = 0; i < quarters; i++) {
    const text = format.format(year + i * step * minuteMs);
    const date = text.slice(0, 10);
    wall.date.push(date);
    wall.weekday[i] = date === wall.date[i - 1] ? (wall.weekday[i - 1] ?? 0) : (new Date(date).getUTCDay() + 6) % 7;
    wall.minute[i] = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  }
  return wall;
}

/** The slow way: looks at every minute. `from` and `to` are minutes since the year began, in UTC. */
export function countMinutes(from: number, to: number, wall: Wall, { shifts, holidays }: Calendar): number {
  const isOpen = weekdays.map((weekday) => {
    const minutes = new Uint8Array(1440);
    for (const [opens, closes] of shifts[weekday]) minutes.fill(1, opens, closes);
    return minutes;
  });
  const free = new Set(holidays);
  let count = 0;
  let quarter = -1;
  let day: Uint8Array | undefined;
  for (let minute = from; minute < to; minute++) {
    if (Math.floor(minute / step) !== quarter) {
      quarter = Math.floor(minute / step);
      day = free.has(wall.date[quarter] ?? '') ? undefined : isOpen[wall.weekday[quarter] ?? 0];
    }
    if (day !== undefined) count += day[(wall.minute[quarter] ?? 0) + (minute % step)] ?? 0;
  }
  return count;
}
