import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createChannel } from '../../functions/channel/channels/index.ts';
import { createHandler } from '../../functions/channel/handler.ts';
import { createTransport } from '../../functions/channel/http.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aChannelStory, anAlert, type ChannelStory, coffeeLab, targetsAt } from './a-channel-story.ts';
import { aTelegram, type Telegram, telegramToken } from './stubs/a-telegram.ts';

let telegram: Telegram;
let story: ChannelStory;
beforeAll(async () => {
  telegram = await aTelegram();
  story = await aChannelStory(targetsAt(telegram.url).telegram, { secret: telegramToken });
});
afterAll(async () => {
  await story.close();
  await telegram.close();
});

const operations: string[] = [];
beforeEach(() => void operations.splice(0));

function aHandler(secret = telegramToken, at = '2026-11-23T09:06:30.000Z') {
  const target = targetsAt(telegram.url).telegram;
  const now = (): number => Date.parse(at);
  const channel = createChannel(target, {
    transport: createTransport({ now }),
    secrets: { read: async () => secret },
    evidence: null,
    pace: async () => {},
    now,
  });
  const posts = story.table.stores.channelPosts;
  return createHandler({
    ...{ target, channel, posts, reports: posts, reader: coffeeLab, now },
    newToken: () => 'a delivery',
    sleep: async () => {},
    operations: { notify: async (name, text) => void operations.push(`${name}: ${text}`) },
    logger: aQuietLogger(),
  });
}

function fromSns(...messages: readonly string[]) {
  return { Records: messages.map((Message, n) => ({ EventSource: 'aws:sns', Sns: { Message, MessageId: `m${n}` } })) };
}

describe('the function of a channel', () => {
  test('posts an alert that SNS brings', async () => {
    await aHandler()(fromSns(JSON.stringify(anAlert())));
    expect(telegram.posts()).toHaveLength(1);
    expect(operations).toEqual([]);
  });

  test('leaves text for people alone', async () => {
    await aHandler()(fromSns('The weekly digest of Coffee Lab', '{"some": "json"}'));
    expect(telegram.posts()).toHaveLength(1);
  });

  test('reads an alert of a later version, which may say more', async () => {
    const alert = anAlert({ subjectAt: '2026-11-23T09:07:00.000Z' });
    const later = { ...alert, more: 1, notices: alert.notices.map((notice) => ({ ...notice, mood: 'worried' })) };
    await aHandler()(fromSns(JSON.stringify(later)));
    expect(telegram.posts()).toHaveLength(2);
  });

  test('fails for Lambda to repeat it, and tells operations once a day what a person must do', async () => {
    const event = fromSns(JSON.stringify(anAlert({ subjectAt: '2026-11-23T09:08:00.000Z' })));
    const revoked = telegramToken.replace('AAH', 'BBH');
    await expect(aHandler(revoked)(event)).rejects.toThrow('1 notices were not delivered to telegram.');
    await expect(aHandler(revoked)(event)).rejects.toThrow();
    expect(operations).toEqual([
      'channel: Alerts do not reach telegram. Telegram does not accept the secret the-secret ("Unauthorized"). Store a new one under that name. What to do: docs/runbook.md#operations-channel',
    ]);
    await expect(aHandler(revoked, '2026-11-24T09:06:30.000Z')(event)).rejects.toThrow();
    expect(operations).toHaveLength(2);
    await aHandler()(event);
    expect(telegram.posts()).toHaveLength(3);
  });

  test('posts a marked test when it is asked to, and says what became of it', async () => {
    expect(await aHandler()({ test: true })).toEqual({ ok: true, sentence: null });
    expect(telegram.posts().at(-1)?.text).toContain('This is a test of Touchlight for Coffee Lab. Nothing is broken.');
    expect(await aHandler(telegramToken.replace('AAH', 'BBH'))({ test: true })).toEqual({
      ok: false,
      sentence: 'Telegram does not accept the secret the-secret ("Unauthorized"). Store a new one under that name.',
    });
  });
});
