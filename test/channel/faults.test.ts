import { describe, expect, test } from 'vitest';
import { ChannelFault } from '../../functions/channel/channel-fault.ts';
import { wordFault } from '../../functions/channel/word-fault.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { aChannelStory, anAlert, secretsAt, targetsAt } from './a-channel-story.ts';
import { aSlack } from './stubs/a-slack.ts';
import { aTelegram, telegramToken } from './stubs/a-telegram.ts';
import { aPagerDuty, aReceiver, aTeams } from './stubs/receivers.ts';
import type { StubFault, StubServer } from './stubs/stub-server.ts';

const opened = anAlert();

interface Ending {
  readonly sentences: readonly string[];
  readonly pauses: readonly number[];
  readonly requests: number;
  /** Everything that a person or a log may see of it. */
  readonly shown: string;
}

/** One delivery that meets these faults. */
async function meeting(
  kind: ChannelTarget['kind'],
  stub: StubServer,
  faults: readonly StubFault[],
  { secret = secretsAt(stub.url)[kind], settings = {} }: { secret?: string; settings?: Partial<ChannelTarget> } = {},
): Promise<Ending> {
  const target = { ...targetsAt(stub.url)[kind], ...settings } as ChannelTarget;
  const story = await aChannelStory(target, { secret, withinMs: 200 });
  stub.faults.push(...faults);
  try {
    const { failures } = await story.deliver(opened);
    const sentences = failures.map((failure) =>
      failure instanceof ChannelFault ? wordFault(failure, target) : String(failure),
    );
    const shown = [
      ...failures.map((failure) => (failure instanceof Error ? `${failure.stack}` : '')),
      ...sentences,
    ].join('\n');
    return { sentences, pauses: story.pauses, requests: stub.requests.length, shown };
  } finally {
    await story.close();
    await stub.close();
  }
}

const stubs = { telegram: aTelegram, slack: aSlack, teams: aTeams, webhook: aReceiver, pagerduty: aPagerDuty };
const kinds = Object.keys(stubs) as (keyof typeof stubs)[];

/** How each platform says "too fast, wait 7 seconds". */
const tooFast: Readonly<Record<(typeof kinds)[number], StubFault>> = {
  telegram: {
    status: 429,
    body: {
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    },
  },
  slack: { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '7' } },
  teams: { status: 429, body: '', headers: { 'retry-after': '7' } },
  webhook: { status: 429, body: '', headers: { 'retry-after': '7' } },
  pagerduty: { status: 429, body: { status: 'throttle exceeded' }, headers: { 'retry-after': '7' } },
};

describe.each(kinds)('%s', (kind) => {
  test('waits as long as it is asked to, and then posts', async () => {
    expect(await meeting(kind, await stubs[kind](), [tooFast[kind]])).toMatchObject({ sentences: [], pauses: [7000] });
  });

  test('waits longer each time where it is not told how long', async () => {
    const hintless = { status: 429, body: 'Slow down' };
    expect(await meeting(kind, await stubs[kind](), [hintless, hintless])).toMatchObject({
      sentences: [],
      pauses: [1000, 4000],
    });
  });

  test('gives up for now when asked to wait longer than its time, and says so', async () => {
    const anHour = { status: 429, body: '', headers: { 'retry-after': '3600' } };
    const { sentences, pauses } = await meeting(kind, await stubs[kind](), [anHour]);
    expect(pauses).toEqual([]);
    expect(sentences.join()).toMatch(/takes no more messages at the moment \(HTTP 429\)\.$/);
  });

  test('survives a failing server', async () => {
    const broken = { status: 500, body: { error: 'oops' } };
    expect(await meeting(kind, await stubs[kind](), [broken])).toMatchObject({ sentences: [], pauses: [1000] });
  });

  test('survives HTML in the place of an answer', async () => {
    const html = { status: 502, body: '<html><h1>Bad Gateway</h1></html>', headers: { 'content-type': 'text/html' } };
    expect(await meeting(kind, await stubs[kind](), [html])).toMatchObject({ sentences: [], pauses: [1000] });
  });

  test('does not wait for an answer that never comes, and does not post again at once', async () => {
    const { sentences, requests, pauses } = await meeting(kind, await stubs[kind](), ['hang']);
    expect(sentences.join()).toMatch(/did not say whether the message has arrived: no answer within 0\.2 s\.$/);
    expect({ requests, pauses }).toEqual({ requests: 1, pauses: [] });
  });

  test('shows its secret nowhere', async () => {
    const secret = secretsAt('http://127.0.0.1:9')[kind];
    const leaking = { status: 400, body: { ok: false, error: secret, description: `bad: ${secret}`, message: secret } };
    for (const faults of [[leaking], ['hang'] as const, [{ status: 401, body: secret }]]) {
      const { shown } = await meeting(kind, await stubs[kind](), faults);
      expect(shown).not.toContain(secret.slice(-20));
    }
    const { shown } = await meeting(kind, await stubs[kind](), [], { secret: `${secret} not so` });
    expect(shown).not.toContain(secret.slice(-20));
  });
});

describe('what a person must put right is said in one sentence', () => {
  test('a revoked token', async () => {
    const revoked = telegramToken.replace('AAH', 'BBH');
    expect((await meeting('telegram', await aTelegram(), [], { secret: revoked })).sentences).toEqual([
      'Telegram does not accept the secret the-secret ("Unauthorized"). Store a new one under that name.',
    ]);
    const slack = await meeting('slack', await aSlack(), [], { secret: 'xoxb-another-1234' });
    expect(slack.sentences).toEqual([
      'Slack does not accept the secret the-secret ("invalid_auth"). Store a new one under that name.',
    ]);
  });

  test('a chat that is not there', async () => {
    const { sentences } = await meeting('telegram', await aTelegram(), [], { settings: { chat: '-1005' } as object });
    expect(sentences).toEqual([
      'Telegram cannot post to the chat -1005 ("Bad Request: chat not found"). Add the bot to the chat, let it write there, and check "chat" in touchpoints.yaml.',
    ]);
  });

  test('a bot that was blocked', async () => {
    const blocked = {
      status: 403,
      body: { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
    };
    const { sentences, pauses } = await meeting('telegram', await aTelegram(), [blocked]);
    expect(sentences.join()).toContain(
      'cannot post to the chat -1001234567890 ("Forbidden: bot was blocked by the user")',
    );
    expect(pauses).toEqual([]);
  });

  test('a workflow that was deleted', async () => {
    const gone = { status: 404, body: { error: { code: 'WorkflowNotFound' } } };
    expect((await meeting('teams', await aTeams(), [gone])).sentences).toEqual([
      'Teams cannot post to its address (HTTP 404). Check that it still exists.',
    ]);
  });

  test('an address without encryption, or none at all, to which nothing is sent', async () => {
    const secret = 'http://hooks.example.com/workflows/0123';
    const unencrypted = await meeting('teams', await aTeams(), [], { secret });
    expect([unencrypted.sentences, unencrypted.requests]).toEqual([
      ['Its address is not encrypted: write https://. docs/alerts.md#channels says what it must hold.'],
      0,
    ]);
    const none = await meeting('teams', await aTeams(), [], { secret: 'https://hooks.example.com:4433333/0123' });
    expect([none.sentences, none.shown.includes('4433333')]).toEqual([unencrypted.sentences, false]);
  });

  test('an address that has moved', async () => {
    const moved = { status: 301, body: '', headers: { location: 'https://elsewhere.example' } };
    expect((await meeting('webhook', await aReceiver(), [moved])).sentences).toEqual([
      'Webhook cannot post to its address (HTTP 301). Check that it still exists.',
    ]);
  });

  test('a signing secret of another shape', async () => {
    expect((await meeting('webhook', await aReceiver(), [], { secret: 'hunter2' })).sentences).toEqual([
      'The secret the-secret is not whsec_ and at least 24 bytes in base64. docs/alerts.md#channels says what it must hold.',
    ]);
  });
});

test('a group that has become a supergroup is followed to its new number, also by edits', async () => {
  const telegram = await aTelegram();
  telegram.moved = { from: '-1001234567890', to: -100999 };
  const story = await aChannelStory(targetsAt(telegram.url).telegram, { secret: telegramToken });
  await story.deliver(opened);
  await story.deliver(anAlert({ reason: 'reminder' }, '2026-11-24T09:16:00.000Z'));
  expect(telegram.posts().map(({ chat }) => chat)).toEqual(['-100999']);
  expect(telegram.replies().map(({ chat }) => chat)).toEqual(['-100999']);
  await story.close();
  await telegram.close();
});
