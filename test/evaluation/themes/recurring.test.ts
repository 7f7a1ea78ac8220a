import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPeriod } from '../../../shared/evaluation/themes/by-period.ts';
import { type Reading, readingOf } from '../../../shared/evaluation/themes/reading.ts';
import { periodsUntil, type Recurring, recurringThemes } from '../../../shared/evaluation/themes/recurring.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { Conversation } from '../../../shared/model/conversation.ts';
import { instantSchema } from '../../../shared/model/instant.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import type { Status } from '../../../shared/model/status.ts';
import { themeIds } from '../../../shared/model/theme.ts';
import { aCheck } from '../../support/a-check.ts';
import { aSaying, neutral, people } from '../../support/a-saying.ts';
import { aStatus } from '../../support/a-status.ts';
import { aConversation } from '../../support/a-week.ts';

const periods = periodsUntil('2026-11-23T00:00:00.000Z', 30);
const earlier = { at: '2026-10-10T09:00:00.000Z' };

const newest = { from: periods.before.from, to: periods.now.to };

function found(sayings: readonly Saying[], quotable: readonly Conversation[] = []): Recurring {
  return recurringThemes({ sayings, quotable }, periods);
}

describe('what customers keep saying', () => {
  it('is what three people say, wherever they say it', () => {
    const facebook = { checkId: 'facebook/responses', kind: 'comment', rating: null } as const;
    const { themes } = found([...people(2), ...people(3, facebook)]);
    expect(themes).toMatchObject([
      {
        ...{ theme: 'no-answer', side: 'complaint', people: 5, before: null, change: null },
        touchpoints: [
          { id: 'facebook', people: 3 },
          { id: 'google-reviews', people: 2 },
        ],
      },
    ]);
    expect(found(people(2)).themes).toEqual([]);
    expect(found([...people(3), ...people(1, { ...neutral, ...earlier })]).themes[0]?.before).toBe(0);
  });

  it('counts a person once, however often they say it, and a text of nobody known as one person', () => {
    const loud = Array.from({ length: 9 }, () => aSaying({ voice: 'loud' }));
    expect(found([...loud, aSaying()])).toMatchObject({ themes: [], people: 2 });
    expect(found([...loud, aSaying({ voice: null }), aSaying({ voice: null })]).themes[0]?.people).toBe(3);
  });

  it('says how many complaints fit no theme', () => {
    const unplaced = people(4, { complaints: [], rating: 2 });
    const cheerful = people(6, { complaints: [], praises: ['quality'], rating: 5 });
    expect(found([...people(3), ...unplaced, ...cheerful])).toMatchObject({
      ...{ people: 13, complainers: 7, unplaced: 4 },
      themes: [{ side: 'complaint' }, { side: 'praise', theme: 'quality', people: 6 }],
    });
  });

  it('grows only where that is more than chance, among ten people or more in each period', () => {
    const others = (count: number, at = {}): Saying[] => people(count, { ...neutral, ...at });
    const change = (now: number, of: number, before: number, ofBefore: number) => {
      const sayings = [
        ...people(now),
        ...others(of - now),
        ...people(before, earlier),
        ...others(ofBefore - before, earlier),
      ];
      return found(sayings).themes[0]?.change;
    };
    expect(change(6, 20, 0, 20)).toBe('growing');
    expect(change(5, 20, 1, 20)).toBeNull();
    // Three times as many complain, and three times as many write.
    expect(change(9, 60, 3, 20)).toBeNull();
    expect(change(3, 20, 12, 20)).toBe('shrinking');
    expect(change(9, 9, 0, 20)).toBeNull();
    expect(change(9, 20, 0, 9)).toBeNull();
    expect(change(900, 2000, 700, 2000)).toBe('growing');
  });

  it('is quoted, shortest first, from what still shows it, once from each person, and never of who was forgotten', () => {
    const said = (id: string, text: string, overrides: Partial<Conversation> = {}): Conversation =>
      aConversation({
        ...{ checkId: 'google-reviews/responses', id, kind: 'review', rating: 1, text, authorId: id },
        ...{ startedAt: '2026-11-20T09:00:00.000Z', ...overrides },
      });
    const quotable = [
      said('a', 'I called all week long and nobody answers the phone there.'),
      said('b', 'Nobody answers.'),
      said('b2', 'Nobody answers!!', { authorId: 'b' }),
      said('c', 'Nobody answered.', { forgotten: true }),
      said('d', 'Nobody called me back.', { startedAt: earlier.at }),
      said('e', 'The soup was cold.'),
      said('f', 'They never called me back.'),
    ];
    expect(found(people(3), quotable).themes[0]?.examples.map(({ id }) => id)).toEqual(['b', 'f']);
  });

  it('is not quoted from what a model took for something else', () => {
    const wrote = (id: string, hour: number): Conversation =>
      aConversation({
        ...{
          checkId: 'google-reviews/responses',
          id,
          kind: 'review',
          rating: 1,
          text: 'Nobody answers.',
          authorId: id,
        },
        startedAt: `2026-11-20T1${hour}:00:00.000Z`,
      });
    const byModel = { readBy: 'bedrock/eu.amazon.nova-lite-v1:0/1' };
    const sayings = [
      ...people(3, byModel),
      aSaying({ ...byModel, at: wrote('a', 1).startedAt }),
      aSaying({ ...byModel, at: wrote('b', 2).startedAt, complaints: ['rude'] }),
      aSaying({ at: wrote('c', 3).startedAt, complaints: ['rude'] }),
    ];
    const quotable = [wrote('a', 1), wrote('b', 2), wrote('c', 3)];
    expect(found(sayings, quotable).themes[0]?.examples.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('repeats since the third-last person said it', () => {
    const at = (day: number) => ({ at: `2026-11-${day}T09:00:00.000Z` });
    const { themes } = found([aSaying(at(10)), aSaying(at(12)), aSaying(at(14)), aSaying(at(16))]);
    expect(themes[0]?.repeatedAt).toBe('2026-11-12T09:00:00.000Z');
  });

  it('never counts more people than wrote, nor other than each period has', () => {
    const saying = fc.record({
      id: fc.uuid(),
      voice: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      at: fc
        .date({ min: new Date('2026-09-01'), max: new Date('2026-12-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
      complaints: fc.uniqueArray(fc.constantFrom(...themeIds), { maxLength: 3 }),
      praises: fc.uniqueArray(fc.constantFrom(...themeIds), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 60 }), (all) => {
        const sayings = all.map((each) => aSaying(each));
        const { themes, people: wrote, complainers, unplaced } = found(sayings);
        expect(unplaced).toBeLessThanOrEqual(complainers);
        expect(complainers).toBeLessThanOrEqual(wrote);
        for (const each of themes) {
          expect(each.people).toBeGreaterThanOrEqual(3);
          expect(each.people).toBeLessThanOrEqual(wrote);
          expect(instantSchema.safeParse(each.repeatedAt).success).toBe(true);
          const here = sayings.filter(({ at }) => at >= periods.now.from && at < periods.now.to);
          const key = each.side === 'complaint' ? 'complaints' : 'praises';
          const texts = here.filter((one) => one[key].includes(each.theme)).length;
          expect(each.people).toBeLessThanOrEqual(texts);
        }
        // The order in which they are read changes nothing.
        expect(found(sayings.toReversed()).themes).toEqual(themes);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what could not be read', () => {
  const facebook = { checkId: 'facebook/responses', kind: 'comment', rating: null } as const;
  const google = 'google-reviews/responses';
  const reading = (checkId: string, overrides: Partial<Reading> = {}): Reading => ({
    ...{ checkId, since: null, until: null },
    ...overrides,
  });
  const expired = reading(google, { until: '2026-11-05T09:00:00.000Z' });
  const others = (count: number, overrides: Partial<Saying> = {}): Saying[] =>
    people(count, { ...neutral, ...overrides });
  /** Twelve of twenty complained in Google reviews a month ago; then its token expired, and three complaints were still seen. */
  const google3of20 = [...people(12, earlier), ...others(8, earlier), ...people(3), ...others(17)];
  const withReadings = (sayings: readonly Saying[], ...readings: Reading[]): Recurring =>
    recurringThemes({ sayings, quotable: [], readings }, periods);

  it('is no improvement: a source whose token expired is compared with nothing, and named', () => {
    expect(found(google3of20)).toMatchObject({ themes: [{ before: 12, change: 'shrinking' }], notRead: [] });
    expect(withReadings(google3of20, expired)).toMatchObject({
      ...{ peopleBefore: null, compared: { now: 0, before: 0 }, themes: [{ people: 3, before: null, change: null }] },
      notRead: [{ touchpointId: 'google-reviews', how: 'unread', since: '2026-11-05T09:00:00.000Z' }],
    });
  });

  it('leaves what other sources tell, of which both periods were read', () => {
    const more = [...people(9, facebook), ...others(6, facebook), ...others(15, { ...facebook, ...earlier })];
    const [theme] = withReadings([...google3of20, ...more], expired, reading(facebook.checkId)).themes;
    expect(theme).toMatchObject({ people: 12, before: null, change: 'growing' });
  });

  it('is no worsening either: before a source was connected, nobody complained there', () => {
    const sayings = [...people(15, facebook), ...others(5, facebook), ...others(20, earlier), ...others(20)];
    expect(withReadings(sayings).themes[0]).toMatchObject({ before: 0, change: 'growing' });
    const connected = reading(facebook.checkId, { since: '2026-11-01T00:00:00.000Z' });
    expect(withReadings(sayings, connected)).toMatchObject({
      ...{ themes: [{ people: 15, before: null, change: null }], compared: { now: 20, before: 20 } },
      notRead: [{ touchpointId: 'facebook', how: 'new' }],
    });
  });

  it('in neither period, takes nothing from what can be compared', () => {
    const longExpired = reading(facebook.checkId, { until: '2026-08-01T00:00:00.000Z' });
    const { themes, notRead } = withReadings(google3of20, longExpired, reading(google));
    expect(themes).toMatchObject([{ before: 12, change: 'shrinking' }]);
    expect(notRead).toMatchObject([{ touchpointId: 'facebook', splits: false }]);
  });

  it('where nothing was read before, nothing is compared', () => {
    expect(found(people(12))).toMatchObject({ peopleBefore: 0, themes: [{ people: 12, before: null, change: null }] });
  });

  it('is what stays grey, not one failed poll or a score of too few answers', () => {
    const check = aCheck({ id: google });
    const grey = (overrides: Partial<Status>): Status =>
      aStatus({
        checkId: google,
        light: 'unknown',
        lastCause: 'auth',
        lastRunAt: '2026-11-22T23:50:00.000Z',
        ...overrides,
      });
    const until = (status: Status): string | null => readingOf(check, status, null, newest.to).until;
    expect(until(grey({ unknownSince: '2026-11-05T09:00:00.000Z' }))).toBe('2026-11-05T09:00:00.000Z');
    expect(until(grey({ unknownSince: '2026-11-22T23:50:00.000Z' }))).toBeNull();
    expect(until(grey({ unknownSince: '2026-11-05T09:00:00.000Z', lastCause: 'too-few-answers' }))).toBeNull();
    const silent = '2026-11-10T09:00:00.000Z';
    expect(until(aStatus({ checkId: google, lastRunAt: silent }))).toBe(silent);
    expect(until(aStatus({ checkId: google, lastRunAt: '2026-11-22T23:50:00.000Z' }))).toBeNull();
  });

  it('is known from the beginning as far back as a first poll looks, and for a bot since it came', () => {
    const at = '2026-11-01T00:00:00.000Z';
    const since = (check: Check): string | null => {
      const watched = { [check.id]: { since: at, cadence: '15m', cadenceSince: at } };
      return readingOf(check, undefined, { touchpointId: 'page', checks: watched, openSince: null }, newest.to).since;
    };
    expect(since(aCheck({ id: google, options: { platform: 'google-reviews' } }))).toBe('2026-08-03T00:00:00.000Z');
    expect(since(aCheck({ id: 'telegram/responses', options: { platform: 'telegram' } }))).toBe(at);
  });
});

describe('week by week and quarter by quarter', () => {
  const year = { from: '2026-01-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
  const sayings = [
    ...people(2, { at: '2026-09-30T20:30:00.000Z' }),
    // In Kyiv, October has begun.
    aSaying({ at: '2026-09-30T21:30:00.000Z' }),
    aSaying({ at: '2026-10-05T09:00:00.000Z', complaints: [], praises: ['rude'], rating: 5 }),
  ];

  it('counts people by the business’s calendar', () => {
    expect(byPeriod(sayings, year, 'quarter', 'Europe/Kyiv')).toEqual([
      { id: '2026-Q3', people: 2, themes: [{ theme: 'no-answer', side: 'complaint', people: 2 }] },
      {
        id: '2026-Q4',
        people: 2,
        themes: [
          { theme: 'no-answer', side: 'complaint', people: 1 },
          { theme: 'rude', side: 'praise', people: 1 },
        ],
      },
    ]);
    expect(byPeriod(sayings, year, 'week', 'Europe/Kyiv').map(({ id, people: count }) => [id, count])).toEqual([
      ['2026-W40', 3],
      ['2026-W41', 1],
    ]);
  });
});
