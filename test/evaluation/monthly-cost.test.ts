import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { formatMonthlyCost, type MonthlyCost, monthlyCost } from '../../shared/evaluation/monthly-cost.ts';

const website = '{ id: website, kind: website, url: "https://coffeelab.example"';

describe('what a configuration costs in AWS', () => {
  test('a site with all defaults costs less than a dollar a month', () => {
    const [site] = costOf(`[${website} }]`).touchpoints;
    expect(site?.dollars).toBeGreaterThan(0.5);
    expect(site?.dollars).toBeLessThan(1);
  });

  test('a second site adds its own cost and nothing to the stack', () => {
    const one = costOf(`[${website} }]`);
    const two = costOf(`[${website} }, { id: second, kind: website, url: "https://b.example" }]`);
    expect(two.stackDollars).toBe(one.stackDollars);
    expect(two.totalDollars - one.totalDollars).toBeCloseTo(one.touchpoints[0]?.dollars ?? 0, 6);
  });

  test('visiting half as often costs half as much', () => {
    const only = (every: string) =>
      costOf(
        `[${website}, checks: { availability: { every: ${every} }, page-load: false, contacts: false, form: false, lighthouse: false } }]`,
      ).touchpoints[0]?.dollars ?? 0;
    expect(only('10m')).toBeCloseTo(only('5m') / 2, 6);
  });

  test('checks that travel in one visit cost little more than one of them', () => {
    const withContacts = (contacts: boolean) =>
      costOf(
        `[${website}, checks: { page-load: true, contacts: ${contacts}, availability: false, form: false, lighthouse: false } }]`,
      ).touchpoints[0]?.dollars ?? 0;
    expect(withContacts(true) / withContacts(false)).toBeLessThan(1.1);
  });

  test('is told in whole cents, rounded up', () => {
    const cost: MonthlyCost = {
      touchpoints: [{ touchpointId: 'website', dollars: 0.7211 }],
      stackDollars: 3.7,
      totalDollars: 4.4211,
    };
    expect(formatMonthlyCost(cost)).toBe(
      [
        'In AWS about $4.43 a month at list prices, free allowances not counted (docs/cost.md):',
        '     $0.73  website',
        '     $3.70  the stack itself',
      ].join('\n'),
    );
  });
});

function costOf(touchpoints: string): MonthlyCost {
  const reading = parseConfiguration(`business: A\ntimeZone: UTC\ntouchpoints: ${touchpoints}`, 'a.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return monthlyCost(reading.configuration);
}
