import { describe, expect, test } from 'vitest';
import { decideHealth, healthWeek } from '../../../shared/evaluation/notifications/weekly-health.ts';
import type { StackHealth, TopicHealth } from '../../../shared/model/stack-health.ts';
import type { Subscription } from '../../../shared/model/subscription.ts';

const readers = ['ops@bakery.example'];
const subscribed = (state: Subscription['state'], endpoint = 'ops@bakery.example'): Subscription => ({
  protocol: 'email',
  endpoint,
  state,
});
const topic = (name: TopicHealth['topic'], change: Partial<TopicHealth> = {}): TopicHealth => ({
  topic: name,
  subscriptions: [subscribed('confirmed')],
  undelivered: 0,
  ...change,
});
const health = (change: Partial<StackHealth> = {}): StackHealth => ({
  topics: [topic('alerts'), topic('operations')],
  deadLetters: [
    { queue: 'work', count: 0 },
    { queue: 'visits', count: 0 },
  ],
  unanswered: [],
  ...change,
});

describe('the weekly look', () => {
  test('is quiet when all is well', () => {
    expect(decideHealth(health(), readers)).toEqual({ troubles: [], through: [] });
  });

  test('tells operations who gets no alerts', () => {
    const topics = [
      topic('alerts', { subscriptions: [subscribed('pending'), subscribed('confirmed', 'owner@bakery.example')] }),
      topic('operations'),
    ];
    expect(decideHealth(health({ topics }), readers)).toEqual({
      troubles: [{ kind: 'pending', topic: 'alerts', readers }],
      through: ['operations'],
    });
  });

  test.each([
    ['is not confirmed', { subscriptions: [subscribed('pending')] }, 'pending'],
    ['was unsubscribed', { subscriptions: [subscribed('deleted')] }, 'lost'],
    ['has no subscriber any more', { subscriptions: [] }, 'lost'],
    ['could not be delivered', { undelivered: 2 }, 'undelivered'],
  ])('is sent through alerts, too, where operations %s', (_, change, kind) => {
    const decision = decideHealth(health({ topics: [topic('alerts'), topic('operations', change)] }), readers);
    expect(decision.troubles).toMatchObject([{ kind, topic: 'operations' }]);
    expect(decision.through).toEqual(['operations', 'alerts']);
  });

  test('reports a topic that nobody ever subscribed to', () => {
    const topics = [topic('alerts', { subscriptions: [] }), topic('operations')];
    expect(decideHealth(health({ topics }), []).troubles).toEqual([{ kind: 'unheard', topic: 'alerts' }]);
  });

  test('reports dead letters that are still in their queues', () => {
    const deadLetters = [
      { queue: 'work', count: 3 },
      { queue: 'visits', count: 0 },
    ] as const;
    expect(decideHealth(health({ deadLetters }), readers)).toEqual({
      troubles: [{ kind: 'dead-letters', queue: 'work', count: 3 }],
      through: ['operations'],
    });
  });

  test('takes what it could not find out for no good news', () => {
    const unanswered = [{ action: 'sns:ListSubscriptionsByTopic', message: 'no right' }];
    const topics = [topic('alerts', { subscriptions: null }), topic('operations', { subscriptions: null })];
    expect(decideHealth(health({ topics, unanswered }), readers)).toEqual({
      troubles: [{ kind: 'not-known', ...unanswered[0] }],
      through: ['operations', 'alerts'],
    });
  });
});

describe('the week of a look', () => {
  test.each([
    ['on Monday morning', '2026-11-23T06:59:59.000Z', null],
    ['from nine on', '2026-11-23T07:00:00.000Z', '2026-W48'],
    ['until the next Monday', '2026-11-29T21:59:59.000Z', '2026-W48'],
    ['by the clocks of the business', '2026-11-29T22:00:00.000Z', null],
    ['across New Year', '2027-01-02T12:00:00.000Z', '2026-W53'],
  ])('%s', (_, now, week) => {
    expect(healthWeek(now, 'Europe/Kyiv')).toBe(week);
  });

  test.each(['2026-03-29', '2026-10-25'])('begins at nine also after the clocks were changed on %s', (sunday) => {
    const monday = new Date(Date.parse(`${sunday}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const offset = sunday < '2026-06' ? 3 : 2;
    expect(healthWeek(`${monday}T0${8 - offset}:59:00.000Z`, 'Europe/Kyiv')).toBeNull();
    expect(healthWeek(`${monday}T0${9 - offset}:00:00.000Z`, 'Europe/Kyiv')).not.toBeNull();
  });
});
