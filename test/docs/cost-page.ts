import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { formatDollars, monthlyCost, monthlyUsage } from '../../shared/evaluation/what-if/monthly-cost.ts';
import {
  addUsage,
  afterFreeAllowances,
  listPrice,
  prices,
  type Usage,
  type UsageKind,
  usageKinds,
} from '../../shared/evaluation/what-if/prices.ts';
import type { Configuration } from '../../shared/model/business.ts';

export const usageWords: Readonly<Record<UsageKind, string>> = {
  x86GbSeconds: 'browsers: GB-seconds on x86',
  armGbSeconds: 'all other functions: GB-seconds on arm64',
  invocations: 'invocations',
  scheduledInvocations: 'minutes of the schedule',
  fifoRequests: 'SQS FIFO requests',
  queueRequests: 'SQS standard requests',
  writeUnits: 'DynamoDB write units',
  readUnits: 'DynamoDB read units',
  tableGbMonths: 'DynamoDB storage, GB (400 days)',
  backupGbMonths: 'point-in-time recovery, GB',
  objectPuts: 'S3 puts',
  objectGbMonths: 'S3 storage, GB (three months)',
  logGb: 'CloudWatch logs, GB',
  alarms: 'CloudWatch alarms',
  dashboards: 'CloudWatch dashboards',
  secrets: 'secrets',
  mails: 'mails of SES',
};

function oneDefaultSite(): Configuration {
  const yaml = 'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]';
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

/** The tables of docs/cost.md between its marks: the very sum that `validate` prints, taken apart. */
export function costTables(): string {
  const configuration = oneDefaultSite();
  const { touchpoints, stack } = monthlyUsage(configuration);
  const site = addUsage(...touchpoints.map(({ usage }) => usage));
  const all = addUsage(site, stack);
  const cost = monthlyCost(configuration);
  const rows = usageKinds.filter((kind) => (all[kind] ?? 0) > 0);
  return [
    '| a month | list price | with the free allowances |',
    '| --- | --- | --- |',
    `| one website with all defaults | ${formatDollars(listPrice(site))} | |`,
    `| the stack itself, once | ${formatDollars(cost.stackDollars)} | |`,
    `| **together** | **${formatDollars(cost.totalDollars)}** | **${formatDollars(cost.afterFreeAllowancesDollars)}** |`,
    '',
    '| what AWS counts | the website | the stack | price of one | list price | left to pay |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((kind) => rowOf(kind, site, stack, afterFreeAllowances(all))),
  ].join('\n');
}

function rowOf(kind: UsageKind, site: Usage, stack: Usage, left: Usage): string {
  const amount = (usage: Usage): string => {
    const value = usage[kind] ?? 0;
    return value === 0 ? '' : value.toLocaleString('en-US', { maximumSignificantDigits: value < 10 ? 2 : 6 });
  };
  const dollars = (value: number): string => `$${value.toFixed(3)}`;
  const total = ((site[kind] ?? 0) + (stack[kind] ?? 0)) * prices[kind];
  const price = `$${prices[kind].toLocaleString('en-US', { maximumFractionDigits: 12 })}`;
  return `| ${usageWords[kind]} | ${amount(site)} | ${amount(stack)} | ${price} | ${dollars(total)} | ${dollars((left[kind] ?? 0) * prices[kind])} |`;
}
