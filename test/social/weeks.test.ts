import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stubFaults } from '../../examples/social-stubs/stub-server.ts';
import { type PageKind, pageKinds } from '../../shared/model/social-platform.ts';
import { expectedWeeks } from './expected-weeks.ts';
import { type PlayedStory, playWeek, type Week } from './support/play-week.ts';
import { recountWeek } from './support/recount-week.ts';
import type { Ending } from './support/story.ts';

/** X numbers its posts beyond what a JavaScript number holds. */
function idOn(kind: PageKind, { id: known, story }: PlayedStory): string {
  const id = known ?? '';
  if (story.where === 'messenger') return `t_${id}`;
  return kind === 'x' ? `199000000000000${id.padStart(6, '0')}` : id;
}

function endingOf(kind: PageKind, { story }: PlayedStory): Ending | null {
  return (story.except?.[kind] ?? story).ends;
}

describe.each(pageKinds)('a week on %s', (kind) => {
  let week: Week;
  beforeAll(async () => {
    week = await playWeek(kind);
  });
  afterAll(() => week.touchpoint.stub.close());

  it('ends with exactly the expected conversations', () => {
    const { played, touchpoint } = week;
    const seen = played.map((one) => {
      const { story } = one;
      const found = touchpoint.store.conversations.get(idOn(kind, one));
      const minutes = found?.responseMinutes ?? undefined;
      return { story: story.name, state: found?.state, reason: found?.reason, minutes };
    });
    const expected = played.map((one) => {
      const ending = endingOf(kind, one);
      return { story: one.story.name, state: ending?.state, reason: ending?.reason, minutes: ending?.minutes };
    });
    expect(seen).toEqual(expected);
    expect(touchpoint.store.conversations.size).toBe(played.length);
  });

  it('is expected to be what counting every minute of it gives', () => {
    expect(recountWeek(kind)).toEqual(expectedWeeks[kind]);
  });

  it('met every class of fault, each grey, and none of them changed what was known', () => {
    expect(week.faults).toEqual(week.faults.map(({ fault }) => ({ fault, light: 'unknown', changedNothing: true })));
    expect(week.faults.map(({ fault }) => fault).toSorted()).toEqual(stubFaults.toSorted());
  });

  it('shows the expected lights, and sends a nudge for each customer once before it is too late', () => {
    const { lights, nudges } = expectedWeeks[kind];
    expect({ lights: week.lights, nudges: week.nudges }).toEqual({ lights, nudges });
    for (const light of ['green', 'yellow', 'red']) expect(week.lights.join()).toContain(light);
  });

  it('gives the expected figures', () => {
    const expected = expectedWeeks[kind];
    const endings = week.played.map((one) => endingOf(kind, one));
    const count = (state: Ending['state']): number => endings.filter((ending) => ending?.state === state).length;
    const { measurements } = week.last.result;
    const [inTime, concerned] = expected.answeredWithinSla;
    expect(measurements).toMatchObject({
      unanswered: count('waiting'),
      noReplyNeeded: count('no-reply-needed'),
      overdue: expected.overdue,
      oldestWaitingMinutes: expected.oldestWaitingMinutes,
      answeredWithinSlaRatio: inTime / concerned,
      medianFirstResponseMinutes: expected.medianFirstResponseMinutes,
      p90FirstResponseMinutes: expected.p90FirstResponseMinutes,
    });
    if (expected.rating !== undefined) {
      expect(measurements['averageRating']).toBeCloseTo(expected.rating[0], 3);
      expect(measurements['averageRatingChange']).toBeCloseTo(expected.rating[1], 3);
    }
    const [negative, reviews] = expected.negative ?? [];
    expect(measurements['negativeRatio']).toBe(
      negative === undefined || reviews === undefined ? undefined : negative / reviews,
    );
  });

  it('counts and lists who needs no answer, each with the reason', () => {
    const expected: Record<string, number> = {};
    for (const one of week.played) {
      const ending = endingOf(kind, one);
      if (ending?.state === 'no-reply-needed') expected[ending.reason] = (expected[ending.reason] ?? 0) + 1;
    }
    expect(week.last.result.details['noReplyNeeded']).toMatchObject({ counts: expected });
  });

  it('keeps names and words short', () => {
    for (const { text, author } of week.touchpoint.store.conversations.values()) {
      expect(text.length).toBeLessThanOrEqual(140);
      expect(author).not.toContain('Kovalenko');
    }
  });
});
