import { expect, test } from 'vitest';
import { dueDigest, planDigest } from '../../../shared/evaluation/notifications/digest-watch.ts';
import type { Configuration } from '../../../shared/model/business.ts';

const timeZone = 'Europe/Kyiv';
const digest: NonNullable<Configuration['digest']> = {
  ...{ to: ['owner@coffeelab.example'], from: null, reportsUrl: null },
  ...{ weekday: 'mon', atMinute: 480 },
};
const plan = planDigest(digest, timeZone, null, '2026-01-01T00:00:00.000Z');

test.each([
  // Kyiv goes from UTC+2 to UTC+3 on Sunday, 29 March 2026, and back on 25 October.
  ['2026-03-23T12:00:00.000Z', '2026-W12', '2026-03-23T06:00:00.000Z'],
  ['2026-03-30T10:59:59.999Z', '2026-W12', '2026-03-23T06:00:00.000Z'],
  ['2026-03-30T11:00:00.000Z', '2026-W13', '2026-03-30T05:00:00.000Z'],
  ['2026-10-26T11:59:59.999Z', '2026-W42', '2026-10-19T05:00:00.000Z'],
  ['2026-10-26T12:00:00.000Z', '2026-W43', '2026-10-26T06:00:00.000Z'],
])('at %s the last digest that must have come is %s', (now, weekId, dueAt) => {
  expect(dueDigest(plan, now)).toEqual({ weekId, dueAt, readers: digest.to });
});

test('a digest on Sunday evening is about the week before', () => {
  const sunday = planDigest({ ...digest, weekday: 'sun', atMinute: 1200 }, timeZone, null, '2026-01-01T00:00:00.000Z');
  expect(dueDigest(sunday, '2026-11-23T06:00:00.000Z')).toMatchObject({
    weekId: '2026-W46',
    dueAt: '2026-11-22T18:00:00.000Z',
  });
});

test('a time that the clock skips is due when the clock goes on', () => {
  const skipped = planDigest({ ...digest, weekday: 'sun', atMinute: 210 }, timeZone, null, '2026-01-01T00:00:00.000Z');
  expect(dueDigest(skipped, '2026-03-29T12:00:00.000Z')?.dueAt).toBe('2026-03-29T01:30:00.000Z');
});
