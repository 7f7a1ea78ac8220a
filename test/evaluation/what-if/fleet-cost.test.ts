import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import { fleetUsage, formatYearlyCost, yearlyCost } from '../../../shared/evaluation/what-if/fleet-cost.ts';
import { monthlyCost } from '../../../shared/evaluation/what-if/monthly-cost.ts';
import type { Configuration } from '../../../shared/model/business.ts';

const business = aBusiness('A');

test('businesses share one stack: a hundred cost a hundred times their visits, and its alarms and queues once', () => {
  const one = fleetUsage([{ configuration: business, count: 1 }]);
  const hundred = fleetUsage([{ configuration: business, count: 100 }]);
  expect(hundred.businesses.x86GbSeconds).toBeCloseTo(100 * (one.businesses.x86GbSeconds ?? 0), 3);
  expect(hundred.stack.alarms).toBe(one.stack.alarms);
  expect(hundred.stack.fifoRequests).toBe(one.stack.fifoRequests);
});

test('what the shared steps do for each business grows with their number, and adds about a percent', () => {
  const [few, many] = [10, 1000].map((count) => yearlyCost([{ configuration: business, count }]).dollars);
  const visits = (365 / 30) * (monthlyCost(business).touchpoints[0]?.dollars ?? 0);
  expect(((many ?? 0) - (few ?? 0)) / 990).toBeGreaterThan(visits * 0.97);
  expect(((many ?? 0) - (few ?? 0)) / 990).toBeLessThan(visits * 1.02);
});

test('a year of one business is twelve months of the sum that validate prints', () => {
  const { dollars } = yearlyCost([{ configuration: business, count: 1 }]);
  const months = 12 * monthlyCost(business).totalDollars;
  // A month is 30 days there, a year is 365 here.
  expect(dollars).toBeGreaterThan(months);
  expect(dollars).toBeLessThan(months * 1.02);
});

test('different businesses add up, and each reader of a digest costs a mail', () => {
  const { stack } = fleetUsage([
    { configuration: aBusiness('A', 'digest: { to: [a@a.example, b@a.example] }'), count: 3 },
    { configuration: aBusiness('B'), count: 4 },
  ]);
  const weeksPerMonth = 365 / 12 / 7;
  expect(stack.mails).toBeCloseTo(6 * weeksPerMonth, 6);
  const cost = yearlyCost([
    { configuration: aBusiness('A'), count: 3 },
    { configuration: aBusiness('B'), count: 4 },
  ]);
  expect(cost.businesses).toBe(7);
  expect(formatYearlyCost({ ...cost, dollars: 70.001, perBusiness: 10.0001 })).toBe(
    'About $70.01 a year for 7 businesses, $10.01 each (the month above has 30 days).',
  );
});

test('the agency’s own mail reads every touchpoint once more a week, and costs a mail for each of its readers', () => {
  const groups = [{ configuration: business, count: 1000 }];
  const [without, withMail] = [fleetUsage(groups).stack, fleetUsage(groups, 2).stack];
  const weeksPerMonth = 365 / 12 / 7;
  expect((withMail.mails ?? 0) - (without.mails ?? 0)).toBeCloseTo(2 * weeksPerMonth, 6);
  expect((withMail.readUnits ?? 0) - (without.readUnits ?? 0)).toBeCloseTo(20_000 * weeksPerMonth, 3);
  expect(yearlyCost(groups, 2).dollars - yearlyCost(groups).dollars).toBeLessThan(1);
});

test('a business with a live page has its touchpoints put on its board at each look', () => {
  const withPage = fleetUsage([{ configuration: aBusiness('A', 'page: {}'), count: 10 }]).stack;
  const without = fleetUsage([{ configuration: business, count: 10 }]).stack;
  const looksPerMonth = (365 / 12) * 96;
  expect((withPage.writeUnits ?? 0) - (without.writeUnits ?? 0)).toBeCloseTo(10 * looksPerMonth, 3);
  expect(withPage.secrets).toBe(1);
});

function aBusiness(name: string, more = ''): Configuration {
  const yaml = `business: ${name}\ntimeZone: UTC\n${more}\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]`;
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}
