import { type Estimate, fallBeyondMargin, fewest } from '../../../shared/evaluation/loyalty/estimate.ts';
import { repeatRate } from '../../../shared/evaluation/loyalty/repeat-rate.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayImport } from '../../../shared/probes/import-statements.ts';
import { orders as spec } from '../../../shared/probes/orders/spec.ts';
import { sayOrders } from '../../../shared/probes/orders/statements.ts';
import { type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { ImportFault } from '../csv/import-fault.ts';
import type { SocialTarget } from '../social-probe.ts';
import { dayNumber, type Purchases, readOrders } from './read-orders.ts';

/**
 * Whether customers come back, from a list of orders in a folder: the share of a year's customers who bought on a second day of it,
 * beside the year before. It cannot see who buys without leaving a name, and takes one person with two addresses for two.
 */
export const orders: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure({ importFolders, check, now: clock }, { options, progress }) {
    const now = clock();
    const files = importFolders?.('orders', check.touchpointId, options.folder);
    if (files === undefined) return unknown('setup', sayImport('import/no-folder', {}));
    const listed = (await files.list()) ?? [];
    if (listed.length === 0) return unknown('setup', sayImport('import/no-files', { where: files.where }));
    progress('reading the orders');
    const today = dayNumber(now, options.timeZone);
    const window: Windows = { days: options.windowDays, from: today + 1 - options.windowDays, to: today + 1 };
    try {
      const since = window.from - window.days;
      return report(await readOrders(files, listed, { options, now, since }), window);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      return unknown('unreadable-file', error.says);
    }
  },
};

/** Days since 1970: a window up to today, and as many days before it. */
interface Windows {
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

/** A shop need not sell something on a window's very first day; and a list that is not renewed says that nobody comes back. */
const slackShare = 1 / 12;

function report({ customers, first, newest }: Purchases, { days, from, to }: Windows): Measured {
  if (first === null || newest === null) return unknown('setup', sayOrders('orders/none', { days }));
  const slack = Math.ceil(days * slackShare);
  if (newest < to - 1 - slack) return unknown('unreadable-file', sayOrders('orders/old', { newest: dateOf(newest) }));
  if (first > from + slack) {
    const says = sayOrders('orders/too-short', { days, first: dateOf(first), neededFrom: dateOf(from) });
    return unknown('nothing-to-compare', says);
  }
  const now = repeatRate(customers.values(), { from, to });
  if (now === null || now.from < fewest) {
    const says = sayOrders('orders/too-few', { days, customers: now?.from ?? 0, fewest });
    return unknown('too-few-answers', says, { measurements: { customers: now?.from ?? 0 } });
  }
  const measurements = { repeatRate: now.value, margin: now.margin, customers: now.from };
  const neededFrom = from - days;
  if (first > neededFrom + slack) {
    const says = sayOrders('orders/first-rate', { days, ...rated(now), neededFrom: dateOf(neededFrom) });
    return unknown('nothing-to-compare', says, { measurements });
  }
  const before = repeatRate(customers.values(), { from: neededFrom, to: from });
  if (before === null || before.from < fewest) {
    const says = sayOrders('orders/few-before', { days, ...rated(now), before: before?.from ?? 0, fewest });
    return unknown('nothing-to-compare', says, { measurements });
  }
  return compared(now, before, { days, measurements });
}

function compared(
  now: Estimate,
  before: Estimate,
  { days, measurements }: { readonly days: number; readonly measurements: Measured['measurements'] },
): Measured {
  const index = before.value === 0 ? null : Math.round((100 * now.value) / before.value);
  const params = { days, ...rated(now), before: rated(before), index };
  const fall = fallBeyondMargin(before, now);
  return measured(sayOrders('orders/rate', params), {
    measurements: { fall, ...measurements, ...(index !== null && { repeatIndex: index }) },
    ...(fall > 0 && { facts: { fall: sayOrders('orders/fell', params) } }),
  });
}

function rated({ value, margin, from }: Estimate) {
  return { rate: value, margin, customers: from };
}

function dateOf(day: number): string {
  return toInstant(day * dayMs).slice(0, 10);
}
