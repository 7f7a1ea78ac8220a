import { describe, expect, it } from 'vitest';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';

const check = aCheck({ id: 'nps/survey', url: null });
type Seen = Partial<Pick<Result, 'outcome' | 'cause' | 'measurements'>>;

/** One run a day at six in the morning. */
function play(...days: readonly Seen[]) {
  let status: Status | null = null;
  return days.map((seen, n) => {
    const scheduledAt = `2026-11-${String(n + 10).padStart(2, '0')}T04:00:00.000Z`;
    const result = aResult({ checkId: 'nps/survey', scheduledAt, measurements: {}, ...seen });
    const step = advanceStatus(status, judge(result, check), result, check, 'Europe/Kyiv');
    status = step.next;
    return step;
  });
}

const first: Seen = { outcome: 'unknown', cause: 'nothing-to-compare', measurements: { score: 43 } };
const few: Seen = { outcome: 'unknown', cause: 'too-few-answers', measurements: { answers: 12 } };
const broken: Seen = { outcome: 'unknown', cause: 'unreadable-file' };
const fell: Seen = { measurements: { fall: 1.4, score: 12 } };

describe('a grey whose numbers are sound', () => {
  it('is grey, keeps its number for the trend, and alerts nobody however long it lasts', () => {
    const steps = play(...Array.from({ length: 15 }, () => first));
    expect(new Set(steps.map(({ next }) => next.light))).toEqual(new Set(['unknown']));
    expect(new Set(steps.map(({ reason }) => reason))).toEqual(new Set(['quiet']));
    expect(steps.some(({ wakesNotify }) => wakesNotify)).toBe(false);
    expect(steps.at(-1)?.closedDay).toMatchObject({
      runs: { green: 0, yellow: 0, red: 0, unknown: 1 },
      measurements: { score: { p50: 43, p75: 43, max: 43 } },
    });
  });

  it('has no number for the trend where none was made', () => {
    expect(play(few, few).at(-1)?.closedDay?.measurements).toEqual({});
  });

  it('does not hide a file that cannot be read: ops hear of that', () => {
    expect(play(few, few, broken).map(({ reason }) => reason)).toEqual(['quiet', 'quiet', 'blind']);
    expect(play(broken, broken).at(-1)?.closedDay?.measurements).toEqual({});
  });

  it('is no incident, and neither ends nor delays one', () => {
    expect(play(first, fell).map(({ reason, next }) => [reason, next.light])).toEqual([
      ['quiet', 'unknown'],
      ['suspected', 'red'],
    ]);
  });
});

describe('a day with one run', () => {
  it('has the very number of that run', () => {
    for (const score of [-42, -3, 0, 12, 37, 42, 99]) {
      const [, second] = play({ measurements: { fall: 0, score } }, { measurements: { fall: 0, score } });
      expect(second?.closedDay?.measurements['score']).toEqual({ p50: score, p75: score, max: score });
    }
  });
});
