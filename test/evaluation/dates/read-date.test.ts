import { describe, expect, it } from 'vitest';
import { readDate } from '../../../shared/evaluation/dates/read-date.ts';

const kyiv = { timeZone: 'Europe/Kyiv', order: null } as const;
const at = (text: string, frame: Parameters<typeof readDate>[1] = kyiv): string | undefined => {
  const reading = readDate(text, frame);
  return reading.is === 'date' ? new Date(reading.at).toISOString() : undefined;
};

describe('a date that people or programs wrote', () => {
  it.each([
    ['2026-11-20T14:05', '2026-11-20T12:05:00.000Z'],
    ['20.11.2026 14:05', '2026-11-20T12:05:00.000Z'],
    ['11/20/2026 2:05 PM', '2026-11-20T12:05:00.000Z'],
    ['11/20/2026 14:05 PM', '2026-11-20T12:05:00.000Z'],
    ['2026-11-20 0:05 am', '2026-11-19T22:05:00.000Z'],
    ['2026-11-20 12:05 a.m.', '2026-11-19T22:05:00.000Z'],
    ['2026/11/20 2:05:00 PM GMT+2', '2026-11-20T12:05:00.000Z'],
    ['2026-11-20T14:05:07.123Z', '2026-11-20T14:05:07.000Z'],
    ['1763640300', '2025-11-20T12:05:00.000Z'],
    ['1763640300000', '2025-11-20T12:05:00.000Z'],
    // Shown twice when clocks went back, and not at all when they went forward.
    ['2026-10-25 03:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(at(text)).toBe(moment);
  });

  it('without a time is midnight, or the hour that the reader says', () => {
    expect(readDate('20.11.26', kyiv)).toEqual({ is: 'date', at: Date.parse('2026-11-19T22:00:00Z'), isDay: true });
    expect(at('2026-11-20', { ...kyiv, hour: 12 })).toBe('2026-11-20T10:00:00.000Z');
    expect(at('2026-11-20 14:05', { ...kyiv, hour: 12 })).toBe('2026-11-20T12:05:00.000Z');
  });

  it('with slashes or hyphens may be two days, which are named, unless an order is known', () => {
    expect(readDate('3/4/2026', kyiv)).toEqual({ is: 'ambiguous', days: ['2026-04-03', '2026-03-04'] });
    expect(at('3/4/2026', { ...kyiv, order: 'day-first' })).toBe('2026-04-02T21:00:00.000Z');
    expect(at('3/4/2026', { ...kyiv, order: 'month-first' })).toBe('2026-03-03T22:00:00.000Z');
    expect(at('13/4/2026', { ...kyiv, order: 'month-first' })).toBe('2026-04-12T21:00:00.000Z');
  });

  it.each([
    ['2026-02-30', 'not-in-calendar'],
    ['2026-11-20 24:00', 'not-in-calendar'],
    ['2026-11-20 14:60', 'not-in-calendar'],
    ['2026-11-20 14:05 AM', 'not-in-calendar'],
    ['2026-11-20 24:05 PM', 'not-in-calendar'],
    ['0026-11-20', 'not-in-calendar'],
    ['25/04/26', 'short-year'],
    ['46346,5', 'serial'],
    ['2026-11-20 14:05 QQT', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['', 'unreadable'],
    [`2026-11-20 14:05${' '.repeat(100_000)}x`, 'unreadable'],
  ])('is none where it is %s: %s', (text, why) => {
    expect(readDate(text, kyiv)).toEqual({ is: 'no-date', why });
  });
});
