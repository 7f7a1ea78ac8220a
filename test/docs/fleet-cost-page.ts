import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { type AlikeBusinesses, fleetUsage, yearlyCost } from '../../shared/evaluation/what-if/fleet-cost.ts';
import { addUsage, listPrice, prices, type Usage, usageKinds } from '../../shared/evaluation/what-if/prices.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { usageWords } from './cost-page.ts';

const sizes = [1, 100, 10_000] as const;
const largest = sizes[2];
const monthsPerYear = 12;
/** Shares below it are summed up in one row. */
const worthARow = 0.005;

const phoneEveryHour = '{ every: 1h, devices: [mobile] }';
const phoneEveryDay = '{ every: 24h, devices: [mobile] }';
const plans = [
  ['all defaults: every 30 minutes by phone and desktop', ''],
  [
    '`page-load` and `contacts` every hour, by phone only',
    `checks: { page-load: ${phoneEveryHour}, contacts: ${phoneEveryHour} }`,
  ],
  [
    '`availability` every 15 minutes, `page-load` and `contacts` once a day by phone, nothing else',
    `checks: ${onlyChecks({ availability: '{ every: 15m }', 'page-load': phoneEveryDay, contacts: phoneEveryDay })}`,
  ],
  ['`availability` every 5 minutes, nothing else', `checks: ${onlyChecks({ availability: '{}' })}`],
] as const;

/** The tables of docs/cost.md about many businesses, between their marks. */
export function fleetCostTables(): string {
  const header = sizes.map((count) => (count === 1 ? '1 site' : `${count.toLocaleString('en-US')} sites`));
  return [
    `| a year, at list prices | ${header.join(' | ')} | each of the last |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...plans.map(([name, checks]) => {
      const costs = sizes.map((count) => yearlyCost([aFleetOf(count, checks)]));
      const each = costs.map(({ dollars }) => inDollars(dollars));
      return `| ${name} | ${each.join(' | ')} | ${inDollars(costs.at(-1)?.perBusiness ?? Number.NaN)} |`;
    }),
    `| all defaults, less the free allowances | ${sizes.map((count) => inDollars(yearlyCost([aFleetOf(count)]).afterFreeAllowancesDollars)).join(' | ')} | |`,
    '',
    `| ${largest.toLocaleString('en-US')} sites with all defaults, a year | list price | share |`,
    '| --- | ---: | ---: |',
    ...rowsOf(fleetUsage([aFleetOf(largest)])),
  ].join('\n');
}

function rowsOf({ businesses, stack }: { readonly businesses: Usage; readonly stack: Usage }): string[] {
  const month = addUsage(businesses, stack);
  const total = listPrice(month);
  const shares = usageKinds
    .map((kind) => ({ what: usageWords[kind], dollars: (month[kind] ?? 0) * prices[kind] }))
    .toSorted((a, b) => b.dollars - a.dollars);
  const shown = shares.filter(({ dollars }) => dollars / total >= worthARow);
  const rest =
    shares.reduce((sum, { dollars }) => sum + dollars, 0) - shown.reduce((sum, { dollars }) => sum + dollars, 0);
  return [...shown, { what: 'everything else', dollars: rest }].map(
    ({ what, dollars }) =>
      `| ${what} | ${inDollars(dollars * monthsPerYear)} | ${((dollars / total) * 100).toFixed(1)}% |`,
  );
}

function aFleetOf(count: number, checks = ''): AlikeBusinesses {
  return { configuration: oneBusiness(checks), count };
}

function oneBusiness(checks: string): Configuration {
  const yaml = [
    'business: A',
    'timeZone: UTC',
    'digest: { to: [owner@a.example], from: touchlight@agency.example }',
    `touchpoints: [{ id: website, kind: website, url: "https://a.example"${checks === '' ? '' : `, ${checks}`} }]`,
  ].join('\n');
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

/** Whole dollars, rounded up: an estimate must not look cheaper than it is. */
function inDollars(amount: number): string {
  return `$${Math.ceil(amount).toLocaleString('en-US')}`;
}
