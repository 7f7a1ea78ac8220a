import type { Configuration, Touchpoint } from '../model/business.ts';
import type { Check } from '../model/check.ts';
import { probeSpecs } from '../model/probes/index.ts';
import { visitKey } from './due-visits.ts';

/** AWS's list prices in us-east-1, in dollars (November 2026). Free allowances are left out: docs/cost.md names them. */
export const prices = {
  x86GbSecond: 0.000_016_666_7,
  armGbSecond: 0.000_013_333_4,
  invocation: 0.2e-6,
  scheduledInvocation: 1e-6,
  fifoRequest: 0.5e-6,
  queueRequest: 0.4e-6,
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  objectPut: 5e-6,
  objectGbMonth: 0.023,
  logGb: 0.5,
  alarm: 0.1,
  secret: 0.4,
} as const;

/**
 * What one visit takes, measured with `npm run bench -- visits` and rounded up; see docs/cost.md. A check's own requests
 * (`request`) got the internet's round trips added, which the demo on loopback does not have.
 */
export const measured = {
  visitMs: { request: 400, load: { mobile: 6500, desktop: 4500 }, form: 5000, audit: 30_000, poll: 1500 },
  evaluateMs: 60,
  dispatchMs: 50,
  evidenceKb: { load: 110, audit: 450 },
  /** Bytes that Lambda and our own lines write to the log for one visit or result. */
  logBytes: 1200,
  /** Write units of one run: its result, its status. */
  writeUnitsPerRun: 7,
  readUnitsPerRun: 2,
} as const;

const daysPerMonth = 30;
const minutesPerMonth = daysPerMonth * 24 * 60;
const evidenceMonths = 3;
const browserGb = 2;
const smallGb = 0.25;
/** As infra/constructs builds them: three FIFO queues and two others with a Lambda behind, and their alarms. */
const stack = { fifoQueues: 3, queues: 2, alarms: 23 };
/** Lambda keeps five connections open to each queue and asks three times a minute on each. */
const pollsPerMonth = 5 * 3 * minutesPerMonth;

export interface MonthlyCost {
  readonly touchpoints: readonly { readonly touchpointId: string; readonly dollars: number }[];
  /** What the stack costs by being there: the minute schedule, asking the queues, alarms, secrets. */
  readonly stackDollars: number;
  readonly totalDollars: number;
}

/** What a configuration costs in AWS in a month of 30 days, at list prices. Repeated and confirming visits are not counted. */
export function monthlyCost({ touchpoints }: Pick<Configuration, 'touchpoints'>): MonthlyCost {
  const each = touchpoints.map((touchpoint) => ({ touchpointId: touchpoint.id, dollars: costOf(touchpoint) }));
  const stackDollars = costOfStack(touchpoints);
  const totalDollars = each.reduce((sum, { dollars }) => sum + dollars, stackDollars);
  return { touchpoints: each, stackDollars, totalDollars };
}

function costOf({ checks }: Touchpoint): number {
  const visits = new Map<string, Check[]>();
  for (const check of checks) visits.set(visitKey(check), [...(visits.get(visitKey(check)) ?? []), check]);
  const ofVisits = [...visits.values()].reduce((sum, together) => sum + costOfVisit(together), 0);
  return checks.reduce((sum, check) => sum + runsOf(check) * costOfRun, ofVisits);
}

/** Checks of one page travel together: the one that runs most often decides how many visits there are. */
function costOfVisit(checks: readonly Check[]): number {
  const visits = Math.max(...checks.map(runsOf));
  const [first] = checks;
  if (first === undefined) return 0;
  const kind = probeSpecs[first.probe]?.visit ?? 'load';
  const ms = kind === 'load' ? measured.visitMs.load[first.device ?? 'desktop'] : measured.visitMs[kind];
  const gigabytes = kind === 'poll' ? smallGb : browserGb;
  const gbSecond = kind === 'poll' ? prices.armGbSecond : prices.x86GbSecond;
  const evidenceKb = kind === 'load' || kind === 'audit' ? measured.evidenceKb[kind] : 0;
  const kept = (evidenceKb / 1024 ** 2) * evidenceMonths * prices.objectGbMonth;
  return (
    visits *
    ((ms / 1000) * gigabytes * gbSecond +
      prices.invocation +
      3 * prices.fifoRequest +
      (evidenceKb > 0 ? prices.objectPut + kept : 0) +
      logged)
  );
}

const logged = (measured.logBytes / 1024 ** 3) * prices.logGb;

/** A result's way through its queue, evaluate and the table. */
const costOfRun =
  3 * prices.queueRequest +
  prices.invocation +
  (measured.evaluateMs / 1000) * smallGb * prices.armGbSecond +
  measured.writeUnitsPerRun * prices.writeUnit +
  measured.readUnitsPerRun * prices.readUnit +
  logged;

function costOfStack(touchpoints: readonly Touchpoint[]): number {
  const tick =
    (measured.dispatchMs / 1000) * smallGb * prices.armGbSecond +
    prices.invocation +
    prices.scheduledInvocation +
    logged;
  const secrets = new Set(touchpoints.flatMap(({ secret }) => secret ?? [])).size;
  return (
    minutesPerMonth * tick +
    pollsPerMonth * (stack.fifoQueues * prices.fifoRequest + stack.queues * prices.queueRequest) +
    stack.alarms * prices.alarm +
    secrets * prices.secret
  );
}

function runsOf({ everyMinutes }: Check): number {
  return minutesPerMonth / everyMinutes;
}

/** For a person: rounded up to whole cents, because it is an estimate and must not look cheaper than it is. */
export function formatMonthlyCost({ touchpoints, stackDollars, totalDollars }: MonthlyCost): string {
  const dollars = (amount: number): string => `$${(Math.ceil(amount * 100) / 100).toFixed(2)}`;
  return [
    `In AWS about ${dollars(totalDollars)} a month at list prices, free allowances not counted (docs/cost.md):`,
    ...touchpoints.map((touchpoint) => `  ${dollars(touchpoint.dollars).padStart(8)}  ${touchpoint.touchpointId}`),
    `  ${dollars(stackDollars).padStart(8)}  the stack itself`,
  ].join('\n');
}
