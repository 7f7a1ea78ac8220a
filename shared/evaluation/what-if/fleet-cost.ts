import type { Touchpoint } from '../../model/business.ts';
import {
  daysPerMonth,
  formatDollars,
  monthlyUsage,
  smallGb,
  sweepsPerMonth,
  visitsPerMonth,
  type Watched,
} from './monthly-cost.ts';
import { addUsage, afterFreeAllowances, lengthenMonth, listPrice, type Usage } from './prices.ts';

/**
 * What the stack's own steps take more for each business: measured with `npm run bench -- fleet` and rounded up, where a function of
 * 256 MB has a seventh of a processor.
 */
const measured = {
  /** Of dispatch, for one visit that it sends: not measured, but a call of AWS takes less than a millisecond of a processor. */
  sendMs: 7,
  /** Of notify, for one touchpoint that a sweep looks at. */
  sweepMs: 20,
  /** Of a sweep: the statuses, what is open, what was sent, acknowledgements, maintenance. */
  sweepReadUnits: 10,
  /** Of a digest, for one touchpoint: at 512 MB. */
  digestMs: 100,
  digestReadUnits: 20,
  /** Of the live page's board, for each look at a touchpoint: its entry is read and written again, and takes less than a kilobyte. */
  boardUnits: 1,
} as const;

const digestGb = 0.5;
const monthsPerYear = 12;
const daysPerYear = 365;
/** Of a year, in those of 30 days. */
const meanMonth = daysPerYear / monthsPerYear / daysPerMonth;
const digestsPerMonth = daysPerMonth / 7;

/** Businesses that share a configuration but for their names and addresses. */
export interface AlikeBusinesses {
  readonly configuration: Watched;
  readonly count: number;
}

export interface FleetUsage {
  /** What the visits and results of all businesses count. */
  readonly businesses: Usage;
  /** What the one stack counts, whose steps work longer for more businesses. */
  readonly stack: Usage;
}

export interface YearlyCost {
  readonly businesses: number;
  readonly dollars: number;
  readonly perBusiness: number;
  /** Less AWS's free allowances that do not end, when nothing else in the account uses them. */
  readonly afterFreeAllowancesDollars: number;
}

/**
 * What one stack with many businesses counts in the mean month of a year.
 * @param agencyReaders of the agency's own mail; 0 where there is none
 */
export function fleetUsage(groups: readonly AlikeBusinesses[], agencyReaders = 0): FleetUsage {
  const configurations = groups.map(({ configuration }) => configuration);
  const { stack } = monthlyUsage({
    touchpoints: configurations.flatMap(({ touchpoints }) => touchpoints),
    digest: configurations.find(({ digest }) => digest !== null)?.digest ?? null,
    page: configurations.find(({ page }) => page != null)?.page ?? null,
  });
  const businesses = groups.map(({ configuration, count }) =>
    times(addUsage(...monthlyUsage(configuration).touchpoints.map(({ usage }) => usage)), count),
  );
  const growth = groups.map(({ configuration, count }) => times(growthOf(configuration), count));
  return {
    businesses: lengthenMonth(addUsage(...businesses), meanMonth),
    stack: lengthenMonth(addUsage(stack, ...growth, agencyUsage(groups, agencyReaders)), meanMonth),
  };
}

/** What many businesses cost in AWS in a year, by the sum that `validate` prints for one. */
export function yearlyCost(groups: readonly AlikeBusinesses[], agencyReaders = 0): YearlyCost {
  const { businesses, stack } = fleetUsage(groups, agencyReaders);
  const month = addUsage(businesses, stack);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const dollars = listPrice(month) * monthsPerYear;
  return {
    businesses: count,
    dollars,
    perBusiness: dollars / count,
    afterFreeAllowancesDollars: listPrice(afterFreeAllowances(month)) * monthsPerYear,
  };
}

export function formatYearlyCost({ businesses, dollars, perBusiness }: YearlyCost): string {
  return `About ${formatDollars(dollars)} a year for ${businesses === 1 ? 'the one business' : `${businesses} businesses, ${formatDollars(perBusiness)} each`} (the month above has 30 days).`;
}

/** A single business's share of these is within the rounding of `monthlyCost`. */
function growthOf({ touchpoints, digest, page = null }: Watched): Usage {
  const ofDigest = digest === null ? {} : digestUsage(touchpoints.length, digest.to.length);
  const looks = page === null ? 0 : touchpoints.length * sweepsPerMonth;
  const ofBoard = { readUnits: looks * measured.boardUnits, writeUnits: looks * measured.boardUnits };
  return addUsage(ofDigest, ofBoard, ...touchpoints.map(growthOfTouchpoint));
}

function digestUsage(touchpoints: number, readers: number): Usage {
  return {
    scheduledInvocations: digestsPerMonth,
    invocations: digestsPerMonth,
    armGbSeconds: (digestsPerMonth * touchpoints * measured.digestMs * digestGb) / 1000,
    readUnits: digestsPerMonth * touchpoints * measured.digestReadUnits,
    mails: digestsPerMonth * readers,
  };
}

/** The agency's mail reads the week of every touchpoint as a digest does, and makes one mail of all. */
function agencyUsage(groups: readonly AlikeBusinesses[], readers: number): Usage {
  if (readers === 0) return {};
  const touchpoints = groups.reduce(
    (sum, { configuration, count }) => sum + configuration.touchpoints.length * count,
    0,
  );
  return digestUsage(touchpoints, readers);
}

function growthOfTouchpoint({ checks }: Pick<Touchpoint, 'checks'>): Usage {
  const ms = visitsPerMonth(checks) * measured.sendMs + sweepsPerMonth * measured.sweepMs;
  return { armGbSeconds: (ms / 1000) * smallGb, readUnits: sweepsPerMonth * measured.sweepReadUnits };
}

function times(usage: Usage, count: number): Usage {
  return Object.fromEntries(Object.entries(usage).map(([kind, amount]) => [kind, amount * count]));
}
