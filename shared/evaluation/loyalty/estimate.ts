/** A figure that was made from answers of some, with its margin of error at 95% in the figure's own unit. */
export interface Estimate {
  readonly value: number;
  readonly margin: number;
  /** From how many it was made. */
  readonly from: number;
}

/** From fewer, a percentage says more than is known: they are counted, and no figure is made of them. */
export const fewest = 30;

/** Of the normal distribution, for 95%. */
export const z95 = 1.96;

/**
 * How far a figure has fallen beyond what may be chance, in margins of error of the difference. Within one margin, and where it has risen,
 * it is 0.
 */
export function fallBeyondMargin(before: Estimate, now: Estimate): number {
  return Math.max(0, (before.value - now.value) / Math.hypot(before.margin, now.margin) - 1);
}
