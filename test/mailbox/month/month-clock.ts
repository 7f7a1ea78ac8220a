import { weekdays } from '../../../shared/model/business.ts';
import { coffeeLabHours } from '../../social/support/coffee-lab-hours.ts';
import { countMinutes, minuteMs, readWall, year } from '../../social/support/minute-by-minute.ts';

/** Coffee Lab's hours, with a holiday in the second week. */
export const hours = { ...coffeeLabHours, holidays: ['2026-10-14'] };

/** Kyiv sets its clocks back on Sunday, 25 October, at four in the morning. */
const summerEnds = '10-25 04:00';

/** `10-05 10:00` in Kyiv, in minutes since the year began in UTC. */
export function minuteOf(when: string): number {
  const [date = '', time = ''] = when.split(' ');
  const offset = when < summerEnds ? '+03:00' : '+02:00';
  return (Date.parse(`2026-${date}T${time}:00${offset}`) - year) / minuteMs;
}

export function timeOf(minute: number): number {
  return year + minute * minuteMs;
}

const wall = readWall(hours.timeZone);
const quarter = (minute: number): number => Math.floor(minute / 15);

export const clock = {
  label(minute: number): string {
    const shown = (wall.minute[quarter(minute)] ?? 0) + (minute % 15);
    const two = (value: number): string => String(value).padStart(2, '0');
    const date = wall.date[quarter(minute)] ?? '';
    return `${weekday(minute)} ${date.slice(5)} ${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
  },
  isOpen: (minute: number): boolean => countMinutes(minute, minute + 1, wall, hours) === 1,
  worked: (from: number, until: number): number => countMinutes(from, until, wall, hours),
};

function weekday(minute: number): string {
  const name = weekdays[wall.weekday[quarter(minute)] ?? 0] ?? '';
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

const days = Array.from({ length: 35 }, (_, day) =>
  new Date(Date.parse('2026-10-05T00:00:00Z') + day * 1440 * minuteMs).toISOString().slice(5, 10),
);
const times = ['08:30', '10:30', '12:30', '14:30', '16:30', '18:30', '20:30'];

/** Every two hours by day. */
export const polls = days.flatMap((day) => times.map((time) => minuteOf(`${day} ${time}`)));

/** The last poll of each week. */
export const sundayEvenings = days.filter((_, day) => day % 7 === 6).map((day) => minuteOf(`${day} 20:30`));
export const weekMinutes = 7 * 1440;
