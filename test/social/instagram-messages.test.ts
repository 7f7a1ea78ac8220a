import { afterEach, describe, expect, it } from 'vitest';
import { instagramLogin, instagramToken } from '../../examples/social-stubs/instagram.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const ann = { id: '42', name: 'Ann Kovalenko' };
const minute = 60_000;

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function open(given: { readonly messages?: boolean; readonly secret?: string } = {}) {
  const { messages = true, secret = instagramToken } = given;
  touchpoint = await openTouchpoint('instagram', '2026-11-16T08:00:00Z', { secret, options: { messages } });
  const { world } = touchpoint;
  const writes = (text: string, to?: string, by: typeof ann | 'business' = ann) => {
    world.now += minute;
    return world.write({ by, text, inPrivate: true, ...(to !== undefined && { replyTo: to }) });
  };
  return { world, writes };
}

/** State and beginning of each wait. */
async function waits(): Promise<readonly (readonly [string, string | null])[]> {
  touchpoint.world.now += minute;
  await touchpoint.poll();
  return [...touchpoint.store.conversations.values()].map(({ state, waitingSince }) => [state, waitingSince] as const);
}

describe.each([
  ["a page's token", instagramToken],
  ["Instagram's own login", JSON.stringify({ ...instagramLogin, tokenEndsAt: '2027-02-01T00:00:00Z' })],
])('direct messages on Instagram, by %s', (_, secret) => {
  it('wait until the business writes in the chat', async () => {
    const { world, writes } = await open({ secret });
    const question = writes('Can I order a cake for Saturday?');
    const since = toInstant(world.now);
    expect(await waits()).toEqual([['waiting', since]]);
    writes('Yes, which one?', question, 'business');
    expect(await waits()).toEqual([['answered', since]]);
    writes('The carrot cake, please?', question);
    expect(await waits()).toEqual([['waiting', toInstant(world.now - minute)]]);
  });
});

describe('direct messages on Instagram', () => {
  it('cost one request while nobody writes, and one for each chat in which somebody does', async () => {
    const { world, writes } = await open();
    const chats = ['Do you hire?', 'Is there parking?', 'Where is my order?'].map((text) => writes(text));
    await waits();
    // The last quarter of an hour before a poll is read by the next one, too.
    world.now += 60 * minute;
    await waits();
    touchpoint.stub.resetCounts();
    await waits();
    expect(touchpoint.stub.counts).toEqual({ account: 1, media: 1, conversations: 1 });
    writes('Hello?', chats[1]);
    touchpoint.stub.resetCounts();
    expect((await waits()).map(([state]) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(touchpoint.stub.counts).toEqual({ account: 1, media: 1, conversations: 1, chat: 1 });
  });

  it('are not read unless the file says so', async () => {
    const { writes } = await open({ messages: false });
    writes('Do you hire?');
    expect(await waits()).toEqual([]);
    expect(touchpoint.stub.counts).toEqual({ account: 1, media: 1, debug_token: 1 });
  });

  it('that a machine answers at once still wait', async () => {
    const { world, writes } = await open();
    const question = writes('Did you get my transfer?');
    const since = toInstant(world.now);
    world.now += 3000;
    world.write({ by: 'business', text: 'We are away.', replyTo: question });
    expect(await waits()).toEqual([['waiting', since]]);
  });

  it('keep the beginning of a wait beyond the twenty that Instagram shows', async () => {
    const { world, writes } = await open();
    const question = writes('Where is my order?');
    const since = toInstant(world.now);
    expect(await waits()).toEqual([['waiting', since]]);
    for (let i = 0; i < 45; i++) writes('And where is it now?', question);
    expect(await waits()).toEqual([['waiting', since]]);
    writes('It is on its way.', question, 'business');
    expect((await waits()).map(([state]) => state)).toEqual(['answered']);
  });

  it('of more chats than one poll may read are read by the next ones', async () => {
    const { writes } = await open();
    for (let i = 0; i < 70; i++) writes('Do you hire?');
    touchpoint.world.now += minute;
    expect((await touchpoint.poll()).result.cause).toBe('still-reading');
    expect(touchpoint.store.conversations.size).toBeLessThan(60);
    expect(await waits()).toHaveLength(70);
    expect((await touchpoint.poll()).result).toMatchObject({ outcome: 'measured', measurements: { unanswered: 70 } });
  });

  it('of more chats than can be remembered are listed over several polls, and none is left out', async () => {
    const { writes } = await open();
    for (let i = 0; i < 1100; i++) writes('Do you hire?');
    await waits();
    expect(JSON.stringify(touchpoint.store.poll?.memory)).toContain('"listing":{"startedAt"');
    for (let poll = 0; poll < 40; poll++) await waits();
    expect((await touchpoint.poll()).result).toMatchObject({ outcome: 'measured', measurements: { unanswered: 1100 } });
  });

  it('that are asked for later are read to the end before anything is green', async () => {
    const { world, writes } = await open({ messages: false });
    world.write({ by: ann, text: 'Do you have decaf?', under: world.addPost() });
    await waits();
    expect(touchpoint.store.poll?.caughtUp).toBe(true);
    for (let i = 0; i < 70; i++) writes('Do you hire?');
    const later = aWatchedTouchpoint('instagram', touchpoint.stub, {
      secret: instagramToken,
      options: { messages: true },
      store: touchpoint.store,
    });
    world.now += minute;
    expect((await later.poll()).result).toMatchObject({ outcome: 'unknown', cause: 'still-reading' });
    world.now += minute;
    expect((await later.poll()).result).toMatchObject({ outcome: 'measured', measurements: { unanswered: 71 } });
    // Monday, 20:01 in Kyiv: seven business hours later.
    world.now += 600 * minute;
    expect((await later.poll()).light).toBe('red');
  });

  it.each([
    ['missing-permission', 'permission', 'does not let the token in the secret'],
    ['expired-token', 'auth', 'refuses the token in the secret'],
  ] as const)('with %s leave the light grey, with the reason', async (fault, cause, says) => {
    await open();
    touchpoint.stub.inject(fault, { route: 'conversations' });
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause, reason: expect.stringContaining(says) });
  });

  it.each(['wrong-shape', 'html', 'half-a-page', 'endless-pages', 'server-error', 'throttled-with-hint'] as const)(
    'with %s leave everything as it was',
    async (fault) => {
      const { writes } = await open();
      writes('Do you hire?');
      const before = await waits();
      touchpoint.stub.inject(fault, { route: 'conversations' });
      expect((await touchpoint.poll()).light).toBe('unknown');
      expect([...touchpoint.store.conversations.values()].map(({ state }) => state)).toEqual(
        before.map(([state]) => state),
      );
    },
  );

  it('wait no longer when the chat is deleted right after it was written', async () => {
    const { world, writes } = await open();
    const question = writes('Do you hire?');
    await waits();
    world.remove(question);
    expect((await waits()).map(([state]) => state)).toEqual(['gone']);
  });
});
