import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRun, closeDay, emptyDay, onGrid } from '../../../shared/evaluation/incidents/day.ts';
import { aCheck } from '../../support/a-check.ts';

const pageLoad = aCheck();
const contacts = aCheck({ id: 'website/contacts@mobile' });

describe('a day of a check', () => {
  it('is the day on the wall of the business, not of UTC', () => {
    expect(emptyDay('2026-11-22T22:30:00.000Z', 'Europe/Kyiv').date).toBe('2026-11-23');
    expect(emptyDay('2026-11-22T22:30:00.000Z', 'America/New_York').date).toBe('2026-11-22');
  });

  it('counts each light, and the spread of the main measurements only', () => {
    let today = emptyDay('2026-11-23T09:00:00.000Z', 'Europe/Kyiv');
    for (const [light, lcpMs] of [
      ['green', 2000],
      ['green', 2000],
      ['red', 8000],
      ['yellow', 3000],
    ] as const) {
      today = addRun(today, light, { lcpMs, cls: 0.3 }, pageLoad);
    }
    today = addRun(today, 'unknown', { lcpMs: 99_000 }, pageLoad);
    const day = closeDay(today);
    expect(day?.runs).toEqual({ green: 2, yellow: 1, red: 1, unknown: 1 });
    expect(Object.keys(day?.measurements ?? {})).toEqual(['lcpMs']);
    expect(day?.measurements['lcpMs']?.max).toBe(8000);
  });

  it('counts of clicks stay whole', () => {
    let today = emptyDay('2026-11-23T09:00:00.000Z', 'UTC');
    for (const clicksToContact of [0, 1, 1, 3]) today = addRun(today, 'green', { clicksToContact }, contacts);
    expect(closeDay(today)?.measurements).toEqual({ clicksToContact: { p50: 1, p75: 1, max: 3 } });
  });

  it('a day without a run is no day', () => {
    expect(closeDay(emptyDay('2026-11-23T09:00:00.000Z', 'UTC'))).toBeNull();
  });

  it('a value on the grid is within 4 % of itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
        expect(Math.abs(onGrid(value) - value)).toBeLessThanOrEqual(0.04 * value);
        expect(onGrid(-value)).toBe(-onGrid(value));
      }),
    );
  });

  it('p50 and p75 are within 4 % of the true ones, and max is exact', () => {
    const values = fc.array(fc.double({ min: 10, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, (some) => {
        let today = emptyDay('2026-11-23T09:00:00.000Z', 'UTC');
        for (const lcpMs of some) today = addRun(today, 'green', { lcpMs }, pageLoad);
        const ascending = some.toSorted((a, b) => a - b);
        const { p50 = 0, p75 = 0, max } = closeDay(today)?.measurements['lcpMs'] ?? {};
        const truly = (share: number): number => ascending[Math.ceil(share * some.length) - 1] ?? 0;
        expect(Math.abs(p50 / truly(0.5) - 1)).toBeLessThanOrEqual(0.04);
        expect(Math.abs(p75 / truly(0.75) - 1)).toBeLessThanOrEqual(0.04);
        expect(max).toBe(ascending.at(-1));
      }),
    );
  });
});
