import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const ann = { id: '42', name: 'Ann Kovalenko' };
const bo = { id: '43', name: 'Bo Derek' };

describe('a mention on X', () => {
  let touchpoint: WatchedTouchpoint;
  beforeEach(async () => {
    touchpoint = await openTouchpoint('x', '2026-11-16T08:00:00Z');
  });
  afterEach(() => touchpoint.stub.close());

  const statesAfterPoll = async () => {
    touchpoint.world.now += 60_000;
    await touchpoint.poll();
    return [...touchpoint.store.conversations.values()].map(({ state }) => state).toSorted();
  };

  it('is answered by a quote in a post of our own', async () => {
    const { world } = touchpoint;
    const question = world.write({ by: ann, text: 'Do you ship to Lviv?' });
    expect(await statesAfterPoll()).toEqual(['waiting']);
    world.write({ by: 'business', text: 'We do, everywhere!', replyTo: question, quotes: true });
    expect(await statesAfterPoll()).toEqual(['answered']);
  });

  it('is answered by a quote that is seen together with it', async () => {
    const { world } = touchpoint;
    const question = world.write({ by: ann, text: 'Do you ship to Lviv?' });
    world.now += 60_000;
    world.write({ by: 'business', text: 'We do, everywhere!', replyTo: question, quotes: true });
    expect(await statesAfterPoll()).toEqual(['answered']);
  });

  it("still waits when we quote somebody else's", async () => {
    const { world } = touchpoint;
    world.write({ by: ann, text: 'Do you ship to Lviv?' });
    const other = world.write({ by: bo, text: 'Open on Sunday?' });
    world.now += 60_000;
    world.write({ by: 'business', text: 'Yes!', replyTo: other, quotes: true });
    expect(await statesAfterPoll()).toEqual(['answered', 'waiting']);
  });

  it('still waits when a customer quotes it', async () => {
    const { world } = touchpoint;
    const question = world.write({ by: ann, text: 'Do you ship to Lviv?' });
    world.write({ by: bo, text: 'I would like to know, too', replyTo: question, quotes: true });
    expect(await statesAfterPoll()).toContain('waiting');
  });
});
