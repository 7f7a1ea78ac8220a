import { describe, expect, it } from 'vitest';
import { advanceIncident } from '../../../shared/evaluation/incidents/advance-incident.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Reason } from '../../../shared/model/reason.ts';
import type { Result } from '../../../shared/model/result.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult, aResultThatIs } from '../../support/a-result.ts';
import { anIncident } from '../../support/a-status.ts';
import { aBusiness } from '../../support/a-week.ts';
import { slowPage } from '../../support/said.ts';

const none = null;
const suspected = anIncident({ state: 'suspected', openedAt: null });
const openRed = anIncident();
const openYellow = anIncident({ light: 'yellow', worstLight: 'yellow' });
const resolved = anIncident({ state: 'resolved', resolvedAt: '2026-11-23T10:00:00.000Z' });

const check = aCheck();
const at = '2026-11-23T12:00:00.000Z';

function advance(previous: Incident | null, light: Light, inARow: number) {
  const result = aResultThatIs(light, { scheduledAt: at });
  return advanceIncident(previous, {
    light,
    badStreak: light === 'green' ? 0 : inARow,
    goodStreak: light === 'green' ? inARow : 0,
    judgement: judge(result, check),
    result,
    check,
  });
}

type Row = [incident: Incident | null, light: Light, inARow: number, next: Incident['state'] | null, reason: Reason];

describe('the incident table of the design, row by row', () => {
  it.each<Row>([
    [none, 'green', 5, null, 'quiet'],
    [none, 'unknown', 0, null, 'quiet'],
    [none, 'yellow', 1, 'suspected', 'suspected'],
    [none, 'red', 1, 'suspected', 'suspected'],
    [none, 'red', 2, 'open', 'opened'],
    [resolved, 'green', 9, 'resolved', 'quiet'],
    [resolved, 'unknown', 0, 'resolved', 'quiet'],
    [resolved, 'red', 1, 'suspected', 'suspected'],
    [suspected, 'green', 1, null, 'flap'],
    [suspected, 'unknown', 1, 'suspected', 'quiet'],
    [suspected, 'red', 1, 'suspected', 'suspected'],
    [suspected, 'red', 2, 'open', 'opened'],
    [suspected, 'yellow', 2, 'open', 'opened'],
    [openYellow, 'red', 3, 'open', 'worsened'],
    [openRed, 'yellow', 3, 'open', 'improved'],
    [openRed, 'green', 1, 'open', 'recovering'],
    [openRed, 'green', 2, 'resolved', 'resolved'],
    [openRed, 'red', 3, 'open', 'continuing'],
    [openYellow, 'yellow', 3, 'open', 'continuing'],
    [openRed, 'unknown', 3, 'open', 'continuing'],
  ])('%j sees %s (%d in a row)', (previous, light, inARow, next, reason) => {
    const step = advance(previous, light, inARow);
    expect(step.reason).toBe(reason);
    expect(step.next?.state ?? null).toBe(next);
  });
});

describe('an incident of what is measured in business hours only', () => {
  const { calendar } = aBusiness();
  const chat = aCheck({ id: 'website/live-chat', probe: 'live-chat', hours: calendar });
  const empty = anIncident({ checkId: chat.id, finding: { ...slowPage(1), id: 'nobodyThere' } });
  const stepAt = (measurements: Result['measurements'], goodStreak: number) => {
    const result = aResult({ checkId: chat.id, scheduledAt: at, measurements });
    const run = { light: 'green', badStreak: 0, goodStreak, judgement: judge(result, chat), result } as const;
    const { next, reason } = advanceIncident(empty, { ...run, check: chat });
    return [next?.state, reason];
  };

  it('stays open through a night that says nothing of it', () => {
    expect(stepAt({ deadPlugins: 0 }, 5)).toEqual(['open', 'continuing']);
  });

  it('ends in the morning that finds somebody there', () => {
    expect(stepAt({ nobodyThere: 0, deadPlugins: 0 }, 6)).toEqual(['resolved', 'resolved']);
  });
});

describe('what an incident remembers', () => {
  it('since when it has been bad and which run confirmed it', () => {
    const { next } = advance(suspected, 'red', 2);
    expect(next).toMatchObject({ suspectedAt: suspected.suspectedAt, openedAt: at, resolvedAt: null });
  });

  it('the last bad run, and the worst light of all', () => {
    const { next } = advance(openRed, 'yellow', 3);
    expect(next).toMatchObject({ light: 'yellow', worstLight: 'red', openedAt: openRed.openedAt });
    expect(next?.finding).toEqual(slowPage(3100));
  });

  it('the run that confirmed it, not only the one that raised the suspicion', () => {
    const { next } = advance(
      { ...suspected, light: 'yellow', worstLight: 'yellow', finding: slowPage(3100) },
      'red',
      2,
    );
    expect(next).toMatchObject({ state: 'open', light: 'red', worstLight: 'red', finding: slowPage(6100) });
  });

  it('what it was, when it is over', () => {
    const { next } = advance(openRed, 'green', 2);
    expect(next).toEqual({ ...openRed, state: 'resolved', resolvedAt: at });
  });

  it('nothing of a grey run', () => {
    expect(advance(openRed, 'unknown', 3).next).toEqual(openRed);
  });
});
