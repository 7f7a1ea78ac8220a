import { beforeEach, describe, expect, test } from 'vitest';
import { watchHealth } from '../../functions/notify/weekly-health.ts';
import type { StackHealth } from '../../shared/model/stack-health.ts';
import type { HealthLog } from '../../shared/ports/stack-health.ts';

const well: StackHealth = {
  topics: [
    { topic: 'alerts', subscriptions: [], undelivered: 0 },
    { topic: 'operations', subscriptions: [], undelivered: 0 },
  ],
  deadLetters: [],
  unanswered: [],
};
const heard = [{ protocol: 'https', endpoint: 'https://chat.example', state: 'confirmed' }] as const;
const healthy: StackHealth = { ...well, topics: well.topics.map((topic) => ({ ...topic, subscriptions: heard })) };

let now: string;
let found: StackHealth;
let sent: string[];
let looks: number;
let deaf: Set<string>;
let log: HealthLog & { readonly entries: Map<string, string> };
beforeEach(() => {
  now = '2026-11-23T09:00:00.000Z';
  found = healthy;
  sent = [];
  looks = 0;
  deaf = new Set();
  const entries = new Map<string, string>();
  log = {
    entries,
    claim: (week) => {
      const state = entries.get(week);
      if (state !== undefined && state !== 'released') return Promise.resolve('taken');
      entries.set(week, 'claimed');
      return Promise.resolve('ours');
    },
    settle: async (week, end) => {
      entries.set(week, end);
    },
  };
});

const look = () => {
  const notifyAs = (topic: string) => async (name: string, text: string) => {
    if (deaf.has(topic)) throw new Error(`${topic} cannot be reached`);
    sent.push(`${topic} ${name}: ${text}`);
  };
  return watchHealth({
    health: {
      read: () => {
        looks++;
        return Promise.resolve(found);
      },
    },
    healthLog: log,
    notifyThrough: { alerts: { notify: notifyAs('alerts') }, operations: { notify: notifyAs('operations') } },
    configuration: { alerts: { email: [] }, timeZone: 'UTC', touchpoints: [] },
    now,
  });
};
const lying: StackHealth = { ...healthy, deadLetters: [{ queue: 'work', count: 2 }] };

describe('the weekly look at the stack itself', () => {
  test('says nothing when all is well, and does not look again', async () => {
    await look();
    expect(await look()).toBeNull();
    expect({ sent, looks }).toEqual({ sent: [], looks: 1 });
  });

  test('sends once a week, and again in the next one', async () => {
    found = lying;
    for (let sweep = 0; sweep < 3; sweep++) await look();
    expect(sent).toEqual([
      "operations health: Touchlight's weekly self-check found:\n" +
        '- The dead-letter queue work holds 2 messages: failed work that nobody has handled.\n' +
        'What to do: docs/runbook.md#operations-health',
    ]);
    now = '2026-11-30T09:00:00.000Z';
    await look();
    expect(sent).toHaveLength(2);
  });

  test('of two sweeps side by side sends in one', async () => {
    found = lying;
    await Promise.all([look(), look()]);
    expect(sent).toHaveLength(1);
  });

  test('does not begin before Monday morning', async () => {
    now = '2026-11-23T05:00:00.000Z';
    await look();
    expect(looks).toBe(0);
  });

  test('through alerts says why it comes there', async () => {
    found = {
      ...healthy,
      topics: [healthy.topics[0] ?? well.topics[0], well.topics[1]].flatMap((topic) => topic ?? []),
    };
    await look();
    expect(sent.map((text) => text.split('\n')[0])).toEqual([
      "operations health: Touchlight's weekly self-check found:",
      expect.stringMatching(/^alerts health: This is about Touchlight itself, not about the business\./),
    ]);
  });

  test('that one topic did not take is sent by the other, once', async () => {
    found = well;
    deaf.add('operations');
    await look();
    await look();
    expect(sent.map((text) => text.split(':')[0])).toEqual(['alerts health']);
  });

  test('that could not be sent at all fails, and is sent by the next sweep', async () => {
    found = lying;
    deaf.add('operations');
    await expect(look()).rejects.toThrow(
      'The weekly self-check could not be sent. Error: operations cannot be reached',
    );
    deaf.clear();
    await look();
    expect(sent).toHaveLength(1);
  });

  test('misses those under then and owners among the readers of alerts, and not of operations', async () => {
    const topics = well.topics.map((topic) => ({
      ...topic,
      subscriptions: [{ protocol: 'email', endpoint: 'ops@bakery.example', state: 'confirmed' }] as const,
    }));
    await watchHealth({
      health: { read: async () => ({ ...well, topics }) },
      healthLog: log,
      notifyThrough: {
        alerts: { notify: async () => {} },
        operations: { notify: async (_, text) => void sent.push(text) },
      },
      configuration: {
        alerts: { email: ['ops@bakery.example'], escalateTo: ['chief@bakery.example'] },
        timeZone: 'UTC',
        touchpoints: [
          {
            ...{ id: 'website', kind: 'website', url: null, secret: null, account: null, slaMinutes: null, checks: [] },
            owner: { name: 'Olena', email: 'olena@bakery.example' },
          },
        ],
      },
      now,
    });
    expect(sent.join('\n').match(/[a-z]+@bakery\.example/g)).toEqual(['chief@bakery.example', 'olena@bakery.example']);
  });

  test('that broke gives its week back', async () => {
    await expect(
      watchHealth({
        health: { read: () => Promise.reject(new Error('out of memory')) },
        healthLog: log,
        notifyThrough: { alerts: { notify: async () => {} }, operations: { notify: async () => {} } },
        configuration: { alerts: { email: [] }, timeZone: 'UTC', touchpoints: [] },
        now,
      }),
    ).rejects.toThrow('out of memory');
    expect(log.entries.get('2026-W48')).toBe('released');
  });

  test('words each problem for the people who run Touchlight', async () => {
    const address = 'ops@bakery.example';
    found = {
      topics: [
        {
          topic: 'alerts',
          subscriptions: [{ protocol: 'email', endpoint: address, state: 'pending' }],
          undelivered: 1,
        },
        { topic: 'operations', subscriptions: [], undelivered: 0 },
      ],
      deadLetters: [{ queue: 'visits', count: 1 }],
      unanswered: [{ action: 'cloudwatch:GetMetricData', message: 'not authorized' }],
    };
    await look();
    expect(sent[0]?.split('\n').slice(1, -1)).toEqual([
      `- ${address} has not confirmed the subscription to the topic alerts and receives nothing from it.`,
      '- SNS failed to deliver 1 message of the topic alerts in the last 7 days.',
      '- The topic operations has no subscribers, so nobody receives its messages.',
      '- The dead-letter queue visits holds 1 message: failed work that nobody has handled.',
      '- Part of the check was not possible: cloudwatch:GetMetricData failed (not authorized).',
    ]);
  });
});
