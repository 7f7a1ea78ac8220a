import { afterEach, describe, expect, it } from 'vitest';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { type TikTokOptions, tikTokGrant, tikTokStub, tikTokToken } from '../../examples/social-stubs/tiktok.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { identify } from '../../functions/probe-social/identify.ts';
import { classifyTikTok } from '../../functions/probe-social/platforms/tiktok-access.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';

const now = '2026-11-16T08:00:00Z';
const hourMs = 3_600_000;
const ann = { id: '42', name: 'Ann Kovalenko' };

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function open(options: TikTokOptions = {}, secret: string = tikTokToken, keep?: (value: string) => void) {
  const world = new World(Date.parse(now), { id: '-000abcDEF', name: 'Coffee Lab' });
  const stub = await serveStub(tikTokStub(world, options));
  touchpoint = aWatchedTouchpoint('tiktok', stub, { secret, ...(keep && { keep }) });
  const writes = (under: string, text: string, by: typeof ann | 'business' = ann) => {
    world.now += 1000;
    return world.write({ by, text, under });
  };
  return { world, writes };
}

async function states(): Promise<Record<string, string>> {
  touchpoint.world.now += 60_000;
  await touchpoint.poll();
  return Object.fromEntries([...touchpoint.store.conversations].map(([id, { state }]) => [id, state]));
}

describe('a grant of TikTok', () => {
  it('is renewed every day, and what renews it the next time is stored before it is used', async () => {
    const kept: string[] = [];
    const { world } = await open({}, JSON.stringify(tikTokGrant), (value) => kept.push(value));
    for (let hour = 0; hour < 72; hour += 6) {
      expect((await touchpoint.poll()).result.outcome).toBe('measured');
      world.now += 6 * hourMs;
    }
    expect(kept.map((value) => JSON.parse(value).refreshToken)).toEqual([
      'rft.tiktok-refresh-token-1',
      'rft.tiktok-refresh-token-2',
      'rft.tiktok-refresh-token-3',
    ]);
    expect(JSON.parse(kept[0] ?? '')).toEqual({
      ...tikTokGrant,
      refreshToken: 'rft.tiktok-refresh-token-1',
      accessToken: 'act.tiktok-access-token-1',
      accessTokenEndsAt: '2026-11-17T08:00:00.000Z',
      refreshTokenEndsAt: '2027-11-16T08:00:00.000Z',
    });
    expect((await touchpoint.poll()).result.measurements['tokenDaysLeft']).toBeGreaterThan(360);
  });

  it('is not used up where its successor could not be kept', async () => {
    await open({}, JSON.stringify(tikTokGrant));
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'setup' });
    expect(result.reason).toContain('an environment variable cannot keep the new one');
    expect(touchpoint.stub.counts).toEqual({});
  });

  it.each([
    ['of an app that TikTok does not know', { ...tikTokGrant, clientSecret: 'not-the-secret' }, 'setup', 'TikTok says'],
    ['that was used elsewhere', { ...tikTokGrant, refreshToken: 'rft.of-yesterday' }, 'auth', 'Store a new one'],
  ])('%s is grey and says what to do', async (_, grant, cause, sentence) => {
    await open({}, JSON.stringify(grant), () => {});
    expect((await touchpoint.poll()).result).toMatchObject({ cause, reason: expect.stringContaining(sentence) });
  });

  it('tells "secrets check" when it ends for good, and that a person has to authorize the app again by then', async () => {
    const { world } = await open();
    const io = { now: () => world.now, sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    const secrets = { read: async () => JSON.stringify(tikTokGrant), keeper: () => async () => {} };
    expect(await identify(touchpoint.check, secrets, io)).toMatchObject({
      ok: true,
      who: '@coffeelab (-000abcDEF)',
      renewedBy: 'a person',
      expiresAt: '2027-11-16T08:00:00.000Z',
    });
  });
});

describe('comments on TikTok', () => {
  it('are found wherever they stand in a list that is in no order', async () => {
    const { world, writes } = await open({ isNewestFirst: false });
    const video = world.addPost();
    for (let i = 0; i < 70; i++) writes(video, '😍');
    expect(Object.values(await states())).toEqual(Array.from({ length: 70 }, () => 'no-reply-needed'));
    // A month later, what is known ends long before the beginning of the list.
    world.now += 30 * 24 * hourMs;
    const questions = ['Open on Sunday?', 'And on Monday?'].map((text) => writes(video, text));
    const found = await states();
    expect(questions.map((id) => found[id])).toEqual(['waiting', 'waiting']);
  });

  it('beyond the newest 500 are not read, which is said, and new ones are', async () => {
    const { world, writes } = await open();
    const video = world.addPost();
    for (let i = 0; i < 520; i++) writes(video, '😍');
    expect(Object.keys(await states())).toHaveLength(510);
    const question = writes(video, 'Open on Sunday?');
    expect(await states()).toMatchObject({ [question]: 'waiting' });
    expect((await touchpoint.poll()).result.details['blindSpots']).toEqual(['responses/replies-unread']);
  });

  it('of a video that was deleted wait no longer', async () => {
    const { world, writes } = await open();
    const question = writes(world.addPost(), 'Open on Sunday?');
    expect(await states()).toEqual({ [question]: 'waiting' });
    world.posts.pop();
    expect(await states()).toEqual({ [question]: 'gone' });
  });

  it('are answered by a reply that is not among the three that TikTok shows', async () => {
    const { world, writes } = await open();
    const question = writes(world.addPost(), 'Open on Sunday?');
    await states();
    world.write({ by: 'business', text: 'Yes', replyTo: question });
    for (let i = 0; i < 40; i++) {
      world.now += 1000;
      world.write({ by: { id: '43', name: 'Ben Moroz' }, text: 'Thank you!', replyTo: question });
    }
    expect(await states()).toEqual({ [question]: 'answered' });
  });

  it('with more replies than one poll may read are read by the next ones', async () => {
    const { world, writes } = await open();
    const answeredUnder = (video: string, times: number) => {
      for (let i = 0; i < times; i++) {
        const question = writes(video, 'Open on Sunday?');
        world.write({ by: 'business', text: 'Yes', replyTo: question });
        for (let n = 0; n < 3; n++) world.write({ by: ann, text: 'Thank you!', replyTo: question });
      }
    };
    answeredUnder(world.addPost(), 120);
    answeredUnder(world.addPost(), 10);
    expect((await touchpoint.poll()).result.cause).toBe('still-reading');
    expect(Object.values(await states())).toEqual(Array.from({ length: 130 }, () => 'answered'));
  });
});

it.each([
  [0, null],
  [40_001, 'permission'],
  [40_002, 'refused'],
  [40_016, 'throttled'],
  [40_100, 'throttled'],
  [40_100, 'auth', 'Access token is invalid or has been revoked'],
  [40_101, 'auth'],
  [40_102, 'auth', 'Access token is expired'],
  [40_102, 'throttled', 'Requests made too frequently'],
  [40_103, 'auth'],
  [40_106, 'transient'],
  [40_107, 'auth'],
  [40_104, 'auth'],
  [40_105, 'auth'],
  [40_700, 'transient'],
  [50_000, 'transient'],
  [50_002, 'transient'],
  [99_999, 'refused'],
])('code %d of TikTok, which comes with HTTP 200, is taken for %s', (code, kind, message = 'OK') => {
  const answer = { status: 200, headers: new Headers(), body: { code, message, data: {} } };
  expect(classifyTikTok(answer, 0)?.kind ?? null).toBe(kind);
});

it.each([
  ['expired-token', 'auth', 1],
  ['missing-permission', 'permission', 1],
  ['throttled', 'throttled', 1],
  ['server-error', 'transient', 3],
] as const)('%s of TikTok leaves the light grey as %s, after so many requests: %d', async (fault, cause, requests) => {
  await open();
  touchpoint.stub.inject(fault, { route: 'video/list' });
  touchpoint.stub.resetCounts();
  const { light, result } = await touchpoint.poll();
  expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause });
  expect(touchpoint.stub.counts['video/list']).toBe(requests);
});
