import type { Measurements } from '../model/result.ts';

/** What became of a Lighthouse score from one check to a later one. */
export interface ScoreChange {
  readonly change: 'better' | 'worse' | 'within-spread' | 'unknown';
  /** Later minus earlier, from -1 to 1; null where one of them is missing. */
  readonly by: number | null;
  /** The wider of the two spreads. */
  readonly spread: number;
}

/** Scores are whole points of a hundred: a difference of one comes from rounding. */
const onePoint = 0.01;

/**
 * A change is a change only when it exceeds the spread: the score of an unchanged page differs from run to run, and a
 * difference that the runs of one check show among themselves tells nothing about the page.
 */
export function scoreChange(earlier: Measurements, later: Measurements): ScoreChange {
  const [before, after] = [earlier['score'], later['score']];
  const spread = Math.max(earlier['scoreSpread'] ?? 0, later['scoreSpread'] ?? 0);
  if (before === undefined || after === undefined) return { change: 'unknown', by: null, spread };
  const by = Math.round((after - before) / onePoint) * onePoint;
  if (Math.abs(by) < Math.max(spread, onePoint) + onePoint / 2) return { change: 'within-spread', by, spread };
  return { change: by > 0 ? 'better' : 'worse', by, spread };
}
