import { describe, expect, it } from 'vitest';
import { isBusinessTime } from '../../../shared/evaluation/schedule/business-time.ts';
import { dueVisits, visitKey } from '../../../shared/evaluation/schedule/due-visits.ts';
import type { Check } from '../../../shared/model/check.ts';
import { runId } from '../../../shared/model/check-id.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aCheck } from '../../support/a-check.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const start = Date.parse('2026-11-23T00:00:00.000Z');
const minuteAt = (minute: number): string => toInstant(start + minute * 60_000);
const site = ['availability', 'page-load@mobile', 'page-load@desktop', 'contacts@mobile', 'form', 'lighthouse'];
const checksOf = (touchpointId: string): Check[] => site.map((name) => aCheck({ id: `${touchpointId}/${name}` }));

describe('which visits are due', () => {
  it('every check comes once in its cadence, at the same minute of it', () => {
    const checks = checksOf('website');
    const due = new Map<string, number[]>();
    for (let minute = 0; minute < 1440; minute++) {
      for (const visit of dueVisits(checks, minuteAt(minute))) {
        for (const { id } of visit.checks) due.set(id, [...(due.get(id) ?? []), minute]);
      }
    }
    for (const { id, everyMinutes } of checks) {
      const minutes = due.get(id) ?? [];
      expect(minutes.length).toBe(1440 / everyMinutes);
      for (const [i, minute] of minutes.entries()) expect(minute).toBe((minutes[0] ?? 0) + i * everyMinutes);
    }
  });

  it('checks of one page and device travel together, other devices and pages by themselves', () => {
    const page = (id: string): string => visitKey(aCheck({ id }));
    expect(page('website/page-load@mobile')).toBe(page('website/contacts@mobile'));
    expect(page('website/page-load@mobile')).not.toBe(page('website/page-load@desktop'));
    expect(page('website/page-load@mobile')).not.toBe(page('website/page-load:/prices@mobile'));
    expect(page('website/page-load@mobile')).not.toBe(page('shop/page-load@mobile'));

    const visits = Array.from({ length: 30 }, (_, minute) => dueVisits(checksOf('website'), minuteAt(minute))).flat();
    const phone = visits.filter(({ checks }) => checks.some(({ id }) => id === 'website/page-load@mobile'));
    expect(phone.map(({ checks }) => checks.map(({ id }) => id))).toEqual([
      ['website/page-load@mobile', 'website/contacts@mobile'],
    ]);
  });

  it('a check that comes half as often travels with the others when its turn is', () => {
    const checks = [aCheck({ everyMinutes: 30 }), aCheck({ id: 'website/contacts@mobile', everyMinutes: 60 })];
    const sizes = Array.from({ length: 120 }, (_, minute) => dueVisits(checks, minuteAt(minute)))
      .flat()
      .map((visit) => visit.checks.length);
    expect(sizes.toSorted()).toEqual([1, 1, 2, 2]);
  });

  it('a repeated tick, some seconds later in its minute, asks for the same runs', () => {
    const checks = checksOf('website').map((check) => ({ ...check, everyMinutes: 1 }));
    const runs = (at: string): string[] =>
      dueVisits(checks, at).flatMap((visit) => visit.checks.map(({ id }) => runId(id, visit.scheduledAt)));
    expect(runs('2026-11-23T00:07:42.500Z')).toEqual(runs('2026-11-23T00:07:00.000Z'));
    expect(runs('2026-11-23T00:07:00.000Z')).toContain('website/form#2026-11-23T00:07:00.000Z');
  });

  it('a check with hours of its own runs within them, and makes up at their beginning for the night and the weekend', () => {
    const form = aCheck({ id: 'website/form', everyMinutes: 1440, onlyWithin: weekdaysNineToSix });
    const often = aCheck({ id: 'shop/form', everyMinutes: 60, onlyWithin: weekdaysNineToSix });
    const due = new Map<string, string[]>([form, often].map(({ id }) => [id, []]));
    // A Monday to the next Monday at noon: Kyiv is two hours ahead.
    for (let minute = 0; minute < 7 * 1440 + 720; minute++) {
      for (const { checks, scheduledAt } of dueVisits([form, often], minuteAt(minute)))
        for (const { id } of checks) due.get(id)?.push(scheduledAt);
    }
    for (const at of [...due.values()].flat()) expect(isBusinessTime(at, weekdaysNineToSix), at).toBe(true);
    const daily = due.get(form.id) ?? [];
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'];
    expect([...new Set(daily.map((at) => at.slice(0, 10)))]).toEqual(days);
    // What fell due on Saturday and Sunday comes once, on Monday morning.
    expect(daily.filter((at) => at >= '2026-11-28')[0]).toBe('2026-11-30T07:00:00.000Z');
    expect(daily.filter((at) => at >= '2026-11-28').length).toBeLessThanOrEqual(2);
    const hourly = (due.get(often.id) ?? []).filter((at) => at < '2026-11-24');
    expect(hourly[0]).toBe('2026-11-23T07:00:00.000Z');
    expect(hourly).toHaveLength(10);
  });

  it('adding a touchpoint moves nobody else', () => {
    const before = dueVisits(checksOf('website'), minuteAt(17));
    const after = dueVisits([...checksOf('another'), ...checksOf('website')], minuteAt(17));
    expect(after.filter(({ checks }) => checks[0]?.touchpointId === 'website')).toEqual(before);
  });

  it('the load is even: the busiest minute has at most 1.3 times the mean', () => {
    const checks = Array.from({ length: 2000 }, (_, i) => checksOf(`site-${i}`)).flat();
    const runs = Array.from({ length: 60 }, (_, minute) =>
      dueVisits(checks, minuteAt(minute)).reduce((sum, visit) => sum + visit.checks.length, 0),
    );
    const mean = runs.reduce((sum, some) => sum + some, 0) / runs.length;
    expect(Math.max(...runs) / mean).toBeLessThan(1.3);
  });
});
