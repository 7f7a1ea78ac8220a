import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alert } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { type Stop, stopBefore } from '../evaluate/interruptible.ts';
import { aChannelStory, anAlert, aTable, aWholeIncident, secretsAt, targetsAt } from './a-channel-story.ts';
import { aSlack } from './stubs/a-slack.ts';
import { aTelegram } from './stubs/a-telegram.ts';
import { aPagerDuty, aReceiver, aTeams } from './stubs/receivers.ts';
import type { StubServer } from './stubs/stub-server.ts';

/**
 * The process is killed before each of its calls in turn, through a whole incident, and what it was working on is delivered again
 * as SNS and Lambda do. Wherever that was: nothing is lost, and the incident has one post, which ends resolved.
 */
const incident = aWholeIncident();

let shared: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  shared = await aTable();
});
afterAll(() => shared.remove());

/** @returns where it was killed: null when it made fewer calls than that */
async function liveThrough(
  alerts: readonly Alert[],
  target: ChannelTarget,
  secret: string,
  stop: Stop,
): Promise<Stop['hit']> {
  const story = await aChannelStory(target, { secret, table: shared.table });
  for (const alert of alerts) await story.deliverWithRetries(alert, stop.interrupt);
  // SNS delivers some messages twice.
  for (const alert of alerts) await story.deliverWithRetries(alert);
  return stop.hit;
}

/** Kills before call 0, 1, 2 and so on, each in an incident of its own, until there is no such call. */
async function forEachKill<Stub extends StubServer>(
  kind: ChannelTarget['kind'],
  open: () => Promise<Stub>,
  check: (stub: Stub, hit: string) => void,
): Promise<number> {
  for (let call = 0; ; call++) {
    const stub = await open();
    try {
      const url = stub.url;
      const hit = await liveThrough(
        incident,
        { ...targetsAt(url)[kind], id: `${kind}-${call}` },
        secretsAt(url)[kind],
        stopBefore(call),
      );
      if (hit === null) return call;
      check(stub, hit);
    } finally {
      await stub.close();
    }
  }
}

describe('killed before any of its calls and delivered again', () => {
  test('PagerDuty has one incident, which is resolved', { timeout: 60_000 }, async () => {
    const calls = await forEachKill('pagerduty', aPagerDuty, ({ incidents }, hit) => {
      expect(
        [...incidents.values()].map(({ state }) => state),
        hit,
      ).toEqual(['resolved']);
    });
    expect(calls).toBeGreaterThan(15);
  });

  test('a webhook takes each step once', { timeout: 60_000 }, async () => {
    await forEachKill('webhook', aReceiver, ({ taken }, hit) => {
      const types = [...taken.values()].map((body) => Object(body)['type']);
      expect(types, hit).toEqual(['alert.opened', 'alert.worsened', 'alert.reminder', 'alert.resolved']);
    });
  });

  test('Slack has one post, which is resolved, and an answer for each step', { timeout: 60_000 }, async () => {
    await forEachKill('slack', aSlack, (slack, hit) => {
      expect(
        slack.posts().map(({ text }) => text.slice(0, 16)),
        hit,
      ).toEqual(['🟢 GREEN website']);
      const replies = new Set(slack.replies().map(({ text }) => text.split('\n')[1]?.split(':')[0]));
      expect([...replies], hit).toEqual(['Got worse', 'Still failing', 'Recovered. Last problem']);
    });
  });

  test('Telegram has one post, which is resolved; two where the process ended between the post and its note of it', {
    timeout: 120_000,
  }, async () => {
    const doubled: string[] = [];
    await forEachKill('telegram', aTelegram, (telegram, hit) => {
      const posts = telegram.posts();
      expect(posts.at(-1)?.text.slice(0, 19), hit).toBe('<b>🟢 GREEN website');
      if (posts.length > 1) doubled.push(hit);
      expect(posts.length, hit).toBeLessThanOrEqual(2);
      expect(telegram.replies().length, hit).toBeGreaterThanOrEqual(3);
    });
    expect(doubled).toHaveLength(1);
    expect(doubled[0]).toMatch(/\(save\)$/);
  });

  test('Teams has a card for each step, and one twice at most', { timeout: 60_000 }, async () => {
    await forEachKill('teams', aTeams, ({ cards }, hit) => {
      const steps = cards.map(({ body: [title, text] }) => `${Object(title).text} ${Object(text).text}`);
      expect(new Set(steps).size, hit).toBe(4);
      expect(steps.length, hit).toBeLessThanOrEqual(5);
      expect(steps.at(-1), hit).toContain('GREEN');
    });
  });
});

describe('an answer that was lost', () => {
  let slack: Awaited<ReturnType<typeof aSlack>>;
  beforeAll(async () => {
    slack = await aSlack();
  });
  afterAll(() => slack.close());

  test('is no second post in Slack, where the app may read the channel', async () => {
    const story = await aChannelStory(targetsAt(slack.url).slack, { secret: secretsAt(slack.url).slack });
    slack.faults.push('lost-answer');
    expect(await story.deliverWithRetries(anAlert())).toEqual(['post (unconfirmed)']);
    expect(slack.posts()).toHaveLength(1);
    await story.close();
  });

  test('is a second post where it may not: better twice than never', async () => {
    slack.mayRead = false;
    const story = await aChannelStory(targetsAt(slack.url).slack, { secret: secretsAt(slack.url).slack });
    const another = anAlert({ subjectAt: '2026-11-25T09:05:00.000Z' });
    slack.faults.push('lost-answer');
    expect(await story.deliverWithRetries(another)).toEqual(['post (unconfirmed)']);
    expect(slack.posts()).toHaveLength(3);
    await story.close();
  });
});
