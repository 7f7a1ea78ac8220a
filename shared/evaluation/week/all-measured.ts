import type { TouchpointWeek } from './of-touchpoint.ts';

type Seen = Pick<TouchpointWeek, 'measurementGaps' | 'strip'>;

/** Was everything measured that was to be measured in the week? What was not may have been broken. */
export function isMeasured({ measurementGaps, strip }: Seen): boolean {
  return measurementGaps.length === 0 && strip.every(({ light }) => light !== 'unknown');
}

export function isAllMeasured({ touchpoints }: { readonly touchpoints: readonly Seen[] }): boolean {
  return touchpoints.every(isMeasured);
}
