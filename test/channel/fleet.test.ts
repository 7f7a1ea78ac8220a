import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFleetHandler } from '../../functions/channel/fleet/handler.ts';
import { createTransport } from '../../functions/channel/http.ts';
import { openChannel } from '../../functions/channel/open-channel.ts';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anAlert, aTable, aWholeIncident, coffeeLab, targetsAt } from './a-channel-story.ts';
import { type Lines, lines } from './lines.ts';
import { aSlack, type Slack, slackToken } from './stubs/a-slack.ts';
import { aTelegram, type Telegram, telegramToken } from './stubs/a-telegram.ts';

/** The bakery has a Telegram group, the salon a Slack channel for its booking only, and the florist no chat. */
let telegram: Telegram;
let slack: Slack;
let table: Awaited<ReturnType<typeof aTable>>;
let line: Lines;
let nowMs: number;
/** Which secret was read, and what operations were told. */
let secretsRead: string[];
let operations: string[];
let slept: number[];

beforeAll(async () => {
  table = await aTable();
});
afterAll(() => table.remove());
beforeEach(async () => {
  [telegram, slack] = [await aTelegram(), await aSlack()];
  [line, nowMs, secretsRead, operations, slept] = [lines(), Date.parse('2026-11-23T09:06:30.000Z'), [], [], []];
});
afterEach(async () => {
  await Promise.all([telegram.close(), slack.close()]);
});

const secrets: Readonly<Record<string, string>> = { 'bakery/bot': telegramToken, 'salon/bot': slackToken };

function aFleet({ withinMs = 10_000 } = {}) {
  const clock = {
    now: () => nowMs,
    sleep: async (ms: number) => {
      slept.push(ms);
      nowMs += ms;
    },
  };
  const read = async (name: string): Promise<string> => {
    secretsRead.push(name);
    return secrets[name] ?? '';
  };
  const io = { transport: createTransport({ now: clock.now, withinMs }), secrets: { read }, evidence: null };
  const target = { ...targetsAt(telegram.url).telegram, id: 'bakery.telegram', secret: 'bakery/bot' };
  const booking = {
    ...{ ...targetsAt(slack.url).slack, id: 'salon.slack', secret: 'salon/bot' },
    touchpoints: ['salon.booking'],
  };
  const posts = table.table.stores.channelPosts;
  let tokens = 0;
  return createFleetHandler({
    channels: [
      { target, reader: { ...coffeeLab, business: 'Bakery' } },
      { target: booking, reader: { ...coffeeLab, business: 'Salon', language: 'uk' } },
    ],
    paused: new Set(['florist']),
    open: (each: ChannelTarget) => openChannel(each, io, clock),
    ...{ posts, reports: posts, queue: line.queue, ...clock },
    newToken: () => `delivery ${++tokens}`,
    operations: { notify: async (_, text) => void operations.push(text) },
    logger: aQuietLogger(),
  });
}

let incidents = 0;
/** About an incident that no other alert is about. */
const aNewAlert = (): Alert =>
  anAlert({ subjectAt: toInstant(Date.parse('2026-11-23T06:00:00.000Z') + ++incidents * minuteMs) });

/** The same alert, about a touchpoint of a business. */
function about(touchpointId: string, alert: Alert = aNewAlert()): Alert {
  return alertSchema.parse(JSON.parse(JSON.stringify(alert).replaceAll('website', touchpointId)));
}

const fromSns = (...alerts: readonly Alert[]) => ({
  Records: alerts.map((alert, n) => ({
    EventSource: 'aws:sns',
    Sns: { Message: JSON.stringify(alert), MessageId: `m${n}` },
  })),
});

describe('the chats of a fleet', () => {
  test('get the alerts of their own business, in its words, and none of another', async () => {
    const handler = aFleet();
    await handler(fromSns(about('bakery.website'), about('salon.booking'), about('florist.website')));
    await line.workOff(handler);
    expect(telegram.posts().map(({ text }) => text.split('\n')[0])).toEqual(['<b>🔴 RED bakery.website</b>']);
    expect(slack.posts()).toHaveLength(1);
    expect(slack.posts()[0]?.text).toMatch(/ЧЕРВОН\S* salon\.booking/);
    expect(new Set(secretsRead)).toEqual(new Set(['bakery/bot', 'salon/bot']));
  });

  test('post only the touchpoints that they are for', async () => {
    const handler = aFleet();
    await handler(fromSns(about('salon.website')));
    expect(await line.workOff(handler)).toEqual([]);
    expect(slack.requests).toEqual([]);
  });

  test('get nothing of another business, whatever lies in their line', async () => {
    const handler = aFleet();
    line.push({ id: 'forged', channel: 'bakery.telegram', alert: about('salon.booking') });
    await line.workOff(handler);
    expect(line.aside).toEqual(['bakery.telegram']);
    expect(telegram.requests).toEqual([]);
  });

  test('one that never answers holds up no other', async () => {
    const handler = aFleet({ withinMs: 400 });
    telegram.faults.push('hang', 'hang', 'hang');
    await handler(fromSns(about('bakery.website'), about('salon.booking')));
    const done = await line.workOff(handler);
    expect(done).toEqual(['salon.slack', 'bakery.telegram']);
    expect(slack.posts()).toHaveLength(1);
  });

  test('one that fails is tried three times, a person is told once, and what follows in its line is posted', async () => {
    const handler = aFleet();
    const kicked = { status: 403, body: { ok: false, error_code: 403, description: 'Forbidden: bot was kicked' } };
    telegram.faults.push(kicked, kicked, kicked);
    await handler(fromSns(about('bakery.website')));
    await handler(fromSns(about('bakery.website')));
    await line.workOff(handler);
    expect(line.pauses).toEqual([
      ['bakery.telegram', 60],
      ['bakery.telegram', 120],
      ['bakery.telegram', 0],
    ]);
    expect(line.aside).toEqual(['bakery.telegram']);
    expect(operations).toEqual([
      expect.stringMatching(
        /^Alerts do not reach bakery\.telegram\. Telegram cannot post to the chat .*bot was kicked/,
      ),
    ]);
    expect(telegram.posts()).toHaveLength(1);
  });

  test('show an incident in one post, however often SNS and the queue bring its alerts', async () => {
    const handler = aFleet();
    for (const alert of aWholeIncident().map((each) => about('bakery.website', each))) {
      await handler(fromSns(alert, alert));
      const again = lines();
      again.push({ id: 'again', channel: 'bakery.telegram', alert });
      await line.workOff(handler);
      await again.workOff(handler);
    }
    expect(telegram.posts()).toHaveLength(1);
    expect(telegram.replies()).toHaveLength(3);
    expect(telegram.posts()[0]?.text).toContain('GREEN');
  });

  test('are asked at their pace from one message to the next', async () => {
    const handler = aFleet();
    await handler(fromSns(about('bakery.website'), about('bakery.website')));
    await line.workOff(handler);
    // A group takes a message every three seconds.
    expect(slept).toEqual([3000, 3000]);
  });

  test('each can be tried by its name', async () => {
    const handler = aFleet();
    expect(await handler({ test: true, channel: 'salon.slack' })).toEqual({ ok: true, sentence: null });
    expect([slack.posts().length, telegram.posts().length]).toEqual([1, 0]);
    expect(await handler({ test: true, channel: 'florist.teams' })).toMatchObject({
      ok: false,
      sentence: 'The deployed fleet has no channel florist.teams. Deploy it: npx cdk deploy -c fleet=DIR',
    });
  });

  test('one that is no longer in the configuration gets nothing, and its line is emptied', async () => {
    const handler = aFleet();
    line.push({ id: 'old', channel: 'bakery.teams', alert: about('bakery.website') });
    await line.workOff(handler);
    expect(line.aside).toEqual([]);
  });

  test('of a paused business lose nothing that waits for them: it is put aside', async () => {
    const handler = aFleet();
    line.push({ id: 'waiting', channel: 'florist.telegram', alert: about('florist.website') });
    await line.workOff(handler);
    expect(line.aside).toEqual(['florist.telegram']);
  });
});
