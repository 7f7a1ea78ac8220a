import type { Configuration, Touchpoint } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import { visitRoute } from '../../model/stack-names.ts';
import { type VisitKind, visitKinds } from '../../model/visit-kind.ts';
import { formArrival } from '../../probes/form-arrival/spec.ts';
import { specOf } from '../../probes/index.ts';
import { visitKey } from '../schedule/due-visits.ts';
import { type StackShape, stackShape } from '../schedule/stack-shape.ts';
import { addUsage, afterFreeAllowances, listPrice, type Usage } from './prices.ts';

/** What is counted beside the visits themselves (see `visitKinds`), measured and rounded up; see docs/cost.md. */
const measured = {
  evaluateMs: 80,
  dispatchMs: 60,
  sweepMs: 300,
  /** Of the status that each run writes. */
  statusKb: 3,
  /** Bytes that Lambda and our own lines write to the log for one invocation. */
  logBytes: 1200,
  /** Of a dispatch that has nothing to send: three lines of Lambda's own. */
  quietLogBytes: 450,
} as const;

export const daysPerMonth = 30;
const minutesPerMonth = daysPerMonth * 24 * 60;
const evidenceMonths = 3;
export const smallGb = 0.25;
const kbPerGb = 1024 ** 2;
const bytesPerGb = 1024 ** 3;
/** Lambda keeps five connections open to a queue and asks three times a minute on each. */
const pollsPerMonth = 5 * 3 * minutesPerMonth;
const drainsPerMonth = minutesPerMonth / 5;
export const sweepsPerMonth = minutesPerMonth / 15;
/** evaluate waits for a second at each queue when it looks by itself, side by side. */
const drainMs = 1050;

export interface MonthlyCost {
  readonly touchpoints: readonly { readonly touchpointId: string; readonly dollars: number }[];
  /** What the stack costs by being there: the clock, asking the queue, alarms, secrets. */
  readonly stackDollars: number;
  readonly totalDollars: number;
  /** The total less AWS's free allowances that do not end, when nothing else in the account uses them. */
  readonly afterFreeAllowancesDollars: number;
}

export interface MonthlyUsage {
  readonly touchpoints: readonly { readonly touchpointId: string; readonly usage: Usage }[];
  readonly stack: Usage;
}

export type Watched = Pick<Configuration, 'touchpoints' | 'digest'> &
  Partial<Pick<Configuration, 'page' | 'alerts' | 'competitors'>>;

/** What a configuration costs in AWS in a month of 30 days, at list prices. Repeated and confirming visits are not counted. */
export function monthlyCost(configuration: Watched): MonthlyCost {
  const { touchpoints, stack } = monthlyUsage(configuration);
  const all = addUsage(stack, ...touchpoints.map(({ usage }) => usage));
  return {
    touchpoints: touchpoints.map(({ touchpointId, usage }) => ({ touchpointId, dollars: listPrice(usage) })),
    stackDollars: listPrice(stack),
    totalDollars: listPrice(all),
    afterFreeAllowancesDollars: listPrice(afterFreeAllowances(all)),
  };
}

/** What AWS will count. History and evidence are counted as they are kept in the end: 400 days and three months of them. */
export function monthlyUsage(configuration: Watched): MonthlyUsage {
  return {
    touchpoints: [
      ...configuration.touchpoints.map((each) => ({ touchpointId: each.id, usage: usageOf(each) })),
      ...(configuration.competitors ?? []).map((each) => ({
        touchpointId: `competitor: ${each.name}`,
        usage: usageOf(each),
      })),
    ],
    stack: usageOfStack(stackShape(configuration)),
  };
}

function usageOf({ checks }: Pick<Touchpoint, 'checks'>): Usage {
  const visits = [...Map.groupBy(checks, visitKey).values()];
  return addUsage(...visits.map(usageOfVisits), ...checks.map(usageOfRuns), ...checks.map(usageOfLists));
}

/** Visits that dispatch sends in a month. */
export function visitsPerMonth(checks: readonly Check[]): number {
  return [...Map.groupBy(checks, visitKey).values()].reduce((sum, together) => sum + visitsOf(together), 0);
}

/** Checks of one page travel together: the one that runs most often decides how many visits there are. */
function visitsOf(together: readonly Check[]): number {
  return Math.max(...together.map(runsOf));
}

function usageOfVisits(checks: readonly Check[]): Usage {
  const [first] = checks;
  if (first === undefined) return {};
  const visits = visitsOf(checks);
  const { step, lane, cost } = kindOf(first);
  const { ms, memoryGb, evidence } = cost;
  const gbSeconds = (visits * ms[first.device ?? 'desktop'] * memoryGb) / 1000;
  return {
    // The browser's packages are built for x86.
    ...(lane === 'browser' ? { x86GbSeconds: gbSeconds } : { armGbSeconds: gbSeconds }),
    invocations: visits,
    // Sent, received, deleted; the others are invoked.
    ...(visitRoute[step].by === 'queue' && { fifoRequests: 3 * visits }),
    ...(first.guest === undefined &&
      evidence && {
        objectPuts: visits * evidence.objects,
        objectGbMonths: (visits * evidence.kb * evidenceMonths) / kbPerGb,
      }),
    logGb: (visits * measured.logBytes) / bytesPerGb,
  };
}

/** Each run looks up what the form has sent. To list objects costs as much as to put one. */
function usageOfLists(check: Check): Usage {
  return check.probe === formArrival.id ? { objectPuts: runsOf(check) } : {};
}

/** A result's way through its queue, evaluate and the table. */
function usageOfRuns(check: Check): Usage {
  const runs = runsOf(check);
  const kb = kindOf(check).cost.resultKb;
  const keptGb = (runs * kb * (keepLongDays / daysPerMonth)) / kbPerGb;
  return {
    queueRequests: 3 * runs,
    invocations: runs,
    armGbSeconds: ((runs * measured.evaluateMs) / 1000) * smallGb,
    // A write unit is 1 KB, a consistent read unit 4 KB.
    writeUnits: runs * (Math.ceil(kb) + measured.statusKb),
    readUnits: runs,
    tableGbMonths: keptGb,
    backupGbMonths: keptGb,
    logGb: (runs * measured.logBytes) / bytesPerGb,
  };
}

function usageOfStack({ polledQueues, resultQueues, alarms, dashboards, secrets }: StackShape): Usage {
  const dispatch: Usage = {
    scheduledInvocations: minutesPerMonth,
    invocations: minutesPerMonth,
    armGbSeconds: ((minutesPerMonth * measured.dispatchMs) / 1000) * smallGb,
    readUnits: minutesPerMonth / 2,
    logGb: (minutesPerMonth * measured.quietLogBytes) / bytesPerGb,
  };
  const looks: Usage = {
    invocations: drainsPerMonth + sweepsPerMonth,
    queueRequests: drainsPerMonth * resultQueues,
    armGbSeconds: ((drainsPerMonth * drainMs + sweepsPerMonth * measured.sweepMs) / 1000) * smallGb,
    logGb: ((drainsPerMonth + sweepsPerMonth) * measured.quietLogBytes) / bytesPerGb,
  };
  return addUsage(dispatch, looks, {
    fifoRequests: polledQueues * pollsPerMonth,
    alarms: alarms.length,
    dashboards,
    secrets,
  });
}

function kindOf({ probe }: Check): (typeof visitKinds)[VisitKind] {
  return visitKinds[specOf(probe)?.visit ?? 'load'];
}

function runsOf({ everyMinutes }: Check): number {
  return minutesPerMonth / everyMinutes;
}

/** For a person: rounded up to whole cents, because it is an estimate and must not look cheaper than it is. */
export function formatDollars(amount: number): string {
  return `$${(Math.ceil(amount * 100) / 100).toFixed(2)}`;
}

export function formatMonthlyCost({
  touchpoints,
  stackDollars,
  totalDollars,
  afterFreeAllowancesDollars,
}: MonthlyCost): string {
  return [
    `In AWS about ${formatDollars(totalDollars)} a month at list prices (docs/cost.md):`,
    ...touchpoints.map(({ touchpointId, dollars }) => `  ${formatDollars(dollars).padStart(8)}  ${touchpointId}`),
    `  ${formatDollars(stackDollars).padStart(8)}  the stack itself`,
    `About ${formatDollars(afterFreeAllowancesDollars)} where nothing else uses the account's permanent free allowances.`,
  ].join('\n');
}
