import { describe, expect, test } from 'vitest';
import { lastFullWeek, parseWeek, weekAt, weekBefore } from '../../../shared/evaluation/week/week.ts';

const hours = ({ from, to }: { from: string; to: string }): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

describe('weeks of the business', () => {
  test('begin and end at its own midnight', () => {
    const week = weekAt('2026-11-22T21:59:59.999Z', 'Europe/Kyiv');
    expect(week).toMatchObject({ id: '2026-W47', from: '2026-11-15T22:00:00.000Z', to: '2026-11-22T22:00:00.000Z' });
    expect(week.days.map(({ date }) => date)).toEqual([
      ...['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    ]);
    // A moment later it is Monday in Kyiv, and still Sunday in London.
    expect(weekAt('2026-11-22T22:00:00.000Z', 'Europe/Kyiv').id).toBe('2026-W48');
    expect(weekAt('2026-11-22T22:00:00.000Z', 'Europe/London').id).toBe('2026-W47');
  });

  test.each([
    ['2026-W13', 'Europe/Kyiv', 167],
    ['2026-W43', 'Europe/Kyiv', 169],
    ['2026-W10', 'America/New_York', 167],
    ['2026-W47', 'Europe/Kyiv', 168],
    // Clocks are put forward at midnight there: that Sunday begins at one.
    ['2026-W36', 'America/Santiago', 167],
    ['2026-W47', 'Asia/Kathmandu', 168],
  ])('%s in %s has %i hours, and its days fit together without a gap', (id, timeZone, expected) => {
    const week = parseWeek(id, timeZone);
    if (week === null) throw new Error(`${id} is a week.`);
    expect(hours(week)).toBe(expected);
    expect(week.days[0]?.from).toBe(week.from);
    expect(week.days.at(-1)?.to).toBe(week.to);
    for (const [n, day] of week.days.slice(1).entries()) expect(day.from).toBe(week.days[n]?.to);
    expect(weekAt(week.from, timeZone)).toEqual(week);
    expect(weekAt(new Date(Date.parse(week.to) - 1).toISOString(), timeZone)).toEqual(week);
  });

  test('the mail of Monday morning tells the week that ended at midnight', () => {
    expect(lastFullWeek('2026-11-23T06:00:00.000Z', 'Europe/Kyiv').id).toBe('2026-W47');
    expect(lastFullWeek('2026-11-22T21:00:00.000Z', 'Europe/Kyiv').id).toBe('2026-W46');
    expect(weekBefore(lastFullWeek('2026-11-23T06:00:00.000Z', 'Europe/Kyiv'), 'Europe/Kyiv').id).toBe('2026-W46');
  });

  test('the turn of the year follows ISO 8601', () => {
    expect(weekAt('2027-01-02T12:00:00.000Z', 'UTC').id).toBe('2026-W53');
    expect(weekAt('2024-12-30T12:00:00.000Z', 'UTC').id).toBe('2025-W01');
    expect(parseWeek('2026-W53', 'UTC')?.from).toBe('2026-12-28T00:00:00.000Z');
  });

  test.each(['2025-W53', '2026-W00', '2026-W54', '2026-47', 'W47', '2026-W7', ''])('"%s" is no week', (text) => {
    expect(parseWeek(text, 'UTC')).toBeNull();
  });
});
