import { afterEach, describe, expect, it } from 'vitest';
import { facebookToken } from '../../examples/social-stubs/facebook.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const minute = 60_000;

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

describe('messages on Messenger that are asked for later', () => {
  it('are read back to the beginning, not only since the last poll', async () => {
    touchpoint = await openTouchpoint('facebook', '2026-11-16T08:00:00Z');
    const { world, stub, store } = touchpoint;
    for (let n = 0; n < 120; n++) {
      world.now += minute;
      world.write({ by: { id: `${1000 + n}`, name: 'Ann Kovalenko' }, text: 'Do you hire?', inPrivate: true });
    }
    world.now += 60 * minute;
    await touchpoint.poll();
    expect(store.conversations.size).toBe(0);
    const later = aWatchedTouchpoint('facebook', stub, { secret: facebookToken, options: { messages: true }, store });
    world.now += minute;
    await later.poll();
    expect(store.conversations.size).toBe(120);
    stub.resetCounts();
    world.now += 60 * minute;
    await later.poll();
    expect(stub.counts['conversations']).toBe(1);
  });

  it('of more chats than one poll may list leave the light grey, and the next polls go on', async () => {
    touchpoint = await openTouchpoint('facebook', '2026-11-16T08:00:00Z');
    const { world, stub, store } = touchpoint;
    await touchpoint.poll();
    for (let n = 0; n < 2900; n++)
      world.write({ by: { id: `${1000 + n}`, name: 'Ann Kovalenko' }, text: 'Do you hire?', inPrivate: true });
    const later = aWatchedTouchpoint('facebook', stub, { secret: facebookToken, options: { messages: true }, store });
    world.now += minute;
    expect((await later.poll()).result).toMatchObject({ outcome: 'unknown', cause: 'still-reading' });
    world.now += minute;
    expect((await later.poll()).result).toMatchObject({ outcome: 'measured', measurements: { unanswered: 2900 } });
  });
});
