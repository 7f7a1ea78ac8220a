import { describe, expect, it } from 'vitest';
import { addBusinessMinutes, businessMinutesBetween } from '../../shared/evaluation/schedule/business-time.ts';
import type { Calendar, Shift } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { countMinutes, minuteMs, minutesOfYear, readWall, year } from './support/minute-by-minute.ts';

const zones = [
  'Europe/Kyiv',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'America/Santiago',
];
/** A fixed stream of dice, so that a difference can be found again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function aCalendar(timeZone: string, roll: (sides: number) => number): Calendar {
  const shifts = (): Shift[] =>
    Array.from({ length: roll(4) }, () => {
      const opens = roll(1439);
      return [opens, Math.min(1440, opens + 1 + roll(600))];
    });
  const [mon, tue, wed, thu, fri, sat, sun] = [shifts(), shifts(), shifts(), shifts(), shifts(), shifts(), shifts()];
  const holidays = Array.from({ length: roll(40) }, () => toInstant(year + roll(365) * 1440 * minuteMs).slice(0, 10));
  return { timeZone, shifts: { mon, tue, wed, thu, fri, sat, sun }, holidays };
}

describe('business time', () => {
  const walls = new Map(zones.map((zone) => [zone, readWall(zone)]));

  it('is the same as counting minute by minute, for 10,000 calendars, spans and zones', () => {
    const roll = dice(20_261_122);
    const differences: unknown[] = [];
    for (let run = 0; run < 10_000; run++) {
      const timeZone = zones[roll(zones.length)] ?? 'UTC';
      const wall = walls.get(timeZone);
      const calendar = aCalendar(timeZone, roll);
      const from = roll(minutesOfYear - 20_000);
      const to = from + roll(run % 10 === 0 ? 20_000 : 3000);
      const at = (minute: number): string => toInstant(year + minute * minuteMs);
      const counted = wall === undefined ? Number.NaN : countMinutes(from, to, wall, calendar);
      const reckoned = businessMinutesBetween(at(from), at(to), calendar);
      if (counted !== reckoned) differences.push({ from: at(from), to: at(to), calendar, counted, reckoned });
      // The due time is where that many minutes have passed, and not one earlier.
      const due = addBusinessMinutes(at(from), counted, calendar);
      if (
        counted > 0 &&
        (due === null || businessMinutesBetween(at(from), due, calendar) !== counted || due > at(to))
      ) {
        differences.push({ from: at(from), minutes: counted, calendar, due });
      }
    }
    expect(differences).toEqual([]);
  });
});
