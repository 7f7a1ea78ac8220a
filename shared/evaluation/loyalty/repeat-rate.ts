import { type Estimate, z95 } from './estimate.ts';

/** From `from` up to but not including `to`: days as whole numbers, in order. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Customers who buy for the first time in the last quarter of a window have hardly had time to come back, and would make a growing
 * business look like one that loses its customers.
 */
const settlingShare = 0.25;

/**
 * The share of a window's customers who bought on a second day of it, among those whose first day in it lies before its last quarter.
 * @param customers the days on which each has bought, in any order, none twice
 * @returns null where there was no such customer
 */
export function repeatRate(customers: Iterable<Iterable<number>>, { from, to }: DaySpan): Estimate | null {
  const settledBefore = to - (to - from) * settlingShare;
  let settled = 0;
  let cameBack = 0;
  for (const days of customers) {
    let first = Number.POSITIVE_INFINITY;
    let count = 0;
    for (const day of days) {
      if (day < from || day >= to) continue;
      count += 1;
      first = Math.min(first, day);
    }
    if (first >= settledBefore) continue;
    settled += 1;
    if (count > 1) cameBack += 1;
  }
  return settled === 0 ? null : share(cameBack, settled);
}

/** The margin is Agresti and Coull's where that is the wider: the usual one is 0 where all or none came back. */
function share(part: number, whole: number): Estimate {
  return { value: part / whole, margin: Math.max(marginOf(part, whole), marginOf(part + 2, whole + 4)), from: whole };
}

function marginOf(part: number, whole: number): number {
  const p = part / whole;
  return z95 * Math.sqrt((p * (1 - p)) / whole);
}
