import type { SheetScore } from './score-sheet.ts';

/** A mean share from 0 to 1, and from how many visits. */
export interface MeanShare {
  readonly share: number;
  readonly n: number;
}

/**
 * The mean over visits; a visit that several people assessed counts once, with their mean.
 * @param take null for a sheet without one
 */
export function overVisits(
  sheets: readonly SheetScore[],
  take: (sheet: SheetScore) => number | null,
): MeanShare | null {
  const visits = [...Map.groupBy(sheets, ({ sheet }) => sheet.visit).values()].flatMap((ofVisit) => {
    const values = ofVisit.flatMap((each) => take(each) ?? []);
    return values.length === 0 ? [] : [mean(values)];
  });
  return visits.length === 0 ? null : { share: mean(visits), n: visits.length };
}

/** Without the last digits, so that 0.85 from many sums still meets a bound of 0.85. */
function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e9) / 1e9;
}
