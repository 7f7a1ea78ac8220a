import { afterEach, describe, expect, it } from 'vitest';
import type { PageKind } from '../../shared/model/social-platform.ts';
import { pageKinds, socialPlatforms } from '../../shared/model/social-platform.ts';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

// https://github.com/chatwoot/chatwoot/issues/1205: reactions are not recorded, so it looks as if nobody had responded.
// People ask why a comment that they liked or hearted is still listed as unanswered, and why one that they liked no longer is.
const ann = { id: '42', name: 'Ann Kovalenko' };
const seeing = pageKinds.filter((kind) => socialPlatforms[kind].showsLikes);

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function open(kind: PageKind, likesAnswer = true) {
  touchpoint = await openTouchpoint(kind, '2026-11-16T08:00:00Z', { options: { likesAnswer } });
  const { world } = touchpoint;
  const post = world.addPost();
  const later = <T>(happens: () => T): T => {
    world.now += 60_000;
    return happens();
  };
  const asks = (text = 'Do you have decaf?', replyTo?: string) =>
    later(() => world.write({ by: ann, text, under: post, ...(replyTo !== undefined && { replyTo }) }));
  return { world, later, asks };
}

async function standings(): Promise<readonly string[]> {
  touchpoint.world.now += 60_000;
  await touchpoint.poll();
  return [...touchpoint.store.conversations.values()].map(({ state, reason }) => `${state}: ${reason}`);
}

describe.each(seeing)('where likes count as answers on %s', (kind) => {
  it('a question that the business liked waits no longer', async () => {
    const { world, later, asks } = await open(kind);
    const question = asks();
    expect(await standings()).toEqual(['waiting: unanswered']);
    later(() => world.like(question));
    expect(await standings()).toEqual(['no-reply-needed: liked']);
  });

  it('a question that was liked before the first poll does not wait', async () => {
    const { world, later, asks } = await open(kind);
    const question = asks();
    later(() => world.like(question));
    expect(await standings()).toEqual(['no-reply-needed: liked']);
  });

  it('an answer in words keeps its time, liked or not', async () => {
    const { world, later, asks } = await open(kind);
    const question = asks();
    later(() => world.like(question));
    later(() => world.write({ by: 'business', text: 'Yes, we do.', replyTo: question }));
    expect(await standings()).toEqual(['answered: answered']);
  });

  it('it still waits where the file does not say so', async () => {
    const { world, later, asks } = await open(kind, false);
    const question = asks();
    later(() => world.like(question));
    expect(await standings()).toEqual(['waiting: unanswered']);
  });
});

describe.each(seeing.filter((kind) => kind !== 'x'))('below a comment on %s', (kind) => {
  it('a like on the last line answers the lines before it, too', async () => {
    const { world, later, asks } = await open(kind);
    const first = asks();
    const last = asks('And oat milk?', first);
    later(() => world.like(last));
    expect(await standings()).toEqual(['no-reply-needed: liked']);
  });

  it('a like on the first line leaves what was written after it', async () => {
    const { world, later, asks } = await open(kind);
    const first = asks();
    later(() => world.like(first));
    asks('And oat milk?', first);
    expect(await standings()).toEqual(['waiting: unanswered']);
  });

  it('a like on what somebody else wrote leaves the question', async () => {
    const { world, later, asks } = await open(kind);
    const first = asks();
    const other = later(() => world.write({ by: { id: '43', name: 'Ben Moroz' }, text: 'I like it', replyTo: first }));
    later(() => world.like(other));
    expect(await standings()).toEqual(['waiting: unanswered']);
  });
});

it('on Telegram, a reaction that is taken back leaves the customer waiting', async () => {
  const { world, later, asks } = await open('telegram');
  const question = asks();
  later(() => world.like(question));
  expect(await standings()).toEqual(['no-reply-needed: liked']);
  later(() => world.like(question, false));
  expect(await standings()).toEqual(['waiting: unanswered']);
});

it('an API key of YouTube does not show likes, and the result says so', async () => {
  await open('youtube');
  const { result } = await touchpoint.poll();
  expect(result.details['blindSpots']).toEqual(['responses/likes-unseen']);
});
