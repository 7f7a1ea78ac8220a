import { describe, expect, it } from 'vitest';
import { scoreChange } from '../../shared/evaluation/score-change.ts';

describe('a Lighthouse score', () => {
  it.each([
    ['worse by more than either spread', [0.9, 0.03], [0.8, 0.05], 'worse', -0.1],
    ['better by more than either spread', [0.6, 0.02], [0.9, 0.1], 'better', 0.3],
    ['worse, but no further than the runs of one check differ', [0.9, 0.1], [0.8, 0], 'within-spread', -0.1],
    ['the same', [0.9, 0], [0.9, 0], 'within-spread', 0],
    ['one point apart, which rounding does', [0.9, 0], [0.91, 0], 'within-spread', 0.01],
    ['two points apart without any spread', [0.9, 0], [0.92, 0], 'better', 0.02],
  ] as const)('%s', (_, [score, scoreSpread], [laterScore, laterSpread], change, by) => {
    const found = scoreChange({ score, scoreSpread }, { score: laterScore, scoreSpread: laterSpread });
    expect(found.change).toBe(change);
    expect(found.by).toBeCloseTo(by);
    expect(found.spread).toBe(Math.max(scoreSpread, laterSpread));
  });

  it('that is missing has not changed: nobody knows', () => {
    expect(scoreChange({ score: 0.9, scoreSpread: 0.02 }, {})).toEqual({ change: 'unknown', by: null, spread: 0.02 });
  });
});
