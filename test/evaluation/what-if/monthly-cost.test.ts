import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import {
  formatMonthlyCost,
  type MonthlyCost,
  type MonthlyUsage,
  monthlyCost,
  monthlyUsage,
} from '../../../shared/evaluation/what-if/monthly-cost.ts';
import { afterFreeAllowances } from '../../../shared/evaluation/what-if/prices.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { onlyChecks } from '../../support/only-checks.ts';

const website = '{ id: website, kind: website, url: "https://coffeelab.example"';

describe('what a configuration costs in AWS', () => {
  test('one site with all defaults, its stack included, stays below $2 a month, and below $0.50 with the free allowances', () => {
    const { totalDollars, afterFreeAllowancesDollars } = costOf(`[${website} }]`);
    expect(totalDollars).toBeLessThan(2);
    expect(afterFreeAllowancesDollars).toBeLessThan(0.5);
    // An estimate that has lost a part of the stack would be lower still.
    expect(totalDollars).toBeGreaterThan(1.5);
  });

  test('a site without a browser check pays for no polled queue', () => {
    const only = onlyChecks({ availability: '{}' });
    const { stackDollars } = costOf(`[${website}, checks: ${only} }]`);
    expect(costOf(`[${website} }]`).stackDollars - stackDollars).toBeGreaterThan(0.5);
  });

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
      costOf(`[${website}, checks: ${onlyChecks({ availability: `{ every: ${every} }` })} }]`).touchpoints[0]
        ?.dollars ?? 0;
    expect(only('10m')).toBeCloseTo(only('5m') / 2, 6);
  });

  test('a check that travels in another one’s visit costs its result, and no visit', () => {
    const usage = (contacts: boolean) =>
      usageOf(`[${website}, checks: ${onlyChecks({ 'page-load': 'true', contacts: String(contacts) })} }]`)
        .touchpoints[0]?.usage;
    expect(usage(true)?.x86GbSeconds).toBe(usage(false)?.x86GbSeconds);
    expect(usage(true)?.fifoRequests).toBe(usage(false)?.fifoRequests);
    expect(usage(true)?.writeUnits).toBeGreaterThan(usage(false)?.writeUnits ?? 0);
  });

  test('is shown in whole cents, rounded up', () => {
    const cost: MonthlyCost = {
      touchpoints: [{ touchpointId: 'website', dollars: 0.7211 }],
      stackDollars: 3.7,
      totalDollars: 4.4211,
      afterFreeAllowancesDollars: 0.1902,
    };
    expect(formatMonthlyCost(cost)).toBe(
      [
        'In AWS about $4.43 a month at list prices (docs/cost.md):',
        '     $0.73  website',
        '     $3.70  the stack itself',
        "About $0.20 where nothing else uses the account's permanent free allowances.",
      ].join('\n'),
    );
  });
});

describe('free allowances', () => {
  test('cover the dearest of the kinds that share one, and never more than was used', () => {
    const left = afterFreeAllowances({ fifoRequests: 900_000, queueRequests: 300_000, alarms: 12, secrets: 2 });
    expect(left).toMatchObject({ fifoRequests: 0, queueRequests: 200_000, alarms: 2, secrets: 2 });
  });
});

function costOf(touchpoints: string): MonthlyCost {
  return monthlyCost(configurationOf(touchpoints));
}

function usageOf(touchpoints: string): MonthlyUsage {
  return monthlyUsage(configurationOf(touchpoints));
}

function configurationOf(touchpoints: string): Configuration {
  const reading = parseConfiguration(`business: A\ntimeZone: UTC\ntouchpoints: ${touchpoints}`, 'a.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}
